// What is written to stderr when a run ends early: what is wrong, where, why, and what to do.

import { Bug } from '../core/bug.js';
import type { UserError } from '../core/user-error.js';
import { cleanForTerminal, wrap } from './text.js';
import { lineWidth, stylesOf, type View } from './view.js';
import { describeError } from './words/errors.js';
import type { Both } from './words/language.js';

const ERROR: Both = { zh: '错误', en: 'error' };
const COLON: Both = { zh: '：', en: ': ' };

/**
 * The lines for a user's mistake: first `错误 <code>：…`, then, indented, what to do. The first line is never broken,
 * so that its path can be copied and searched for, nor are lines of paths; the others are at most as wide as asked.
 */
export function errorText(error: UserError, view: View): string {
  const { language } = view;
  const { what, todo, paths = [] } = describeError(error, language);
  const first = `${stylesOf(view).bad(`${ERROR[language]} ${error.code}`)}${COLON[language]}${what}`;
  const indented = todo.split('\n').flatMap((line) => wrap(`  ${line}`, lineWidth(view), 4));
  const listed = paths.flatMap(({ title, paths }) => [`  ${title}`, ...paths.map((path) => `    ${path}`)]);
  return `${[first, ...indented, ...listed].join('\n')}\n`;
}

/** The lines for a mistake of ours: what it was doing and where, never what stood in a cell. */
export function bugText(error: unknown, version: string, view: View): string {
  const { language } = view;
  const { zh, en } = describeBug(error, version);
  const [first = '', ...rest] = language === 'zh' ? zh : en;
  const head = `${stylesOf(view).bad(`${ERROR[language]} internal`)}${COLON[language]}${first}`;
  return `${[head, ...rest.flatMap((line) => wrap(`  ${line}`, lineWidth(view), 4))].join('\n')}\n`;
}

function describeBug(error: unknown, version: string): Both<string[]> {
  const cause = error instanceof Bug ? error.cause : error;
  // The name tells the kind of error; its message may hold what stood in a cell.
  const kind = cause instanceof Error ? cause.name : typeof cause;
  const place = placeOf(cause);
  const id = `${version} ${error instanceof Bug ? error.phase : '-'} ${kind}${place === '' ? '' : ` ${place}`}`;
  const row = error instanceof Bug && error.row > 0 ? error.row : 0;
  const name = error instanceof Bug ? cleanForTerminal(error.input) : '';
  return {
    zh: [
      `程序自己出错了，没有写出结果 [${id}]`,
      name === '' ? '' : `正在处理：${name}${row === 0 ? '' : `，第 ${row} 行`}`,
      '这不是操作的问题。报告时附上方括号里的内容就够了，不要附订单文件。',
    ].filter((line) => line !== ''),
    en: [
      `bnpl-audit itself failed, nothing was written [${id}]`,
      name === '' ? '' : `It was reading ${name}${row === 0 ? '' : `, row ${row}`}`,
      'This is no mistake of yours. To report it, the text in brackets is enough; do not attach order files.',
    ].filter((line) => line !== ''),
  };
}

/** File and line of our own code where an error came up, such as `core/money.js:41`. */
function placeOf(cause: unknown): string {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const line = stack.split('\n').find((entry) => /^\s+at .*[/\\](?:dist|src)[/\\]/.test(entry)) ?? '';
  return /[/\\](?:dist|src)[/\\]([\w./\\-]+:\d+)/.exec(line)?.[1]?.replaceAll('\\', '/') ?? '';
}
