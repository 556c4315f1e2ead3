// Finds, in parsed JavaScript, whatever could navigate, send, keep or run a text.

import { parse } from "acorn";

/** Global functions and classes that send, keep or run. */
const GLOBALS = new Set([
  "eval", "Function", "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport", "importScripts",
  "RTCPeerConnection", "webkitRTCPeerConnection", "SharedWorker", "Worker", "FontFace", "Image", "Audio", "indexedDB", "caches", "cookieStore",
  "localStorage", "sessionStorage", "BroadcastChannel", "Notification", "postMessage",
]);

/** Properties that send, keep, run or navigate, whatever they are of. */
const MEMBERS = new Set([
  ...GLOBALS, "innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "parseFromString", "createContextualFragment",
  "srcdoc", "sendBeacon", "serviceWorker", "cookie", "pushState", "replaceState", "writeln", "requestSubmit", "constructor",
]);
MEMBERS.delete("Function");

/** Attributes and properties that hold an address, or a text that runs. */
const ADDRESSES = /^(href|src|srcset|srcdoc|action|formAction|formaction|ping|poster|manifest|xlink:href|on[a-z]+)$/;

/** Elements that load, send or navigate by themselves. */
const ELEMENTS = /^(script|iframe|frame|object|embed|applet|form|base|meta|link|img|image|audio|video|source|track|portal|fencedframe)$/i;

const WINDOWS = new Set(["window", "self", "globalThis", "top", "parent", "document"]);

const isConstant = (node) => node?.type === "Literal" || (node?.type === "TemplateLiteral" && node.expressions.length === 0)
  || (node?.type === "ConditionalExpression" && isConstant(node.consequent) && isConstant(node.alternate));

const text = (node) => (node?.type === "TemplateLiteral" ? node.quasis[0]?.value.cooked : node?.value);

/** What a script holds, each as `kind: what`. */
export function scan(source) {
  return walk(source, judge);
}

/** What `look` gives for each node. */
function walk(source, look) {
  const found = [];
  const visit = (node, parent) => {
    if (!node || typeof node.type !== "string") return;
    const seen = look(node, parent);
    if (seen) found.push(seen);
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) for (const one of child) visit(one, node);
      else if (child && typeof child === "object") visit(child, node);
    }
  };
  visit(parse(source, { ecmaVersion: "latest", sourceType: "module" }));
  return found;
}

function judge(node, parent) {
  switch (node.type) {
    case "ImportExpression": return isConstant(node.source) ? undefined : "import()";
    case "Identifier": return isUse(node, parent) && GLOBALS.has(node.name) ? node.name : undefined;
    case "MemberExpression": {
      const name = node.computed ? text(node.property) : node.property.name;
      if (name === "constructor" && parent.type !== "CallExpression" && parent.type !== "NewExpression") return undefined;
      return MEMBERS.has(name) ? `.${name}` : undefined;
    }
    case "AssignmentExpression": return assignment(node);
    case "Property": return attribute(node);
    case "CallExpression": return call(node);
    case "Literal": return typeof node.value === "string" && /^\s*javascript:/i.test(node.value) ? "javascript:" : undefined;
    default: return undefined;
  }
}

/** Not the name of a property, of a parameter or of something declared here. */
function isUse(node, parent) {
  if (parent.type === "MemberExpression") return parent.object === node || parent.computed;
  if (parent.type === "Property") return parent.value === node;
  return !["MethodDefinition", "PropertyDefinition", "LabeledStatement", "ExportSpecifier", "ImportSpecifier"].includes(parent.type);
}

function assignment({ left, right }) {
  if (left.type === "Identifier" && left.name === "location") return "location =";
  if (left.type !== "MemberExpression") return undefined;
  const name = left.computed ? text(left.property) : left.property.name;
  if (name === "location") return "location =";
  const of = left.object.name ?? left.object.property?.name;
  if (name === "hash" && of === "location" && !isConstant(right)) return "location.hash =";
  return ADDRESSES.test(name ?? "") && !isConstant(right) && !/Function/.test(right.type) && !/^on/.test(name) ? `.${name} =` : undefined;
}

/** An attribute with an address that is not written out here, as `h("a", { href: address })` has it. */
function attribute({ key, value, kind, method }) {
  const name = key.name ?? key.value;
  if (kind !== "init" || method || !ADDRESSES.test(name ?? "") || isConstant(value)) return undefined;
  return /^on/.test(name) ? undefined : `${name}:`;
}

function call({ callee, arguments: [first, second] }) {
  const member = callee.type === "MemberExpression" ? callee : undefined;
  const name = member ? (member.computed ? text(member.property) : member.property.name) : callee.name;
  const of = member?.object.name ?? member?.object.property?.name;
  if (/^(setTimeout|setInterval)$/.test(name) && first && (first.type === "Literal" || /^(Template|Binary)/.test(first.type))) return `${name}(text)`;
  if (name === "open" && (!member || WINDOWS.has(of))) return "open()";
  if (/^(assign|replace|reload)$/.test(name) && of === "location") return `location.${name}()`;
  if (name === "write" && of === "document") return "document.write()";
  if (name === "submit" && member) return ".submit()";
  if (/^(createElement|createElementNS|h)$/.test(name)) {
    const tag = name === "createElementNS" ? second : first;
    if (!isConstant(tag)) return `${name}(any)`;
    return ELEMENTS.test(text(tag)) ? `<${text(tag)}>` : undefined;
  }
  if (/^setAttribute(NS)?$/.test(name)) {
    const attribute = name.endsWith("NS") ? second : first;
    if (!isConstant(attribute)) return "setAttribute(any)";
    return ADDRESSES.test(text(attribute)) ? `setAttribute(${text(attribute)})` : undefined;
  }
  return undefined;
}
