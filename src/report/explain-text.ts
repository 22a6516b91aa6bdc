// Explanations: a rule, an error code, a bucket, a state or a column in full, by any of its names.

import { distance } from 'fastest-levenshtein';
import { ENTRIES, type Entry } from './explain-entries.js';
import { labelledLines } from './layout.js';
import type { RulesInForce } from './settings.js';
import { wrap } from './text.js';
import { lineWidth, stylesOf, type View } from './view.js';
import { KINDS } from './words/explain.js';

const MOST_NEAR = 5;

/**
 * The explanation of everything that goes by a name, in either language and whatever the case; null for an unknown
 * one. `inForce`: how rules are set, where anything was chosen. Each line is at most as wide as asked.
 */
export function explainText(name: string, view: View, inForce: RulesInForce | null = null): string | null {
  const wanted = comparable(name);
  const found = ENTRIES.filter((entry) => namesOf(entry).some((one) => comparable(one) === wanted));
  if (wanted === '' || found.length === 0) return null;
  return `${found.map((entry) => entryLines(entry, view, inForce).join('\n')).join('\n\n')}\n`;
}

/** At most five names that resemble an unknown one, the nearest first. */
export function explainNear(name: string): string[] {
  const wanted = comparable(name);
  if (wanted === '') return [];
  const near = new Map<string, number>();
  for (const one of ENTRIES.flatMap(namesOf)) {
    const far = farFrom(comparable(one), wanted);
    if (far < Number.POSITIVE_INFINITY) near.set(one, far);
  }
  return [...near]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(([one]) => one);
}

/** How far a name is from what was typed: whole, as a part of it, or by its beginning; infinite when not near. */
function farFrom(name: string, wanted: string): number {
  // Two characters in three must be right: with fewer, a short name is near everything.
  const isNear = (far: number, length: number) => far <= Math.min(3, length / 3);
  const whole = distance(name, wanted);
  if (isNear(whole, Math.max(name.length, wanted.length))) return whole;
  if (wanted.length > 1 && name.includes(wanted)) return 0.5;
  const beginning = distance(name.slice(0, wanted.length), wanted);
  return wanted.length > 3 && isNear(beginning, wanted.length) ? beginning + 0.5 : Number.POSITIVE_INFINITY;
}

/** Every name that an explanation is found by. */
export function namesOf({ code, names }: Entry): string[] {
  return [...new Set([code, ...names])];
}

/** Names are compared in half width and small letters; blanks, `_` and `-` are one, and nothing beside Chinese. */
function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/g, '-')
    .replace(/-?(\P{ASCII})-?/gu, '$1');
}

function entryLines(entry: Entry, view: View, inForce: RulesInForce | null): string[] {
  const { language } = view;
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const { kind, code, title } = entry;
  const shown = title[language] === code ? code : `${title[language]} (${code})`;
  const head = wrap(`${KINDS[kind][language]}  ${shown}`, columns, 2).map(styles.title);
  return [...head, ...labelledLines(entry.text(language, inForce), columns, styles.quiet)];
}
