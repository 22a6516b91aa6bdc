// From the text of a configuration file to what was written: YAML 1.2 as data, and nothing else that YAML can do.

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Issue, Wrong } from './issues.js';
import { type Given, type GivenEntry, type Place, withoutPeople } from './walk.js';

/** Deeper than any setting; the parser works with the machine's stack, which a hostile file could exhaust. */
const DEEPEST = 32;
const INDENTED = /^[ ]{256}/m;
const COMPACT = /(?:[-?:][ \t]+){32}/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

export type Parsed = { readonly given: Given } | { readonly issues: readonly Issue[] };

/** `where`: the file's path, for messages. Time: linear in the text. */
export function parseYaml(text: string, where: string): Parsed {
  const counter = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const issues: Issue[] = [];
  const tell = (wrong: Wrong, { line, column }: Place, key: string, value = '') => {
    issues.push({ wrong, line, column, where, key, value });
  };
  const odd = hostileAt(text);
  if (odd !== null) {
    tell(odd.wrong, lineOf(text, odd.at), '');
    return { issues };
  }
  const document: Document.Parsed = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    strict: true,
    stringKeys: true,
    // Told below: the parser compares each key with each other one.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: counter,
  });
  for (const { code, pos } of document.errors) tell('yaml', placeOf(pos[0]), '', code);
  if (issues.length > 0) return { issues };

  /** Throws nothing: what is not data is told, and read as nothing. */
  const read = (node: unknown, at: Place, path: string): Given => {
    if (node === null || node === undefined) return { kind: 'nothing', at };
    const here = placeIn(node as Node, at);
    if (isAlias(node)) {
      tell('alias', here, path);
      return { kind: 'nothing', at: here };
    }
    const { tag, anchor } = node as { readonly tag?: string; readonly anchor?: string };
    if (anchor !== undefined) tell('alias', here, path);
    if (tag !== undefined) tell('tag', here, path, tag);
    if (isMap(node)) {
      const known = new Set<string>();
      const entries = node.items.map((pair): GivenEntry => {
        const place = placeIn(pair.key as Node, here);
        const key = textOf(pair.key) ?? '';
        const whole = path === '' ? key : `${path}.${key}`;
        // Beside its value, an anchor or a tag can stand before a key.
        read(pair.key, place, whole);
        if (known.has(key)) tell('set-twice', place, withoutPeople(whole));
        known.add(key);
        return { key, at: place, value: read(pair.value, place, whole) };
      });
      return { kind: 'map', at: here, entries };
    }
    if (isSeq(node)) {
      return { kind: 'list', at: here, items: node.items.map((item) => read(item, here, path)) };
    }
    const text = textOf(node);
    return text === null ? { kind: 'nothing', at: here } : { kind: 'text', at: here, text };
  };
  const placeIn = (node: Node | null, otherwise: Place): Place => {
    return node?.range ? placeOf(node.range[0]) : otherwise;
  };
  const given = read(document.contents, { line: 1, column: 1 }, '');
  return issues.length > 0 ? { issues } : { given };
}

/** A scalar as it was written, so that `1000.50` and `0123` stay what they are; null for none. */
function textOf(node: unknown): string | null {
  if (!isScalar(node)) return null;
  if (node.value === null) return null;
  const isPlain = node.type === 'PLAIN' && typeof node.source === 'string';
  return isPlain ? (node.source as string) : String(node.value);
}

/** What would cost the parser its stack, or is no text at all. */
function hostileAt(text: string): { readonly wrong: Wrong; readonly at: number } | null {
  const control = CONTROL.exec(text);
  if (control !== null) return { wrong: 'control-character', at: control.index };
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '[' || sign === '{') depth++;
    else if ((sign === ']' || sign === '}') && depth > 0) depth--;
    if (depth > DEEPEST) return { wrong: 'too-deep', at };
  }
  const nested = INDENTED.exec(text) ?? COMPACT.exec(text);
  return nested === null ? null : { wrong: 'too-deep', at: nested.index };
}

function lineOf(text: string, at: number): Place {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
