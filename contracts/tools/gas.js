#!/usr/bin/env node
// Prints what the gas table measured against its budgets, writes bench/gas.json (metric name to number, one flat object) and the
// snapshot in test/gas. --check writes nothing, and fails when a figure is not the snapshot's.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const folder = path.join(root, ".build", "gas");
const snapshot = path.join(root, "test", "gas", "snapshot.json");
const rows = {};
for (const name of fs.readdirSync(folder).sort()) {
  const [gas, budget] = fs.readFileSync(path.join(folder, name), "utf8").split(" ").map(Number);
  rows[name] = { gas, budget };
}
const bytes = Math.max(...fs.readdirSync(path.join(root, "src"))
  .filter((f) => f.endsWith(".sol"))
  .map((f) => JSON.parse(fs.readFileSync(path.join(root, "out", f, f.slice(0, -4) + ".json"), "utf8")).deployedBytecode.object.length / 2 - 1));
rows.largest_contract_bytes = { gas: bytes, budget: 24576 };
for (const [name, { gas, budget }] of Object.entries(rows)) {
  process.stdout.write(`${name.padEnd(34)} ${String(gas).padStart(10)} of ${String(budget).padStart(10)}${gas > budget ? "  OVER" : ""}\n`);
  if (gas > budget) process.exitCode = 1;
}
const text = JSON.stringify(rows, null, 2) + "\n";
if (!process.argv.includes("--check")) {
  const bench = path.join(root, "..", "bench");
  fs.mkdirSync(bench, { recursive: true });
  const figures = Object.fromEntries(Object.entries(rows).map(([name, { gas }]) => [name, gas]));
  fs.writeFileSync(path.join(bench, "gas.json"), JSON.stringify(figures, null, 2) + "\n");
  fs.writeFileSync(snapshot, text);
} else {
  const known = JSON.parse(fs.readFileSync(snapshot, "utf8"));
  const changed = [...new Set([...Object.keys(known), ...Object.keys(rows)])]
    .filter((name) => JSON.stringify(known[name]) !== JSON.stringify(rows[name]));
  for (const name of changed) process.stderr.write(`${name} was ${known[name]?.gas}, is ${rows[name]?.gas}\n`);
  if (changed.length) {
    process.stderr.write("gas differs from contracts/test/gas/snapshot.json: if that is meant, run make -C contracts gas and commit it\n");
    process.exitCode = 1;
  }
}
