#!/usr/bin/env node
// Packs the npm package, installs it into a project made for that, and compiles the guide's contracts there against what was
// installed, with the compiler's default settings.
"use strict";
const fs = require("fs");
const os = require("os");
const path = require("path");
const { execFileSync } = require("child_process");

const root = path.join(__dirname, "..");
const project = fs.mkdtempSync(path.join(os.tmpdir(), "ethml-pack-"));
const npm = (cwd, ...args) => execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

try {
  const [packed] = JSON.parse(npm(root, "pack", "--json", "--ignore-scripts", "--pack-destination", project));
  fs.writeFileSync(path.join(project, "package.json"), '{"name": "consumer", "private": true}\n');
  // OpenZeppelin, its peer, comes from our own node_modules, so that this needs no registry
  npm(project, "install", "--offline", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", path.join(project, packed.filename));
  const modules = path.join(project, "node_modules");
  fs.symlinkSync(path.join(root, "node_modules", "@openzeppelin"), path.join(modules, "@openzeppelin"));

  const base = path.join(root, "node_modules", "solc");
  const solc = require(path.join(base, "wrapper.js"))(require(path.join(base, "soljson.js")));
  const examples = ["FirstPrediction.sol", "Prices.sol"];
  const mock = "@ethml/contracts/src/testing/MockEthML.sol";
  const sources = Object.fromEntries([
    ...examples.map((f) => [f, { content: fs.readFileSync(path.join(root, "test", "guide", f), "utf8") }]),
    [mock, { content: fs.readFileSync(path.join(modules, mock), "utf8") }],
  ]);
  const outputSelection = Object.fromEntries(Object.keys(sources).map((f) => [f, { "*": ["evm.bytecode.object"] }]));
  const output = JSON.parse(solc.compile(JSON.stringify({ language: "Solidity", sources, settings: { outputSelection } }), {
    import: (name) => {
      try {
        return { contents: fs.readFileSync(path.join(modules, name), "utf8") };
      } catch (e) {
        return { error: e.message };
      }
    },
  }));
  const errors = (output.errors || []).filter((e) => e.severity === "error");
  if (errors.length) throw new Error(errors.map((e) => e.formattedMessage).join("\n"));
  for (const f of [...examples, mock]) {
    const name = path.basename(f, ".sol");
    if (!output.contracts[f][name].evm.bytecode.object) throw new Error(`${f} gave no code`);
  }
  for (const f of ["abi/EthML.json", "src/UsingEthML.sol", "README.md"]) {
    if (!fs.existsSync(path.join(modules, "@ethml/contracts", f))) throw new Error(`the package lacks ${f}`);
  }
  process.stdout.write(`${packed.filename}: ${packed.entryCount} files, the guide's contracts compile against it\n`);
} finally {
  fs.rmSync(project, { recursive: true, force: true });
}
