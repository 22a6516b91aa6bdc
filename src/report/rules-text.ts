// The catalogue of rules: a table for a terminal, and the same as Markdown for the README.

import type { Param, Rule } from '../rules/rule.js';
import type { Language } from './model.js';
import type { RuleSettings, RulesInForce } from './settings.js';
import { padEnd, width, wrap } from './text.js';
import { lineWidth, stylesOf, type View } from './view.js';
import { SEVERITY_NAMES, STRENGTH_NAMES } from './words/findings.js';
import { type Both, grouped, listed } from './words/language.js';
import { valueText } from './words/parameters.js';

const NARROWEST_TITLE = 16;
const COLUMNS: Both<readonly string[]> = {
  zh: ['检查项', '代码', '等级', '依据', '名称'],
  en: ['rule', 'code', 'severity', 'evidence', 'title'],
};
const PARAMETERS: Both = { zh: '参数=默认值', en: 'parameter=default' };
const TITLE: Both<(count: number) => string> = {
  zh: (count) => `检查项 ${grouped(count)} 个`,
  en: (count) => `${grouped(count)} rules`,
};
const OFF: Both = { zh: '不查', en: 'off' };
const IN_FORCE: Both = {
  zh: '参数=现在的值（从哪里来；没写的是默认值）',
  en: 'parameter=value in force (from where; else the default)',
};
const NOTES: Both<readonly string[]> = {
  zh: [
    '等级后面有 + 的，随数字变；没到账没有证明的，最高为中。',
    '一项检查的全部说明：bnpl-audit explain LU1（代码和检查项名都可以）',
  ],
  en: [
    'A + behind a severity: it depends on the figures; what rests on unproven money is at most medium.',
    'A rule in full: bnpl-audit explain LU1 (its code or its name)',
  ],
};

/**
 * The catalogue, one line a rule under common columns, its parameters below where they do not fit; each line at most
 * as wide as asked. `inForce`: how they are set, where anything was chosen.
 */
export function rulesText(rules: readonly Rule[], view: View, inForce: RulesInForce | null = null): string {
  const { language } = view;
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const head = [...COLUMNS[language]];
  const rows = rules.map((rule) => ({
    cells: cellsOf(rule, language, inForce?.get(rule.id)),
    params: paramsOf(rule, language, inForce?.get(rule.id)),
  }));
  const all = [head, ...rows.map(({ cells }) => cells)];
  const widths = head.map((_, i) => Math.max(...all.map((cells) => width(cells[i] ?? ''))));
  const padded = (cells: readonly string[]) =>
    cells.map((cell, i) => padEnd(cell, widths[i] ?? 0)).join('  ');
  const lines = [{ cells: head, params: (inForce === null ? PARAMETERS : IN_FORCE)[language] }, ...rows].map(
    ({ cells, params }) => {
      const whole = `  ${padded(cells)}  ${params}`.trimEnd();
      if (width(whole) <= columns) return [whole];
      const below = params === '' ? [] : wrap(`    ${params}`, columns, 6).map(styles.quiet);
      return [...titled(`  ${padded(cells.slice(0, -1))}  `, cells.at(-1) ?? '', columns), ...below];
    },
  );
  const [titles = [], ...others] = lines;
  const notes = NOTES[language].flatMap((note) => wrap(note, columns, 2)).map(styles.quiet);
  return `${[styles.title(TITLE[language](rules.length)), ...titles, ...others.flat(), '', ...notes].join('\n')}\n`;
}

/** A title behind its columns, continued under itself; where it has no room, all of it as a sentence. */
function titled(front: string, title: string, columns: number): string[] {
  const indent = width(front);
  if (columns - indent < NARROWEST_TITLE) return wrap(`${front}${title}`, columns, 4);
  const [first = '', ...rest] = wrap(title, columns - indent);
  return [`${front}${first}`, ...rest.map((text) => ' '.repeat(indent) + text)];
}

/** Id, code, severity, strength and title. */
function cellsOf(rule: Rule, language: Language, set?: RuleSettings): string[] {
  const fixed = set?.severity.value ?? null;
  const severity =
    fixed === null
      ? `${SEVERITY_NAMES[rule.severity][language]}${rule.bands === undefined ? '' : '+'}`
      : SEVERITY_NAMES[fixed][language];
  return [
    rule.id,
    rule.aliases[0] ?? '',
    (set?.enabled.value ?? rule.off !== true) ? severity : OFF[language],
    STRENGTH_NAMES[rule.strength][language],
    rule.title[language],
  ];
}

function paramsOf({ params }: Rule, language: Language, set?: RuleSettings): string {
  const named = Object.entries(params as Readonly<Record<string, Param>>);
  return listed(
    named.map(([name, { value, unit }]) => {
      const now = set?.params[name];
      const text = `${name}=${valueText(now?.value ?? value, unit)[language]}`;
      return now === undefined || now.source === 'default' ? text : `${text} (${now.place ?? ''})`;
    }),
    language,
  );
}

const MARKDOWN_HEAD: Both<readonly string[]> = {
  zh: ['检查项', '代码', '名称', '查什么', '等级', '依据', '参数（默认值）'],
  en: ['Rule', 'Codes', 'Title', 'Looks for', 'Severity', 'Evidence', 'Parameters (defaults)'],
};

/** The catalogue as a Markdown table, without a line end behind it. */
export function rulesMarkdown(rules: readonly Rule[], language: Language): string {
  const head = MARKDOWN_HEAD[language];
  const rows = rules.map((rule) => [
    `\`${rule.id}\``,
    rule.aliases.join(', '),
    rule.title[language],
    rule.looks[language],
    `${SEVERITY_NAMES[rule.severity][language]}${rule.bands === undefined ? '' : '+'}`,
    STRENGTH_NAMES[rule.strength][language],
    paramsOf(rule, language),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A vertical bar would begin a new cell. */
function cellText(text: string): string {
  return text.replaceAll('|', '\\|');
}

const MARKED = /(<!-- rules:(zh|en) -->\n)[\s\S]*?(<!-- \/rules -->)/g;

/** A document with the table between each pair of its marks `<!-- rules:zh -->` and `<!-- /rules -->` made anew. */
export function withRules(document: string, rules: readonly Rule[]): string {
  return document.replace(
    MARKED,
    (_all, start: string, language: Language, end: string) =>
      `${start}${rulesMarkdown(rules, language)}\n${end}`,
  );
}
