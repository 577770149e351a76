#!/usr/bin/env node
// Fails when test/PROMISES.md names a test that is not there: of Solidity in test/, of Go anywhere in the repository.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const SKIP = new Set(["node_modules", "out", "cache", "bin", ".git", ".build", ".cache"]);

function* files(folder, end) {
  for (const e of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, e.name);
    if (e.isDirectory() && !SKIP.has(e.name)) yield* files(at, end);
    else if (e.isFile() && e.name.endsWith(end)) yield at;
  }
}

function names(folder, end, pattern) {
  const found = new Set();
  for (const f of files(folder, end)) for (const m of fs.readFileSync(f, "utf8").matchAll(pattern)) found.add(m[1]);
  return found;
}

const known = new Set([
  ...names(path.join(root, "test"), ".sol", /function ((?:test|invariant)\w+)/g),
  ...names(path.join(root, ".."), "_test.go", /^func (Test\w+)/gm),
]);
const named = [...fs.readFileSync(path.join(root, "test", "PROMISES.md"), "utf8").matchAll(/`((?:test|invariant|Test)\w+)`/g)].map((m) => m[1]);
const missing = named.filter((name) => !known.has(name));
if (missing.length) {
  process.stderr.write("test/PROMISES.md names tests that are not there: " + missing.join(", ") + "\n");
  process.exitCode = 1;
}
