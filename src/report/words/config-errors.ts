// Messages about configurations: what is wrong where, what is expected there, and what may have been meant.

import type { UserErrorCode } from '../../core/user-error.js';
import type { Param } from '../../rules/rule.js';
import type { Language } from '../model.js';
import { cleanForTerminal, cutCharacters } from '../text.js';
import { about, type ErrorWords, type Facts, lines, reasonName } from './facts.js';
import { type Both, grouped, listed } from './language.js';
import { valueText } from './parameters.js';

/** One thing that is wrong, as the configuration tells it. */
interface Told {
  readonly wrong: string;
  readonly line: number;
  readonly column: number;
  readonly where: string;
  readonly key: string;
  readonly value?: string;
  readonly unit?: Param['unit'];
  readonly least?: number;
  readonly most?: number;
  readonly known?: readonly string[];
  readonly all?: readonly string[];
}

const MOST_CHARACTERS = 60;
const shown = (text: string) => cutCharacters(cleanForTerminal(text), MOST_CHARACTERS);

type Sentence = Both<(issue: Told) => string>;

const value = (issue: Told) => shown(issue.value ?? '');
const known = (issue: Told, language: Language) => listed((issue.known ?? []).map(shown), language);

const UNITS: Readonly<Record<Param['unit'], Both>> = {
  fen: { zh: '金额，如 1000 元', en: 'an amount, such as 1000 yuan' },
  days: { zh: '天数，如 30 天', en: 'days, such as 30 days' },
  hours: { zh: '小时数，如 24 小时', en: 'hours, such as 24 hours' },
  minutes: { zh: '分钟数，如 5 分钟', en: 'minutes, such as 5 minutes' },
  orders: { zh: '单数，如 3 单', en: 'a number of orders, such as 3' },
  buyers: { zh: '人数，如 3 人', en: 'a number of people, such as 3' },
  records: { zh: '行数，如 10', en: 'a number of records, such as 10' },
  ratio: { zh: '比例，如 0.2 或 20%', en: 'a share, such as 0.2 or 20%' },
  factor: { zh: '倍数，如 3.5', en: 'a factor, such as 3.5' },
};

/** `，1.00 元到 1,000,000.00 元`. */
function expected({ unit, least, most }: Told, language: Language): string {
  if (unit === undefined) return '';
  const what = UNITS[unit][language];
  if (least === undefined || most === undefined) return what;
  const [from, to] = [valueText(least, unit)[language], valueText(most, unit)[language]];
  return language === 'zh' ? `${what}，${from}到 ${to}` : `${what}, ${from} to ${to}`;
}

function range({ unit, least, most }: Told, language: Language): string {
  if (unit === undefined || least === undefined || most === undefined) return '';
  const [from, to] = [valueText(least, unit)[language], valueText(most, unit)[language]];
  return language === 'zh' ? `${from}到 ${to}` : `${from} to ${to}`;
}

const PERHAPS: Both<(issue: Told) => string> = {
  zh: (issue) => {
    if (issue.known?.length) return `，是不是 ${known(issue, 'zh')}`;
    return issue.all?.length ? `，这里可以写 ${listed(issue.all, 'zh')}` : '';
  },
  en: (issue) => {
    if (issue.known?.length) return `, meant perhaps: ${known(issue, 'en')}`;
    return issue.all?.length ? `, known here: ${listed(issue.all, 'en')}` : '';
  },
};

