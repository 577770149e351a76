#!/usr/bin/env node
// Fails when a function that can be called from outside, of any contract or interface in src, has no NatSpec.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const base = path.join(root, "node_modules", "solc");
const solc = require(path.join(base, "wrapper.js"))(require(path.join(base, "soljson.js")));

const files = (folder) => fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((e) =>
  e.isDirectory() ? files(`${folder}/${e.name}`) : e.name.endsWith(".sol") ? [`${folder}/${e.name}`] : []);
const sources = Object.fromEntries(files("src").map((f) => [f, { content: fs.readFileSync(path.join(root, f), "utf8") }]));
const output = JSON.parse(solc.compile(JSON.stringify({
  language: "Solidity", sources, settings: { outputSelection: { "*": { "*": ["abi", "userdoc", "devdoc"] } } },
}), { import: (name) => ({ contents: fs.readFileSync(path.join(root, "node_modules", name), "utf8") }) }));
const errors = (output.errors || []).filter((e) => e.severity === "error");
if (errors.length) throw new Error(errors[0].formattedMessage);

const type = (p) => p.type.startsWith("tuple") ? `(${p.components.map(type).join(",")})${p.type.slice(5)}` : p.type;
const missing = [];
let documented = 0;
for (const file of Object.keys(sources)) {
  for (const [contract, { abi, userdoc, devdoc }] of Object.entries(output.contracts[file] || {})) {
    for (const f of abi.filter((entry) => entry.type === "function")) {
      const signature = `${f.name}(${f.inputs.map(type).join(",")})`;
      // what comes from OpenZeppelin has `@dev` alone
      const doc = userdoc.methods[signature]?.notice || devdoc.methods[signature]?.details || devdoc.stateVariables?.[f.name];
      if (doc || f.name === "UPGRADE_INTERFACE_VERSION") documented++; // a constant of OpenZeppelin's
      else missing.push(`${contract}.${signature}`);
    }
  }
}
if (missing.length) {
  process.stderr.write("no NatSpec for " + missing.join(", ") + "\n");
  process.exitCode = 1;
} else {
  process.stdout.write(`NatSpec on all ${documented} external functions\n`);
}
