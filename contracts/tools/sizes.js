#!/usr/bin/env node
// Fails when a deployed contract exceeds EIP-170's limit. Only contracts of src are looked at: mocks and tests may be as large as they like.
"use strict";
const fs = require("fs");
const path = require("path");

const LIMIT = 24576;
const root = path.join(__dirname, "..");
let largest = { name: "", size: 0 };
for (const file of fs.readdirSync(path.join(root, "src"))) {
  if (!file.endsWith(".sol")) continue;
  const name = file.slice(0, -4);
  const artifact = JSON.parse(fs.readFileSync(path.join(root, "out", file, name + ".json"), "utf8"));
  const size = (artifact.deployedBytecode.object.length - 2) / 2;
  if (size > largest.size) largest = { name, size };
  if (size > LIMIT) {
    process.stderr.write(`${name} is ${size} bytes, the limit is ${LIMIT}\n`);
    process.exitCode = 1;
  }
}
process.stdout.write(`largest contract: ${largest.name}, ${largest.size} of ${LIMIT} bytes\n`);
