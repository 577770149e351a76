#!/usr/bin/env node
// Mutation check: flips operators, bounds and conditions of src/ one at a time, runs the tests against each, and lists those that no
// test noticed. All flips are compiled once (mutants.js); a run then costs what its tests cost, until the first that fails.
//
// --coverage LCOV plays what that report of forge's calls unseen instead: each statement is made to revert, and a test has to fail.
//
// usage: tools/mutation/run.js [--coverage LCOV] [--max N] [--shift N] [--workers N] [--seconds N] [--only FILE] [--json FILE] [--again] [--equivalents] [--dir DIR]
// --shift takes another even sample than 0 does. --again plays the survivors of the last run alone, after a change of the tests. --dir
// keeps what was compiled in DIR; where it is there already, the run goes on behind the mutants that have a result.
//
// equivalents.json lists flips that compute the same as the original for every input that can occur, each by its source line and with
// the reason (`nth` picks among lines that read the same). They are drawn like all others and counted apart instead of played.
// --equivalents plays them alone: none may be noticed.
"use strict";
const fs = require("fs");
const os = require("os");
const path = require("path");
const { execFileSync, spawn } = require("child_process");
const { parseArgs } = require("util");
const { find, write, lineOf, children } = require("./mutants.js");
const unseen = require("./unseen.js");

const root = path.join(__dirname, "..", "..");
const { values: options } = parseArgs({
  options: {
    max: { type: "string", default: "400" },
    shift: { type: "string", default: "0" },
    workers: { type: "string", default: "2" },
    seconds: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    dir: { type: "string", default: "" },
    again: { type: "boolean", default: false },
    equivalents: { type: "boolean", default: false },
    coverage: { type: "string", default: "" },
    json: { type: "string", default: ".build/mutation.json" },
  },
});

const results = path.join(root, options.json);

/** Longest that the tests of one mutant may take before it counts as caught, as one that never ends. */
const TIMEOUT = 90_000;
/** What forge prints of a failed test; the reason may have brackets and lines of its own. */
const FAILED = /^\[FAIL[^]*?\] (test\w*|invariant\w*)\(/m;
/** Picks no mutant, and tells of tests that mind the number itself. */
const NONE = 0xffffffff;
const UNIT = ["--no-match-path", "test/{gas,invariant,invariants,legacy}/**"];
/** Tests that are about a file, to play first. */
const NEAREST = [
  [/libraries/, "test/Libraries.t.sol"], [/Registry/, "test/Registry.t.sol"], [/Stake|Token/, "test/Stake.t.sol"],
  [/EthMLSettlement/, "test/Settlement.t.sol"], [/EthML\.sol/, "test/Requests.t.sol"], [/Extension/, "test/Admin.t.sol"],
  [/UsingEthML|Consumer/, "test/Callbacks.t.sol"], [/./, "test/HappyPath.t.sol"],
];
const INVARIANT = ["--match-path", "test/{invariant,invariants}/**"];

function files(dir) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    const at = path.join(dir, e.name);
    return e.isDirectory() ? files(at) : [at];
  });
}

/** What is mutated: code of ours that runs on chain. */
function mutated(file) {
  return /^src\//.test(file) && !/^src\/(interfaces|testing)\//.test(file) && file.includes(options.only);
}

function compiler() {
  const base = path.join(root, "node_modules", "solc");
  return require(path.join(base, "wrapper.js"))(require(path.join(base, "soljson.js")));
}

/** Analyses sources without generating code. */
function analyse(solc, sources) {
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([name, content]) => [name, { content: content.toString() }])),
    settings: { viaIR: true, evmVersion: "cancun", outputSelection: { "*": { "": ["ast"] } } },
  };
  const read = (name) => {
    try {
      return { contents: fs.readFileSync(path.join(root, name.startsWith("@") ? path.join("node_modules", name) : name), "utf8") };
    } catch (e) {
      return { error: e.message };
    }
  };
  const out = JSON.parse(solc.compile(JSON.stringify(input), { import: read }));
  return { asts: out.sources || {}, errors: (out.errors || []).filter((e) => e.severity === "error") };
}

/** Reading block.prevrandao is not pure, and a view may stand wherever nobody demands purity. */
const loosen = (text) => text.replace(/\bpure\b/g, "view");

/** Modifiers that a mutant can leave out. */
function addModifiers(text) {
  return text.replace(/(\n {4}modifier outsideCallbacks\(\))/, `
    modifier outsideCallbacksUnless(uint256 id) {
        if (block.prevrandao != id) _requireOutsideCallbacks();
        _;
    }
    modifier onlyOwnerUnless(uint256 id) {
        if (block.prevrandao != id) _checkOwner();
        _;
    }
$1`);
}

