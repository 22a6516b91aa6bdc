// What is set on the command line and in the environment: `KEY=VALUE`, read along the same description as the file.

import { ruleNamed } from '../rules/index.js';
import { description } from './description.js';
import type { Given, Origin, Place } from './walk.js';
import { nearest, Walk } from './walk.js';

const NOWHERE: Place = { line: 0, column: 0 };
/** A name between dots; in quotes where dots belong to it: `shops."A.B".large.min`. */
const NAMES = /^(?:"([^"]+)"|([^."]+))(?:\.|$)/;

/** Reads the assignments, the last one of a key counting. What is wrong stands in the walk's issues. */
export function readAssignments(assignments: readonly string[], origin: Origin): Walk {
  const walk = new Walk(origin);
  for (const assignment of assignments) {
    const equals = assignment.indexOf('=');
    const key = assignment.slice(0, Math.max(0, equals)).trim();
    const names = namesOf(key);
    if (equals < 1 || names === null) {
      const shown = /^\s*lists\b/.test(assignment) ? 'lists.****' : assignment;
      walk.issues.push({ wrong: 'not-assigned', ...NOWHERE, where: origin.where, key: shown });
      continue;
    }
    const [first = ''] = names;
    // Rules need no `rules.` in front.
    const isRule = !description().keys.has(first) && isLikeRule(first);
    const text = assignment.slice(equals + 1).trim();
    if (text === '') {
      walk.issues.push({ wrong: 'value-missing', ...NOWHERE, where: origin.where, key });
      continue;
    }
    const value: Given = { kind: 'text', at: NOWHERE, text };
    const given = (isRule ? ['rules', ...names] : names).reduceRight<Given>(
      (inner, name) => ({
        kind: 'map',
        at: NOWHERE,
        entries: [{ key: name, at: NOWHERE, value: inner }],
      }),
      value,
    );
    walk.section(given, description(), '');
  }
  return walk;
}

/** A rule's name or code, also one with a slip, which is told as such. */
function isLikeRule(name: string): boolean {
  const rules = description().keys.get('rules');
  if (ruleNamed(name) !== undefined || rules?.kind !== 'section') return ruleNamed(name) !== undefined;
  return nearest(name, rules).length > 0 && nearest(name, description()).length === 0;
}

/** The names of a dotted key; null for one that is none. */
function namesOf(key: string): string[] | null {
  const names: string[] = [];
  let rest = key;
  while (rest !== '') {
    const match = NAMES.exec(rest);
    if (match === null) return null;
    names.push(match[1] ?? match[2] ?? '');
    rest = rest.slice(match[0].length);
  }
  return names.length === 0 || key.endsWith('.') ? null : names;
}
