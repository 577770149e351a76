#!/usr/bin/env node
// Fails when a block of Solidity in the consumer guide is not, line by line, in the contracts and tests under test/guide.
"use strict";
const fs = require("fs");
const path = require("path");

const root = path.join(__dirname, "..");
const guide = path.join(root, "..", "docs", "consumer-guide.md");
const folder = path.join(root, "test", "guide");

/** Lines without the indentation that all of them share. */
function dedent(lines) {
  const depth = Math.min(...lines.filter((l) => l.trim()).map((l) => l.search(/\S/)));
  return lines.map((l) => l.slice(depth).trimEnd());
}

const sources = fs.readdirSync(folder).filter((f) => f.endsWith(".sol"))
  .map((f) => fs.readFileSync(path.join(folder, f), "utf8").split("\n"));

/** Whether a source has these lines one after the other, however deep. */
function has(source, block) {
  const wanted = dedent(block).join("\n");
  for (let i = 0; i + block.length <= source.length; ++i) {
    if (source[i].trim() === block[0].trim() && dedent(source.slice(i, i + block.length)).join("\n") === wanted) return true;
  }
  return false;
}

const blocks = [...fs.readFileSync(guide, "utf8").matchAll(/^```solidity\n([\s\S]*?)\n```$/gm)].map((m) => m[1].split("\n"));
const stray = blocks.filter((block) => !sources.some((source) => has(source, block)));
for (const block of stray) process.stderr.write(`docs/consumer-guide.md has code that test/guide lacks:\n${block.join("\n")}\n\n`);
if (!blocks.length) process.stderr.write("docs/consumer-guide.md has no code\n");
process.exitCode = stray.length || !blocks.length ? 1 : 0;
