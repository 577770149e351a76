#!/usr/bin/env node
// Writes the input of abigen: every contract Go deploys or calls, with its ABI and bytecode, from forge's output.
// The coordinator's ABI is that of the proxy as callers see it: its own functions and those it delegates to its extension.
"use strict";
const fs = require("fs");
const path = require("path");

const out = path.join(__dirname, "..", "out");
const contracts = [
  { name: "EthML", source: "EthML.sol", also: [["IEthML.sol", "IEthML"]] },
  { name: "EthMLExtension", source: "EthMLExtension.sol", abi: ["constructor"] },
  { name: "EthMLViews", source: "EthMLViews.sol", abi: ["constructor"] },
  { name: "EthMLToken", source: "EthMLToken.sol" },
  { name: "ModelRegistry", source: "ModelRegistry.sol" },
  { name: "OperatorStake", source: "OperatorStake.sol" },
  { name: "PredictionConsumer", source: "PredictionConsumer.sol" },
  { name: "ERC1967Proxy", source: "ERC1967Proxy.sol" },
  { name: "TimelockController", source: "TimelockController.sol" },
];

function artifact(source, name) {
  return JSON.parse(fs.readFileSync(path.join(out, source, name + ".json"), "utf8"));
}

function key(entry) {
  return [entry.type, entry.name, JSON.stringify((entry.inputs || []).map((i) => i.type))].join(" ");
}

const order = { constructor: 0, function: 1, event: 2, error: 3 };

function merged(...abis) {
  const seen = new Map();
  for (const entry of abis.flat()) if (!seen.has(key(entry))) seen.set(key(entry), entry);
  return [...seen.values()].sort(
    (a, b) => (order[a.type] ?? 9) - (order[b.type] ?? 9) || (a.name || "").localeCompare(b.name || "") || 0);
}

const combined = { contracts: {}, version: "" };
const abiDir = process.argv[2];
for (const c of contracts) {
  const own = artifact(c.source, c.name);
  let abi = merged(own.abi, ...(c.also || []).map(([s, n]) => artifact(s, n).abi));
  if (c.abi) abi = abi.filter((e) => c.abi.includes(e.type));
  const bin = own.bytecode.object.replace(/^0x/, "");
  combined.contracts[`${c.source}:${c.name}`] = { abi, bin, "bin-runtime": "", hashes: {}, metadata: "" };
  if (abiDir && !c.abi) fs.writeFileSync(path.join(abiDir, c.name + ".json"), JSON.stringify(abi, null, 2) + "\n");
}
process.stdout.write(JSON.stringify(combined));