/** Spreads the choice evenly, so that every file and kind keeps its share. */
function thin(edits, most, shift) {
  if (edits.length <= most) return edits;
  const bucket = (i) => Math.floor(((i - shift) * most) / edits.length);
  return edits.filter((_, i) => bucket(i) !== bucket(i - 1));
}

/** Marks what equivalents.json lists; an entry that fits nothing is out of date. */
function markEquivalents(edits) {
  const list = JSON.parse(fs.readFileSync(path.join(__dirname, "equivalents.json"), "utf8"));
  for (const { file, line, was, now, nth, why } of list) {
    const found = edits.filter((e) => e.file === file && e.source === line && oneLine(e.was) === was && oneLine(e.now) === now)
      .sort((a, b) => a.start - b.start).filter((_, i) => !nth || nth.includes(i + 1));
    if (!found.length && file.includes(options.only)) throw new Error(`equivalents.json: no flip of ${was} to ${now} in ${file}: ${line}`);
    for (const e of found) e.equivalent = why;
  }
}

/** All mutants, and the sources that hold them; flips that do not type-check are dropped. */
function collect() {
  const solc = compiler();
  const plain = Object.fromEntries(
    files(path.join(root, "src")).map((f) => path.relative(root, f)).filter((f) => f.endsWith(".sol"))
      .map((f) => [f, fs.readFileSync(path.join(root, f))]));
  const { asts, errors } = analyse(solc, plain);
  if (errors.length) throw new Error(errors[0].formattedMessage);
  const declarations = new Map();
  const declare = (node) => {
    if (node.nodeType === "VariableDeclaration") declarations.set(node.id, node);
    for (const [, child] of children(node)) declare(child);
  };
  for (const { ast } of Object.values(asts)) declare(ast);
  if (options.coverage) return stopped(solc, plain, asts);
  let edits = [];
  for (const file of Object.keys(plain).filter(mutated)) {
    const lines = plain[file].toString().split("\n");
    for (const e of find(asts[file].ast, plain[file], declarations)) {
      const at = lineOf(plain[file], e.start);
      edits.push({ file, ...at, source: lines[at.line - 1].trim(), ...e });
    }
  }
  markEquivalents(edits);
  if (options.again) {
    const again = new Set(previous().filter((r) => !r.by && !r.equivalent).map((r) => key(r.where)));
    edits = edits.filter((e) => again.has(key(describe(e))));
  } else if (options.equivalents) {
    edits = edits.filter((e) => e.equivalent);
  } else {
    edits = thin(edits, Number(options.max), Number(options.shift));
  }
  const aside = options.equivalents ? [] : edits.filter((e) => e.equivalent);
  edits = edits.filter((e) => !aside.includes(e));
  edits.forEach((e, i) => (e.id = i + 1));
  for (;;) {
    const sources = {};
    for (const [file, source] of Object.entries(plain)) {
      const text = loosen(write(source, edits.filter((e) => e.file === file)));
      sources[file] = file === "src/EthMLBase.sol" ? addModifiers(text) : text;
    }
    const bad = analyse(solc, sources).errors;
    if (!bad.length) return { edits: [...edits, ...aside], sources };
    const drop = new Set();
    for (const { sourceLocation: at, formattedMessage } of bad) {
      const text = Buffer.from(sources[at.file]);
      const [from, to] = [text.lastIndexOf("\n", at.start), text.indexOf("\n", at.end)];
      const ids = [...text.subarray(from, to).toString().matchAll(/prevrandao(?:\(\),| [!=]=) (\d+)/g)].map((m) => Number(m[1]));
      if (!ids.length) throw new Error(formattedMessage);
      for (const id of ids) drop.add(id);
    }
    edits = edits.filter((e) => !drop.has(e.id));
  }
}

/** Everything that coverage did not see, made to revert, and the sources that hold it. */
function stopped(solc, plain, asts) {
  const edits = [];
  const sources = {};
  const report = unseen.parse(fs.readFileSync(options.coverage, "utf8"));
  for (const [file, source] of Object.entries(plain)) {
    const stops = report.has(file) ? unseen.stops(asts[file].ast, source, report.get(file)) : [];
    for (const e of stops) edits.push({ file, ...lineOf(source, e.start), ...e, id: edits.length + 1 });
    sources[file] = loosen(write(source, edits.filter((e) => e.file === file)));
  }
  const { errors } = analyse(solc, sources);
  if (errors.length) throw new Error(errors[0].formattedMessage);
  return { edits, sources };
}

/** forge itself: its npm wrapper would swallow how the tests ended. */
const forge = path.join(root, "tools", "forge");

