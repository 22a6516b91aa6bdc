// Counts, shares and lists as people read them, in both languages.

import type { Both, Language } from '../../core/language.js';

export type { Both };

/** `1,234`: a count as people read it. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 order`, `1,234 orders`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `97.9`: a share from 0 to 1 as percent, rounded down, so that no share reaches a limit that it misses. */
export function percentDown(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-9);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Items between the language's list marks. */
export function listed(items: readonly string[], language: Language): string {
  return items.join(language === 'zh' ? '、' : ', ');
}

/** The words of a data problem. */
export interface ProblemText {
  /** A few words for lists. */
  readonly label: string;
  readonly means: string;
  readonly todo: string;
}

export function problemText(label: string, means: string, todo: string): ProblemText {
  return { label, means, todo };
}