/** What the parser tells most often; its other codes are named. */
const YAML: Readonly<Record<string, Both>> = {
  TAB_AS_INDENT: { zh: '缩进要用空格，不能用制表符', en: 'indent with blanks, not with TAB' },
  BAD_INDENT: { zh: '缩进对不齐', en: 'the indentation does not fit' },
  MISSING_CHAR: {
    zh: '少了引号、括号、冒号或冒号后面的空格',
    en: 'a quote, bracket, colon or the blank behind it is missing',
  },
  MULTIPLE_DOCS: { zh: '一个文件里只能有一份配置', en: 'a file holds one configuration only' },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '一行里写了两个冒号，或缩进不对',
    en: 'two colons on a line, or wrong indentation',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '少了冒号，或缩进不对',
    en: 'a colon is missing, or the indentation is wrong',
  },
  BAD_SCALAR_START: { zh: '值要加引号', en: 'the value needs quotes' },
  NON_STRING_KEY: { zh: '键要是文字', en: 'a key must be a text' },
};

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'unknown-key': {
    zh: (issue) => `没有这个键${PERHAPS.zh(issue)}`,
    en: (issue) => `there is no such key${PERHAPS.en(issue)}`,
  },
  comma: {
    zh: () => '花括号里逗号会把值分开：写 1500，或加引号 "1,500"',
    en: () => 'a comma ends a value in braces: write 1500, or "1,500" in quotes',
  },
  'value-missing': { zh: () => '后面没有写值', en: () => 'no value stands behind it' },
  'not-a-number': {
    zh: (issue) => `${value(issue)} 不是数，应该是${expected(issue, 'zh')}`,
    en: (issue) => `${value(issue)} is no number; expected: ${expected(issue, 'en')}`,
  },
  'wrong-unit': {
    zh: (issue) => `${value(issue)} 的单位不对，应该是${expected(issue, 'zh')}`,
    en: (issue) => `${value(issue)} has the wrong unit; expected: ${expected(issue, 'en')}`,
  },
  fraction: {
    zh: (issue) => `${value(issue)} 不是整数，应该是${expected(issue, 'zh')}`,
    en: (issue) => `${value(issue)} is not whole; expected: ${expected(issue, 'en')}`,
  },
  'out-of-range': {
    zh: (issue) => `${value(issue)} 超出范围，可以是 ${range(issue, 'zh')}`,
    en: (issue) => `${value(issue)} is out of range: ${range(issue, 'en')}`,
  },
  'not-a-switch': {
    zh: (issue) => `${value(issue)} 不是开关，写 true 或 false`,
    en: (issue) => `${value(issue)} is no switch: write true or false`,
  },
  'not-a-choice': {
    zh: (issue) => `不能是 ${value(issue)}，可以是 ${known(issue, 'zh')}`,
    en: (issue) => `${value(issue)} is none of ${known(issue, 'en')}`,
  },
  'not-a-map': {
    zh: () => '下面应该是一行一个的「键: 值」',
    en: () => 'expected lines of "key: value" below it',
  },
  'not-a-value': { zh: () => '应该是一个值，不是一组', en: () => 'expected one value, not several' },
  'not-a-list': {
    zh: () => '应该是一列天数，如 [3, 30, 60, 90]',
    en: () => 'expected a list of days, such as [3, 30, 60, 90]',
  },
  'too-many': {
    zh: (issue) =>
      `有 ${value(issue)} 个，可以有 ${grouped(issue.least ?? 0)} 到 ${grouped(issue.most ?? 0)} 个`,
    en: (issue) =>
      `there are ${value(issue)}, expected ${grouped(issue.least ?? 0)} to ${grouped(issue.most ?? 0)}`,
  },
  'not-ascending': {
    zh: (issue) =>
      issue.known === undefined
        ? `${value(issue)} 应该比前一个大`
        : `后一档不能比前一档小：${known(issue, 'zh')}`,
    en: (issue) =>
      issue.known === undefined
        ? `${value(issue)} must be more than the one before`
        : `a tier must not be below the one before it: ${known(issue, 'en')}`,
  },
  'list-item': {
    zh: () => '名单的一项是一段文字，或 {file: 名单.csv}，或 {name, phone, address, account, note} 里的几样',
    en: () =>
      'an item of a list is one text, or {file: list.csv}, or some of {name, phone, address, account, note}',
  },
  'set-twice': {
    zh: (issue) =>
      issue.known?.length ? `和 ${known(issue, 'zh')} 是同一个，只能写一次` : '写了两次，只能写一次',
    en: (issue) =>
      issue.known?.length ? `is the same as ${known(issue, 'en')}: set it once` : 'is set twice',
  },
  elsewhere: {
    zh: (issue) => `不在这里设，写在最外层的 ${known(issue, 'zh')}`,
    en: (issue) => `is not set here, but for the whole file under ${known(issue, 'en')}`,
  },
  version: {
    zh: (issue) => `这个版本的程序只认 version: ${known(issue, 'zh')}`,
    en: (issue) => `this program knows version: ${known(issue, 'en')}`,
  },
  'shop-name': {
    zh: () => '店铺名是空的，或前后有空格：要和文件里的一样',
    en: () => "a shop's name is blank or has blanks around it: it must be as in the files",
  },
  'not-assigned': {
    zh: () => '要写成 键=值，如 large.min=2000',
    en: () => 'expected KEY=VALUE, such as large.min=2000',
  },
  yaml: {
    zh: (issue) => `YAML 写法不对：${(YAML[issue.value ?? ''] ?? { zh: value(issue) }).zh}`,
    en: (issue) => `not valid YAML: ${(YAML[issue.value ?? ''] ?? { en: value(issue) }).en}`,
  },
  alias: {
    zh: () => '不能用 YAML 的 & 锚点和 * 引用，把值写出来',
    en: () => "YAML's anchors & and aliases * are not taken: write the value out",
  },
  tag: {
    zh: (issue) => `不能用 YAML 的类型标记 ${value(issue)}`,
    en: (issue) => `YAML's tag ${value(issue)} is not taken`,
  },
  'too-deep': { zh: () => '一层套一层太多了', en: () => 'it is nested too deeply' },
  'control-character': {
    zh: () => '有不能显示的字符，可能不是文本文件',
    en: () => 'there is a control character, this may be no text file',
  },
};

