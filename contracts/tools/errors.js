#!/usr/bin/env node
// Fails when a custom error of src has no test that names it: each has to be provoked.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
function sources(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? sources(path.join(folder, e.name)) : e.name.endsWith(".sol") ? [path.join(folder, e.name)] : []);
}
const read = (folder) => sources(path.join(root, folder)).map((f) => fs.readFileSync(f, "utf8")).join("\n");

const src = read("src");
const tests = read("test");
const missing = [...src.matchAll(/^\s*error (\w+)\(/gm)].map((m) => m[1])
  .filter((name) => !new RegExp(`\\b${name}\\.selector`).test(tests));
if (missing.length) {
  process.stderr.write("no test provokes " + missing.join(", ") + "\n");
  process.exitCode = 1;
}