/** A compiler that remembers: forge asks for all ABIs again whenever a filter is given, and loading solc takes longer than most tests. */
function rememberingCompiler(dir) {
  const solc = path.join(root, "tools", "solc");
  const version = execFileSync(solc, ["--version"], { encoding: "utf8" }).trim().split("\n");
  fs.writeFileSync(path.join(dir, "tools", "solc"), `#!/bin/sh
case " $* " in
*" --version "*)
	printf '%s\\n' ${version.map((line) => `'${line}'`).join(" ")}
	exit ;;
esac
here=$(dirname "$0")
input=$(mktemp "$here/input.XXXXXX")
cat > "$input"
known="$here/output.$(sha256sum < "$input" | cut -c1-64)"
if [ ! -f "$known" ]; then
	node '${solc}' "$@" < "$input" > "$input.out" && mv "$input.out" "$known"
fi
rm -f "$input"
cat "$known"
`, { mode: 0o755 });
}

function prepare(edits, sources, dir) {
  for (const f of ["foundry.toml", "script", "test", "tools"]) fs.cpSync(path.join(root, f), path.join(dir, f), { recursive: true });
  fs.symlinkSync(path.join(root, "node_modules"), path.join(dir, "node_modules"));
  for (const skip of ["gas", "legacy"]) fs.rmSync(path.join(dir, "test", skip), { recursive: true, force: true });
  for (const [file, text] of Object.entries(sources)) {
    fs.mkdirSync(path.join(dir, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), text);
  }
  rememberingCompiler(dir);
  for (const f of files(path.join(dir, "test"))) if (f.endsWith(".sol")) fs.writeFileSync(f, loosen(fs.readFileSync(f, "utf8")));
  execFileSync(forge, ["build"], { cwd: dir, env: environment(0), stdio: ["ignore", "ignore", "inherit"] });
  fs.writeFileSync(path.join(dir, "mutants.json"), JSON.stringify(edits));
}

function environment(id) {
  return {
    ...process.env,
    FOUNDRY_BLOCK_PREVRANDAO: "0x" + id.toString(16).padStart(64, "0"),
    FOUNDRY_DISABLE_NIGHTLY_WARNING: "1",
    // loops that never end have an end
    FOUNDRY_GAS_LIMIT: "4000000000",
    FOUNDRY_BLOCK_GAS_LIMIT: "4000000000",
    FOUNDRY_FUZZ_RUNS: "24",
    FOUNDRY_INVARIANT_RUNS: "4",
    FOUNDRY_INVARIANT_DEPTH: "100",
    FOUNDRY_FUZZ_SEED: "0x1",
  };
}

/** Runs tests against a mutant: null when all pass, else what failed first. */
function test(dir, id, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(forge, ["test", "--threads", "1", "--fail-fast", ...args], {
      cwd: dir, env: environment(id), stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    child.stdout.on("data", (d) => (out += d));
    child.stderr.on("data", (d) => (out += d));
    let late = false;
    const timer = setTimeout(() => { late = true; child.kill("SIGKILL"); }, TIMEOUT);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      const failed = FAILED.exec(out);
      if (code === 0 && /[1-9]\d* tests passed/.test(out)) resolve(null);
      else if (late) resolve("(never ended)");
      else if (failed) resolve(failed[1]);
      else if (/^\[FAIL/m.test(out)) resolve("(an invariant)");
      else reject(new Error(`forge failed without a failing test, or ran none:\n${out.slice(-2000)}`));
    });
  });
}