/** `/shop/bnpl-audit.yaml:4:3`, or what was typed. */
function placeOf({ where, line, column }: Told): string {
  return line === 0 ? cleanForTerminal(where) : `${cleanForTerminal(where)}:${line}:${column}`;
}

function sentenceOf(issue: Told, language: Language): string {
  const sentence = SENTENCES[issue.wrong]?.[language](issue) ?? issue.wrong;
  if (issue.key === '') return sentence;
  return `${shown(issue.key)}${language === 'zh' ? '：' : ': '}${sentence}`;
}

function issuesOf(facts: Facts): Told[] {
  return facts.whole('issues').map((text) => JSON.parse(text) as Told);
}

const WRONG: Both = { zh: '配置不对', en: 'The configuration is wrong' };
const ALL_KEYS: Both = {
  zh: '全部的键和说明：bnpl-audit init 写一份带说明的配置；bnpl-audit help config',
  en: 'All keys: bnpl-audit init writes a commented configuration; see bnpl-audit help config',
};
const OTHERS: Both<(count: number) => string> = {
  zh: (count) => `另外 ${grouped(count)} 处：`,
  en: (count) => `${grouped(count)} more:`,
};
const REST: Both<(count: number) => string> = {
  zh: (count) => (count === 0 ? '' : `还有 ${grouped(count)} 处没有列出`),
  en: (count) => (count === 0 ? '' : `and ${grouped(count)} that are not listed`),
};

function words(language: Language) {
  return (facts: Facts) => {
    const [first, ...others] = issuesOf(facts);
    if (first === undefined) return { what: WRONG[language], todo: ALL_KEYS[language] };
    return {
      what: `${placeOf(first)} ${sentenceOf(first, language)}`,
      todo: lines(
        others.length === 0 ? '' : OTHERS[language](others.length + facts.number('more')),
        ...others.map((issue) => `${placeOf(issue)} ${sentenceOf(issue, language)}`),
        REST[language](facts.number('more')),
        ALL_KEYS[language],
      ),
    };
  };
}

const ISSUES: ErrorWords = { zh: words('zh'), en: words('en') };

export const CONFIG_ERRORS = {
  'config-exists': about(
    ['已经有这份配置，没有覆盖', '改它就行；要重新写一份，用 -o 换个名字，或加 --force 覆盖。'],
    [
      'There is such a configuration already, and it was not replaced',
      'Edit it, write another one under a name given with -o, or replace it with --force.',
    ],
  ),
  'config-several': {
    zh: (facts) => ({
      what: `同一个文件夹里有几份配置：${facts.path()}`,
      todo: '留下一份，或用 --config 文件 说明用哪一份；都不用，加 --no-config。',
    }),
    en: (facts) => ({
      what: `Several configurations stand in one folder: ${facts.path()}`,
      todo: 'Keep one, name one with --config FILE, or use none with --no-config.',
    }),
  },
  'config-syntax': ISSUES,
  'config-too-large': about(
    ['配置文件太大，没有读', '配置不会超过 256 KiB：看看文件名是不是写错了。'],
    ['The configuration is too large and was not read', 'It may have 256 KiB: check the name of the file.'],
  ),
  'config-unknown-key': ISSUES,
  'config-unreadable': {
    zh: (facts) => ({
      what:
        facts.text('reason') === 'encoding'
          ? `配置不是 UTF-8 编码：${facts.path()}`
          : `配置读不了（${reasonName(facts).zh}）：${facts.path()}`,
      todo:
        facts.text('reason') === 'encoding'
          ? '用记事本打开，另存为 UTF-8。'
          : '看看名字和权限；不用配置，加 --no-config。',
    }),
    en: (facts) => ({
      what:
        facts.text('reason') === 'encoding'
          ? `The configuration is not UTF-8: ${facts.path()}`
          : `The configuration cannot be read (${reasonName(facts).en}): ${facts.path()}`,
      todo:
        facts.text('reason') === 'encoding'
          ? 'Open it in an editor and save it as UTF-8.'
          : 'Check its name and permissions, or use none with --no-config.',
    }),
  },
  'config-value': ISSUES,
  'schema-unknown': {
    zh: (facts) => ({
      what: `没有这个 schema：${facts.text('name')}`,
      todo: '有的是：bnpl-audit schema config',
    }),
    en: (facts) => ({
      what: `Unknown schema: ${facts.text('name')}`,
      todo: 'There is: bnpl-audit schema config',
    }),
  },
} as const satisfies Partial<Record<UserErrorCode, ErrorWords>>;
