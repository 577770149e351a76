#!/usr/bin/env node
// Compiles the consumer of Solidity 0.5 that test/legacy deploys. Without --write, fails when the committed code is not what comes out.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const folder = path.join(root, "test", "legacy");
const base = path.join(root, "node_modules", "solc-legacy");
const solc = require(path.join(base, "wrapper.js"))(require(path.join(base, "soljson.js")));

const name = "LegacyConsumer.sol";
const output = JSON.parse(solc.compile(JSON.stringify({
  language: "Solidity",
  sources: { [name]: { content: fs.readFileSync(path.join(folder, name + ".txt"), "utf8") } },
  settings: { evmVersion: "istanbul", outputSelection: { [name]: { LegacyConsumer: ["evm.bytecode.object"] } } },
})));
const errors = (output.errors || []).filter((e) => e.severity === "error");
if (errors.length) throw new Error(errors.map((e) => e.formattedMessage).join("\n"));
const code = "0x" + output.contracts[name].LegacyConsumer.evm.bytecode.object + "\n";
const file = path.join(folder, "LegacyConsumer.hex");
if (process.argv.includes("--write")) {
  fs.writeFileSync(file, code);
} else if (!fs.existsSync(file) || fs.readFileSync(file, "utf8") !== code) {
  process.stderr.write("test/legacy/LegacyConsumer.hex is stale: run tools/legacy.js --write\n");
  process.exitCode = 1;
}