/** Tests that fail without any mutant, for the gas that the switches take or for the number in block.prevrandao: left out. */
function baseline(dir) {
  let out;
  try {
    out = execFileSync(forge, ["test", ...UNIT], { cwd: dir, env: environment(NONE), encoding: "utf8", maxBuffer: 1 << 28 });
  } catch (e) {
    out = e.stdout + e.stderr;
    if (!/\[FAIL/.test(out)) throw new Error(out.slice(-4000));
  }
  const failing = [...new Set([...out.matchAll(new RegExp(FAILED, "gm"))].map((m) => m[1]))];
  if (!/\[PASS\]/.test(out)) throw new Error(`no test passes without a mutant:\n${out.slice(-4000)}`);
  return failing;
}

async function main() {
  fs.mkdirSync(path.dirname(results), { recursive: true });
  const first = options.dir || fs.mkdtempSync(path.join(os.tmpdir(), "ethml-mutation-"));
  const dirs = [first];
  try {
    const kept = path.join(first, "mutants.json");
    const goOn = fs.existsSync(kept);
    if (!goOn) {
      const { edits, sources } = collect();
      process.stdout.write(`${edits.length} mutants to compile\n`);
      prepare(edits, sources, first);
    }
    const edits = JSON.parse(fs.readFileSync(kept, "utf8"));
    if (goOn && fs.existsSync(results)) {
      const known = new Map(previous().map((r) => [r.where, r.by]));
      for (const e of edits) if (known.has(describe(e))) e.by = known.get(describe(e));
    }
    process.stdout.write(`${edits.length} mutants, ${edits.filter(isAside).length} of them equivalent\n`);
    const failing = baseline(first);
    if (failing.length) process.stdout.write(`left out, fails without a mutant too: ${failing.join(", ")}\n`);
    const except = failing.length ? ["--no-match-test", `^(${failing.join("|")})\\(`] : [];
    const invariants = fs.existsSync(path.join(first, "test/invariant")) || fs.existsSync(path.join(first, "test/invariants"));
    const broken = invariants && (await test(first, NONE, INVARIANT));
    if (broken) throw new Error(`${broken} fails without a mutant`);
    for (let i = 1; i < Number(options.workers); ++i) {
      dirs.push(`${first}-${i}`);
      fs.rmSync(dirs[i], { recursive: true, force: true });
      fs.cpSync(first, dirs[i], { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    }
    const until = Number(options.seconds) ? Date.now() + Number(options.seconds) * 1000 : Infinity;
    // spread over the files first, so that a run cut short says something about all of them
    const stride = 7;
    const queue = [...Array(stride).keys()].flatMap((r) => edits.filter((e, i) => i % stride === r && e.by === undefined && !isAside(e)));
    await Promise.all(dirs.map(async (dir) => {
      for (let e = queue.shift(); e && Date.now() < until; e = queue.shift()) {
        const nearest = NEAREST.find(([file, tests]) => file.test(e.file) && fs.existsSync(path.join(dir, tests)));
        if (nearest) e.by = await test(dir, e.id, ["--match-path", nearest[1], ...except]);
        if (!e.by) e.by = await test(dir, e.id, [...UNIT, ...except]);
        if (!e.by && invariants) e.by = await test(dir, e.id, [...INVARIANT, ...except]);
        if (!e.by) process.stdout.write(`survived: ${describe(e)}\n`);
        report(edits);
      }
    }));
    report(edits);
  } finally {
    for (const dir of options.dir ? dirs.slice(1) : dirs) fs.rmSync(dir, { recursive: true, force: true });
  }
  const all = previous();
  const ran = all.filter((e) => !e.equivalent);
  const survivors = ran.filter((e) => !e.by);
  const percent = (n, of) => `${((100 * n) / of).toFixed(1)} %`;
  if (options.coverage) return coverage(survivors);
  process.stdout.write(`${ran.length} mutants ran, ${survivors.length} survived (${percent(survivors.length, ran.length)})\n`);
  const same = all.length - ran.length;
  if (same) process.stdout.write(`with the ${same} equivalent ones: ${same + survivors.length} of ${all.length} (${percent(same + survivors.length, all.length)})\n`);
  if (options.equivalents) {
    for (const e of ran.filter((e) => e.by)) process.stderr.write(`not equivalent, ${e.by} notices: ${e.where}\n`);
    if (survivors.length !== ran.length) process.exitCode = 1;
  }
}

/** What coverage saw, and what ran unseen; a statement that no test runs is an error. */
function coverage(never) {
  const sum = { lines: 0, branches: 0, unseenLines: 0, unseenBranches: 0 };
  for (const [file, r] of unseen.parse(fs.readFileSync(options.coverage, "utf8"))) {
    if (!file.startsWith("src/")) continue;
    for (const k of Object.keys(sum)) sum[k] += r[k].length ?? r[k];
  }
  process.stdout.write(`forge saw ${sum.lines - sum.unseenLines} of ${sum.lines} lines and ` +
    `${sum.branches - sum.unseenBranches} of ${sum.branches} branches of src/\n`);
  for (const e of never) process.stderr.write(`no test runs it: ${e.where}\n`);
  if (never.length) process.exitCode = 1;
  else process.stdout.write("whatever it did not see ran too: tests fail when it reverts\n");
}

/** Drawn, but neither compiled nor played. */
const isAside = (e) => !options.equivalents && !!e.equivalent;

const oneLine = (text) => text.replace(/\s+/g, " ");
const describe = (e) => `${e.file}:${e.line}:${e.column} ${e.kind}: ${oneLine(e.was)}  ->  ${oneLine(e.now)}`;

function previous() {
  return JSON.parse(fs.readFileSync(results, "utf8"));
}

/** A mutant wherever it stands, since lines move: alike ones in a file are played together. */
const key = (where) => where.replace(/:\d+:\d+ /, " ");

function report(edits) {
  const rows = edits.filter((e) => e.by !== undefined || isAside(e))
    .map((e) => isAside(e) ? { where: describe(e), equivalent: e.equivalent } : { where: describe(e), source: e.source, by: e.by });
  if (options.again) {
    const now = new Set(rows.map((r) => key(r.where)));
    rows.unshift(...previous().filter((r) => !now.has(key(r.where))));
  }
  fs.writeFileSync(results, JSON.stringify(rows, null, 1) + "\n");
}

main().catch((e) => {
  process.stderr.write(`mutation check: ${e.message}\n`);
  process.exitCode = 1;
});
