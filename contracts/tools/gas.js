#!/usr/bin/env node
// Prints what the gas table measured against its budgets, and writes bench/gas.json: metric name to number, one flat object.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const folder = path.join(root, ".build", "gas");
const figures = {};
let over = 0;
for (const name of fs.readdirSync(folder).sort()) {
  const [gas, budget] = fs.readFileSync(path.join(folder, name), "utf8").split(" ").map(Number);
  figures[name] = gas;
  if (gas > budget) over++;
  process.stdout.write(`${name.padEnd(34)} ${String(gas).padStart(10)} of ${String(budget).padStart(10)}${gas > budget ? "  OVER" : ""}\n`);
}
figures.largest_contract_bytes = Math.max(...fs.readdirSync(path.join(root, "src"))
  .filter((f) => f.endsWith(".sol"))
  .map((f) => JSON.parse(fs.readFileSync(path.join(root, "out", f, f.slice(0, -4) + ".json"), "utf8")).deployedBytecode.object.length / 2 - 1));
process.stdout.write(`largest_contract_bytes             ${String(figures.largest_contract_bytes).padStart(10)} of      24576\n`);
const bench = path.join(root, "..", "bench");
fs.mkdirSync(bench, { recursive: true });
fs.writeFileSync(path.join(bench, "gas.json"), JSON.stringify(figures, null, 2) + "\n");
if (over) process.exitCode = 1;
