// The configuration as `init` writes it: every key, commented out at its default, with what it is for and its range.

import type { Both, Language } from '../core/language.js';
import { formatYuan } from '../core/money.js';
import { description } from './description.js';
import { AUTO, type DaysSetting, type Entry, type NumberSetting, type Section } from './settings.js';
import type { Unit } from './units.js';

/** What was seen of an order file. */
export interface SeenFile {
  /** Without its folder. */
  readonly name: string;
  readonly platform: string;
  /** Headers with the field that each is read as; null: it is not read. */
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
}

const HEAD: Both<readonly string[]> = {
  zh: [
    'bnpl-audit 的配置。去掉一行前面的 # 就生效；没写的用默认值，全部留着不动等于没有配置。',
    '金额按元写：1000、1000.50、1,000 元；天数：30 或 30 天；比例：0.2 或 20%。单位写错会拒绝。',
    '优先顺序：命令行、环境变量、这个文件、默认值。说明：bnpl-audit help config',
  ],
  en: [
    'Configuration of bnpl-audit. Take the # off a line to set it; as it stands, the file changes nothing.',
    'Amounts in yuan: 1000, 1000.50, 1,000 yuan; days: 30 or 30 days; shares: 0.2 or 20%. Wrong units are refused.',
    'First come flags, then the environment, then this file, then defaults. See bnpl-audit help config',
  ],
};
const RANGE: Both<(text: string, least: string, most: string) => string> = {
  zh: (text, least, most) => `${text}；${least} 到 ${most}`,
  en: (text, least, most) => `${text}; ${least} to ${most}`,
};
const SHARED: Both<(key: string) => string> = {
  zh: (key) => `；不写就用 ${key}`,
  en: (key) => `; ${key} where it is not set`,
};
const ELSEWHERE: Both<(name: string, use: string) => string> = {
  zh: (name, use) => `${name} 在 ${use} 里设`,
  en: (name, use) => `${name} is set under ${use}`,
};
const SEEN: Both<(name: string, platform: string) => string> = {
  zh: (name, platform) => `${name}（${platform}）里的列`,
  en: (name, platform) => `columns of ${name} (${platform})`,
};
const NOT_READ: Both = { zh: '不读', en: 'not read' };
const SHOP: Both = { zh: '某某旗舰店', en: 'Some Shop' };

/** The text, in one language; ends in a line end. `schema`: the schema's file beside it, null without one. */
export function initText(language: Language, seen: readonly SeenFile[], schema: string | null): string {
  const writer = new Writer(language, seen);
  const lines = schema === null ? [] : [`# yaml-language-server: $schema=${schema}`];
  lines.push(...HEAD[language].map((text) => `# ${text}`));
  return `${[...lines, ...writer.section(description(), 0)].join('\n')}\n`;
}

class Writer {
  readonly #language: Language;
  readonly #seen: readonly SeenFile[];

  constructor(language: Language, seen: readonly SeenFile[]) {
    this.#language = language;
    this.#seen = seen;
  }

  section({ keys }: Section, depth: number): string[] {
    return [...keys].flatMap(([name, entry]) => this.#entry(name, entry, depth));
  }

  #entry(name: string, entry: Entry, depth: number): string[] {
    const language = this.#language;
    const indent = '  '.repeat(depth);
    switch (entry.kind) {
      case 'version':
        return [`${indent}${name}: 1`];
      case 'elsewhere':
        return [`${indent}# ${ELSEWHERE[language](name, entry.use)}`];
      case 'named':
        return [
          ...this.#title(name, entry.text, depth),
          `${indent}  #${quoted(SHOP[language])}: {large: {min: ${written(200_000, 'fen', language)}}}`,
        ];
      case 'section': {
        const seen = name === 'columns' && depth === 0 ? this.#columns() : [];
        return [...this.#title(name, entry.text, depth), ...seen, ...this.section(entry, depth + 1)];
      }
      case 'list':
        return [`${indent}# ${entry.text[language]}`, `${indent}#${name}: ${entry.example}`];
      case 'header': {
        const headers = this.#headersOf(name);
        // Several columns feed it: naming one would leave out the others.
        if (headers.length > 1) return [];
        return [`${indent}#${name}: ${quoted(headers[0] ?? entry.text.zh)}  # ${entry.text[language]}`];
      }
      case 'switch':
        return [`${indent}#${name}: ${entry.standard}  # ${entry.text[language]}`];
      case 'choice':
        return [
          `${indent}#${name}: ${entry.standard ?? AUTO}  # ${entry.text[language]} (${entry.of.join(' | ')})`,
        ];
      default:
        return [`${indent}# ${this.#about(entry)}`, `${indent}#${name}: ${this.#standard(entry)}`];
    }
  }

  #title(name: string, text: Both, depth: number): string[] {
    const indent = '  '.repeat(depth);
    return [...(depth === 0 ? [''] : []), `${indent}# ${text[this.#language]}`, `${indent}${name}:`];
  }

  #about(setting: NumberSetting | DaysSetting): string {
    const language = this.#language;
    const text = setting.text[language];
    if (setting.kind === 'days') return text;
    const { unit, least, most, shared } = setting;
    const range = RANGE[language](text, written(least, unit, language), written(most, unit, language));
    return shared === undefined ? range : `${range}${SHARED[language](shared)}`;
  }

  #standard(setting: NumberSetting | DaysSetting): string {
    return setting.kind === 'number' ? this.#number(setting) : `[${setting.standard.join(', ')}]`;
  }

  #number({ standard, unit }: NumberSetting): string {
    return standard === null ? AUTO : written(standard, unit, this.#language);
  }

  /** What each column of the files was taken for. */
  #columns(): string[] {
    const language = this.#language;
    return this.#seen.flatMap(({ name, platform, columns }) => [
      `  # ${oneLine(SEEN[language](name, platform))}`,
      ...columns.map(({ header, field }) => `  #   ${oneLine(header)} = ${field ?? NOT_READ[language]}`),
    ]);
  }

  /** The headers that were taken for a field, over all files. */
  #headersOf(field: string): string[] {
    const columns = this.#seen.flatMap((file) => file.columns).filter((column) => column.field === field);
    return [...new Set(columns.map(({ header }) => header))];
  }
}

const WORDS: Readonly<Record<Exclude<Unit, 'ratio' | 'factor'>, Both<readonly [one: string, many: string]>>> =
  {
    fen: { zh: ['元', '元'], en: ['yuan', 'yuan'] },
    days: { zh: ['天', '天'], en: ['day', 'days'] },
    hours: { zh: ['小时', '小时'], en: ['hour', 'hours'] },
    minutes: { zh: ['分钟', '分钟'], en: ['minute', 'minutes'] },
    orders: { zh: ['单', '单'], en: ['order', 'orders'] },
    buyers: { zh: ['人', '人'], en: ['person', 'people'] },
    records: { zh: ['行', '行'], en: ['record', 'records'] },
  };

/** A value as it may be written in the file. */
function written(value: number, unit: Unit, language: Language): string {
  if (unit === 'ratio') return `${Number((value * 100).toFixed(4))}%`;
  if (unit === 'factor') return String(value);
  const [one, many] = WORDS[unit][language];
  const figure = unit === 'fen' ? formatYuan(value).replace(/\.00$/, '') : String(value);
  return `${figure} ${value === 1 ? one : many}`;
}

/** A text as YAML takes it. */
function quoted(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) ? text : JSON.stringify(text);
}

/** A file's own text within a comment: it must not end it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
