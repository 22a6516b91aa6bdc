// Data problems as a short block: one line a code, the worst first, with the first place of each.

import { PROBLEM_LEVELS, type Problem, type ProblemCode } from '../core/problem.js';
import type { Language, ProblemReport } from './model.js';
import { cleanForTerminal, wrap } from './text.js';
import { type Both, grouped, plural } from './words/language.js';
import { PROBLEM_WORDS, problemPlace } from './words/problems.js';
import { LEVEL_NAMES } from './words/terms.js';

const MOST_LINES = 8;
const LEVELS = ['reject', 'damage', 'note'] as const;

const TITLE: Both<(kinds: number, all: number) => string> = {
  zh: (kinds, all) => `数据问题 ${grouped(kinds)} 种，共 ${grouped(all)} 处`,
  en: (kinds, all) => `Data problems: ${plural(kinds, 'kind')}, ${plural(all, 'place')}`,
};
const NONE: Both = { zh: '没有发现数据问题', en: 'No data problems found' };
const MORE: Both<(kinds: number) => string> = {
  zh: (kinds) => `还有 ${grouped(kinds)} 种`,
  en: (kinds) => `${grouped(kinds)} more ${kinds === 1 ? 'kind' : 'kinds'}`,
};
const LINE: Both<(label: string, count: number, place: string) => string> = {
  zh: (label, count, place) => `${label} ${grouped(count)} 处${place === '' ? '' : `：${place}`}`,
  en: (label, count, place) => `${label}, ${plural(count, 'place')}${place === '' ? '' : `: ${place}`}`,
};

interface CodeCount {
  readonly code: ProblemCode;
  readonly count: number;
  readonly first: Problem | undefined;
}

/** One entry a code: rejected records first, then damage, then notes; within these the more frequent first. */
function byCode(report: ProblemReport): CodeCount[] {
  const counts = new Map<ProblemCode, number>();
  for (const { code, count } of report.counts) counts.set(code, (counts.get(code) ?? 0) + count);
  const rank = (code: ProblemCode) => LEVELS.indexOf(PROBLEM_LEVELS[code]);
  return [...counts]
    .map(([code, count]) => ({ code, count, first: report.kept.find((problem) => problem.code === code) }))
    .sort((a, b) => rank(a.code) - rank(b.code) || b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** The block's title and lines; the title alone says that there is nothing. Every text is masked and cleaned. */
export function problemBlock(
  report: ProblemReport,
  language: Language,
  columns: number,
): { title: string; lines: string[]; isClean: boolean } {
  const codes = byCode(report);
  if (codes.length === 0) return { title: NONE[language], lines: [], isClean: true };
  const all = codes.reduce((sum, { count }) => sum + count, 0);
  const shown = codes.slice(0, MOST_LINES);
  const lines = shown.flatMap(({ code, count, first }) => {
    const level = PROBLEM_LEVELS[code];
    const mark = level === 'note' ? '' : `[${LEVEL_NAMES[level][language]}] `;
    const text = LINE[language](PROBLEM_WORDS[code][language].label, count, placeOf(first, report, language));
    return wrap(`  ${mark}${text}`, columns, 4);
  });
  if (codes.length > MOST_LINES) lines.push(`  ${MORE[language](codes.length - MOST_LINES)}`);
  return { title: TITLE[language](codes.length, all), lines, isClean: false };
}

function placeOf(first: Problem | undefined, report: ProblemReport, language: Language): string {
  if (first === undefined) return '';
  const place = problemPlace(first, language);
  const name = report.inputs[first.input] ?? '';
  if (report.inputs.filter((input) => input !== '').length < 2 || name === '') return place;
  return place === '' ? cleanForTerminal(name) : `${cleanForTerminal(name)} ${place}`;
}
