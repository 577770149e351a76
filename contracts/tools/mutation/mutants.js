// Finds what can be flipped in a source file, and writes all flips into one text: each behind a test of block.prevrandao, so that
// one compilation holds every mutant and a run picks one by FOUNDRY_BLOCK_PREVRANDAO.
"use strict";

const FLIP = {
  "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
  "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "**": "*",
  "&": "|", "|": "&", "^": "|", "<<": ">>", ">>": "<<", "&&": "||", "||": "&&",
};
const OPPOSITE = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" };
const FLIP_ASSIGN = { "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "&=": "|=", "^=": "|=" };
const UINT = /^uint\d+$/;

const active = (id) => `block.prevrandao == ${id}`;
const inactive = (id) => `block.prevrandao != ${id}`;

/** Children of an AST node, with the key they hang under. */
function* children(node) {
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (child && child.nodeType) yield [key, child];
  }
}

/** Where a literal's type is known for certain: the uint type that its place asks for, or null. */
function placeType(parent, key, node) {
  switch (parent.nodeType) {
    case "BinaryOperation": {
      if (/_const/.test(parent.typeDescriptions.typeString)) return null;
      const shift = parent.operator === "<<" || parent.operator === ">>";
      if (shift && key === "rightExpression") return "uint256";
      return (shift ? parent.typeDescriptions : parent.commonType).typeString;
    }
    case "Assignment":
      return key === "rightHandSide" ? parent.leftHandSide.typeDescriptions.typeString : null;
    case "IndexAccess":
      return null;
    case "FunctionCall": {
      if (key !== "arguments" || parent.kind !== "functionCall") return null;
      const m = /^function \(([^()]*)\)/.exec(parent.expression.typeDescriptions.typeString || "");
      return m ? m[1].split(",")[parent.arguments.indexOf(node)] : null;
    }
    default:
      return null;
  }
}

/** `if (a < b) a = b;` and `a < b ? a : b` are the same at a == b, so their bounds are reversed instead of moved by one. */
function clamps(parent, condition, text) {
  const sides = [text(condition.leftExpression), text(condition.rightExpression)].sort().join();
  let body = parent.trueBody;
  if (parent.nodeType === "Conditional") {
    const simple = (e) => text(e).replace(/^\w+\((.*)\)$/, "$1");
    return [simple(parent.trueExpression), simple(parent.falseExpression)].sort().join() === sides;
  }
  if (parent.nodeType !== "IfStatement") return false;
  if (body.nodeType === "Block" && body.statements.length === 1) body = body.statements[0];
  const e = body.expression;
  return !!e && e.nodeType === "Assignment" && e.operator === "=" &&
    [text(e.leftHandSide), text(e.rightHandSide)].sort().join() === sides;
}

/** Edits of one source: {start, end, kind, was, now, make(id, inner)}, to be nested by position. */
function find(ast, source, declarations) {
  const edits = [];
  const range = (n) => {
    const [start, length] = n.src.split(":").map(Number);
    return [start, start + length];
  };
  const text = (n) => source.subarray(...range(n)).toString();
  const add = (n, kind, now, make) => {
    const [start, end] = range(n);
    edits.push({ start, end, kind, was: text(n), now, make });
  };

  function expression(node, parent, key) {
    switch (node.nodeType) {
      case "BinaryOperation": {
        if (/_const/.test(node.typeDescriptions.typeString)) return;
        const op = OPPOSITE[node.operator] && clamps(parent, node, text) ? OPPOSITE[node.operator] : FLIP[node.operator];
        const now = `(${text(node.leftExpression)}) ${op} (${text(node.rightExpression)})`;
        add(node, "operator", now, (id, inner) => `(${active(id)} ? (${now}) : (${inner}))`);
        return;
      }
      case "UnaryOperation":
        if (node.operator === "!") {
          const now = text(node.subExpression);
          add(node, "operator", now, (id, inner) => `(${active(id)} ? (${now}) : (${inner}))`);
        }
        return;
      case "Assignment":
        if (FLIP_ASSIGN[node.operator] && parent.nodeType === "ExpressionStatement") {
          const now = `${text(node.leftHandSide)} ${FLIP_ASSIGN[node.operator]} ${text(node.rightHandSide)}`;
          add(node, "operator", now, (id, inner) => `${active(id)} ? (${now}) : (${inner})`);
        }
        return;
      case "IfStatement":
        add(node.condition, "condition", "false", (id, inner) => `(${inactive(id)} && (${inner}))`);
        return;
      case "Literal": {
        if (node.kind === "bool" && (parent.nodeType === "Return" || parent.nodeType === "Assignment")) {
          const now = node.value === "true" ? "false" : "true";
          add(node, "bound", now, (id) => `(${node.value === "true" ? inactive(id) : active(id)})`);
        }
        const type = node.kind === "number" && placeType(parent, key, node);
        if (!type || !UINT.test(type)) return;
        bump(node, type, Number(node.value) < 1000 || parent.nodeType === "FunctionCall");
        return;
      }
      case "Identifier": {
        const d = declarations.get(node.referencedDeclaration);
        const known = d && d.constant && UINT.test(d.typeDescriptions.typeString);
        if (known && parent.nodeType !== "IndexAccess" && !/_const/.test(parent.typeDescriptions?.typeString || "")) {
          bump(node, d.typeDescriptions.typeString, true);
        }
        return;
      }
      case "ModifierInvocation": {
        const name = text(node);
        if (name !== "outsideCallbacks" && name !== "onlyOwner") return;
        add(node, "condition", `without ${name}`, (id) => `${name}Unless(${id})`);
        return;
      }
    }
  }

  function bump(node, type, byOne) {
    const was = text(node);
    const now = byOne ? `${was} + 1` : `${was} * 2`;
    add(node, "bound", now, (id) => `${type}(${active(id)} ? ${type}(${now}) : ${type}(${was}))`);
  }

  function yul(node, parent) {
    if (node.nodeType === "YulLiteral" && node.kind === "number" && parent.nodeType === "YulFunctionCall") {
      // free-memory pointer and zero offsets of scratch space: moving them by a byte changes nothing
      if (["0", "0x40"].includes(node.value)) return;
      add(node, "bound", `${node.value} + 1`, (id) => `add(${node.value}, eq(prevrandao(), ${id}))`);
    }
    for (const [, child] of children(node)) yul(child, node);
  }

  function walk(node, parent, key) {
    if (node.nodeType === "InlineAssembly") return yul(node.AST, node);
    expression(node, parent, key);
    for (const [k, child] of children(node)) walk(child, node, k);
  }

  (function functions(node) {
    for (const [key, child] of children(node)) {
      if (child.nodeType === "FunctionDefinition") {
        for (const m of child.modifiers) walk(m, child, "modifiers");
        if (child.body) walk(child.body, child, "body");
      } else if (child.nodeType === "ModifierDefinition") {
        walk(child.body, child, "body");
      } else {
        functions(child, key);
      }
    }
  })(ast);
  return edits;
}

/** The source with every edit in it, numbered by edit.id. */
function write(source, edits) {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  const render = (start, end) => {
    let out = "";
    let at = start;
    while (next < sorted.length && sorted[next].start >= start && sorted[next].end <= end) {
      const edit = sorted[next++];
      out += source.subarray(at, edit.start).toString();
      out += edit.make(edit.id, render(edit.start, edit.end));
      at = edit.end;
    }
    return out + source.subarray(at, end).toString();
  };
  return render(0, source.length);
}

/** Where an offset is, as people count. */
function lineOf(source, offset) {
  const lines = source.subarray(0, offset).toString().split("\n");
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

module.exports = { find, write, lineOf, children };
