// Data problems in words: a code without both languages does not compile.

import type { Problem, ProblemCode } from '../../core/problem.js';
import { maskCell } from '../mask.js';
import type { Language } from '../model.js';
import { cleanForTerminal, cutCharacters } from '../text.js';
import { AFTER_SALES_WORDS } from './after-sales.js';
import { DAMAGE_WORDS } from './damage.js';
import type { Both, ProblemText } from './language.js';
import { MONEY_NOTE_WORDS } from './money-notes.js';
import { NOTE_WORDS } from './notes.js';

export const PROBLEM_WORDS: Readonly<Record<ProblemCode, Both<ProblemText>>> = {
  ...AFTER_SALES_WORDS,
  ...DAMAGE_WORDS,
  ...MONEY_NOTE_WORDS,
  ...NOTE_WORDS,
};

/** Characters of a header that a problem's line shows. */
const HEADER_CHARACTERS = 24;

/** A problem's text as it may be shown in a terminal: masked and cleaned; '' without one. */
function shownText(problem: Problem): string {
  return problem.text === undefined ? '' : cleanForTerminal(maskCell(problem.code, problem.text));
}

/** Where a problem stands and what stood there: `第 12 行「用户实付金额(元)」：1.2万`; '' for a whole file. */
export function problemPlace(problem: Problem, language: Language): string {
  const { record, column = '' } = problem;
  const header = cutCharacters(cleanForTerminal(column), HEADER_CHARACTERS);
  const shown = shownText(problem);
  if (language === 'zh') {
    const place = (record > 0 ? `第 ${record} 行` : '') + (header === '' ? '' : `「${header}」`);
    return shown === '' ? place : place === '' ? shown : `${place}：${shown}`;
  }
  const place = [record > 0 ? `row ${record}` : '', header === '' ? '' : `"${header}"`];
  const whole = place.filter((part) => part !== '').join(' ');
  return shown === '' ? whole : whole === '' ? shown : `${whole}: ${shown}`;
}

/** A problem on one line: `金额读不出，第 12 行「用户实付金额(元)」：1.2万`. Masked and cleaned. */
export function problemLine(problem: Problem, language: Language): string {
  const { label } = PROBLEM_WORDS[problem.code][language];
  const place = problemPlace(problem, language);
  const comma = language === 'zh' ? '，' : ', ';
  return place === '' ? label : `${label}${comma}${place}`;
}
