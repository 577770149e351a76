// What a coverage report calls unseen, and how to find out whether it runs all the same: forge loses sight of assembly, and of lines
// that the compiler merges with others. Each such statement is made to revert; when a test fails for it, it ran.
"use strict";
const { children } = require("./mutants.js");

const stop = (id) => `if (block.prevrandao == ${id}) revert();`;

/** By file: {lines, branches} seen and in all, and what of them was not seen. */
function parse(lcov) {
  const files = new Map();
  let at;
  for (const row of lcov.split("\n")) {
    const [tag, rest] = [row.slice(0, row.indexOf(":")), row.slice(row.indexOf(":") + 1)];
    if (tag === "SF") {
      at = { lines: 0, branches: 0, unseenLines: [], unseenBranches: [] };
      files.set(rest, at);
    } else if (tag === "DA") {
      const [line, hits] = rest.split(",").map(Number);
      ++at.lines;
      if (!hits) at.unseenLines.push(line);
    } else if (tag === "BRDA") {
      const [line, , path, hits] = rest.split(",");
      ++at.branches;
      if (hits === "-" || hits === "0") at.unseenBranches.push({ line: Number(line), path: Number(path) });
    }
  }
  return files;
}

/** Edits that stop each statement on an unseen line, and each branch unseen. */
function stops(ast, source, { unseenLines, unseenBranches }) {
  const places = [];
  const branches = new Map();
  const range = (n) => {
    const [start, length] = n.src.split(":").map(Number);
    return [start, start + length];
  };
  const line = (offset) => source.subarray(0, offset).toString().split("\n").length;

  function place(node, how) {
    const [start, end] = range(node);
    places.push({ node, how, start, end, from: line(start), to: line(end) });
    return places[places.length - 1];
  }

  (function walk(node) {
    switch (node.nodeType) {
      case "Block":
      case "UncheckedBlock":
        for (const s of node.statements) if (!/Block$/.test(s.nodeType)) place(s, "before");
        break;
      case "IfStatement":
        branches.set(line(range(node)[0]), [node.trueBody, node.falseBody]);
        break;
      case "ForStatement":
      case "WhileStatement":
        if (node.body.nodeType !== "Block") place(node.body, "alone");
        break;
      case "FunctionDefinition":
      case "ModifierDefinition":
        if (node.body) Object.assign(place(node, "inside"), { node: node.body });
        break;
      case "YulCase":
        Object.assign(place(node, "assembly"), { node: node.body });
        break;
    }
    if (node.nodeType === "InlineAssembly") return walk(node.AST);
    for (const [, child] of children(node)) walk(child);
  })(ast);

  const chosen = new Map();
  const choose = (node, how, what) => {
    if (chosen.has(node)) return;
    let [start, end] = range(node);
    // a statement inside it may end with the same semicolon
    if ((how === "alone" || how === "before") && source[end] === 0x3b) ++end;
    const now = {
      before: (id, inner) => `${stop(id)} ${inner}`,
      alone: (id, inner) => `{ ${stop(id)} ${inner} }`,
      inside: (id, inner) => inner.replace("{", `{ ${stop(id)}`),
      assembly: (id, inner) => inner.replace("{", `{ if eq(prevrandao(), ${id}) { revert(0, 0) }`),
    }[how];
    chosen.set(node, { start, end, kind: "unseen", was: what, now: "revert", make: now });
  };
  for (const at of unseenLines) {
    const around = places.filter((p) => p.from <= at && at <= p.to).sort((a, b) => a.end - a.start - (b.end - b.start));
    if (!around.length) throw new Error(`line ${at} is in no statement`);
    choose(around[0].node, around[0].how, `line ${at}`);
  }
  for (const { line: at, path } of unseenBranches) {
    const body = (branches.get(at) || [])[path];
    if (!body) throw new Error(`line ${at} has no branch ${path}`);
    choose(body, body.nodeType === "Block" ? "inside" : "alone", `line ${at}, branch ${path}`);
  }
  return [...chosen.values()];
}

module.exports = { parse, stops };
