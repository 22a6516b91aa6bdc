// What is wrong in a configuration: each place with what was found there, all of them in one message.

import { type ErrorFacts, UserError, type UserErrorCode } from '../core/user-error.js';

/** What is wrong. The words stand in report/words. */
export type Wrong =
  | 'unknown-key'
  | 'comma'
  | 'value-missing'
  | 'not-a-number'
  | 'wrong-unit'
  | 'fraction'
  | 'out-of-range'
  | 'not-a-switch'
  | 'not-a-choice'
  | 'not-a-map'
  | 'not-a-value'
  | 'not-a-list'
  | 'not-a-text'
  | 'list-item'
  | 'too-many'
  | 'not-ascending'
  | 'set-twice'
  | 'elsewhere'
  | 'version'
  | 'shop-name'
  | 'not-assigned'
  | 'yaml'
  | 'alias'
  | 'tag'
  | 'too-deep'
  | 'control-character';

const SYNTAX: readonly Wrong[] = ['yaml', 'alias', 'tag', 'too-deep', 'control-character'];

export interface Issue {
  readonly wrong: Wrong;
  /** Line and column in the file, from 1; 0 elsewhere. */
  readonly line: number;
  readonly column: number;
  /** Where it was written: the file's path, `--set`, `BNPL_AUDIT_SET`. */
  readonly where: string;
  /** As it was written, dotted. */
  readonly key: string;
  /** What stands there; '' where it is no single value. */
  readonly value?: string;
  /** The unit, and the range in it, of a number. */
  readonly unit?: string;
  readonly least?: number;
  readonly most?: number;
  /** What is known there, the nearest first; or the words that a choice has; or the other key. */
  readonly known?: readonly string[];
  /** Where nothing is near: all keys, if there are few. */
  readonly all?: readonly string[];
}

/** More would not be read. */
const MOST_SHOWN = 20;

/** The code that a message has: what is wrong first decides. */
function codeOf({ wrong }: Issue): UserErrorCode {
  if (SYNTAX.includes(wrong)) return 'config-syntax';
  return wrong === 'unknown-key' ? 'config-unknown-key' : 'config-value';
}

/** One error of all that is wrong, in the order of the file; `issues` holds one at least. */
export function issuesError(issues: readonly Issue[]): UserError {
  const sorted = [...issues].sort((a, b) => a.line - b.line || a.column - b.column);
  const first = sorted[0]!;
  const facts: ErrorFacts = {
    path: first.where,
    issues: sorted.slice(0, MOST_SHOWN).map((issue) => JSON.stringify(issue)),
    more: Math.max(0, sorted.length - MOST_SHOWN),
  };
  return new UserError(codeOf(first), facts);
}
