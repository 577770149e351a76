#!/usr/bin/env node
// Holds the coordinator's storage to what is deployed: test/layout.json lists every variable with its type, slot and byte. What is
// there may not move; new variables may only follow. --write records the layout of a new release.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const file = path.join(root, "test", "layout.json");
const { storageLayout } = JSON.parse(
  fs.readFileSync(path.join(root, "out", "StateLayout.sol", "StateLayout.json"), "utf8"));

const seen = {};
function describe(type) {
  const plain = type.replace(/\)\d+(?=_storage)/g, ")");
  const t = storageLayout.types[type];
  for (const inner of [t.base, t.key, t.value]) if (inner) describe(inner);
  if (t.members && !seen[plain]) {
    seen[plain] = t.members.map((m) => `${m.slot}:${m.offset} ${m.label} ${describe(m.type)}`);
  }
  return plain;
}
for (const variable of storageLayout.storage) describe(variable.type);

if (process.argv.includes("--write")) {
  fs.writeFileSync(file, JSON.stringify(seen, null, 2) + "\n");
} else {
  const deployed = JSON.parse(fs.readFileSync(file, "utf8"));
  const moved = [];
  for (const [type, members] of Object.entries(deployed)) {
    members.forEach((m, i) => {
      if (!seen[type] || seen[type][i] !== m) moved.push(`${type}: ${m} is now ${(seen[type] || [])[i] || "gone"}`);
    });
  }
  if (moved.length) {
    process.stderr.write("storage of the coordinator moved:\n" + moved.join("\n") + "\n");
    process.exitCode = 1;
  }
}
