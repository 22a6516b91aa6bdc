// Goes through what was written along the description: every value is checked, nothing unknown passes, all is told.

import { distance } from 'fastest-levenshtein';
import { SEVERITIES } from '../core/finding.js';
import type { ValueSource } from '../core/setting.js';
import type { Chosen, ListInForce } from './config.js';
import { type GivenList, givenList } from './given-lists.js';
import type { Issue } from './issues.js';
import {
  AUTO,
  type DaysSetting,
  type Entry,
  type Section,
  type Setting,
  type SettingValue,
} from './settings.js';
import { readNumber } from './units.js';

/** What was written, whatever it was written in. */
export type Given =
  | { readonly kind: 'map'; readonly at: Place; readonly entries: readonly GivenEntry[] }
  | { readonly kind: 'list'; readonly at: Place; readonly items: readonly Given[] }
  | { readonly kind: 'text'; readonly at: Place; readonly text: string }
  | { readonly kind: 'nothing'; readonly at: Place };

export interface GivenEntry {
  readonly key: string;
  readonly at: Place;
  readonly value: Given;
}

/** Line and column, from 1; 0 where there are none. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Origin {
  readonly source: Exclude<ValueSource, 'default'>;
  /** For messages: the path of the file, `--set`. */
  readonly where: string;
  /** For reports: the name of the file, `--set`. */
  readonly name: string;
}

const ON = ['true', 'on', 'yes', '是', '开'];
const OFF = ['false', 'off', 'no', '否', '关'];

const MISREAD = { number: 'not-a-number', unit: 'wrong-unit', fraction: 'fraction' } as const;

/** The version that this program knows. */
const VERSION = '1';

/** Reads `given` as the section; what is wrong goes to `issues`, what is right to `chosen`. */
export class Walk {
  readonly chosen: Chosen[] = [];
  readonly #lists: GivenList[] = [];
  readonly issues: Issue[] = [];
  readonly #origin: Origin;
  #shop: string | null = null;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** The lists with where they were written. */
  listsInForce(): ListInForce[] {
    const { source, where, name } = this.#origin;
    return this.#lists.map((list) => {
      return { ...list, source, where, place: list.line === 0 ? name : `${name}:${list.line}` };
    });
  }

  /** `path`: as it was written, dotted, '' at the top. */
  section(given: Given, section: Section, path: string): void {
    if (given.kind === 'nothing') return;
    if (given.kind === 'text' && section.isRule) {
      this.#rule(given.text, given.at, section, path);
      return;
    }
    if (given.kind !== 'map') {
      this.#tell('not-a-map', given.at, path, { value: shownOf(given) });
      return;
    }
    const seen = new Map<string, string>();
    for (const { key, at, value } of given.entries) {
      const whole = path === '' ? key : `${path}.${key}`;
      const name = section.keys.has(key) ? key : (section.aliases?.get(key.toLowerCase()) ?? null);
      if (name === null) {
        // `{min: 1,500 元}`: in braces a comma ends the value.
        const wrong = /^\d{3}\b/.test(key) && value.kind === 'nothing' ? 'comma' : 'unknown-key';
        this.#tell(wrong, at, whole, { known: nearest(key, section), all: allOf(section) });
        continue;
      }
      const before = seen.get(name);
      if (before !== undefined) this.#tell('set-twice', at, whole, { known: [before] });
      seen.set(name, key);
      this.#entry(value, at, section.keys.get(name)!, whole);
    }
  }

  #entry(given: Given, at: Place, entry: Entry, path: string): void {
    switch (entry.kind) {
      case 'section':
        this.section(given, entry, path);
        break;
      case 'named':
        if (given.kind === 'nothing') return;
        if (given.kind !== 'map') {
          this.#tell('not-a-map', given.at, path, { value: shownOf(given) });
          return;
        }
        if (given.entries.length > entry.most) {
          this.#tell('too-many', at, path, { value: String(given.entries.length), most: entry.most });
          return;
        }
        for (const { key, at, value } of given.entries) {
          if (key.trim() === '' || key !== key.trim()) {
            this.#tell('shop-name', at, path, { value: key });
            continue;
          }
          this.#shop = key;
          this.section(value, entry.of, `${path}.${key}`);
          this.#shop = null;
        }
        return;
      case 'list': {
        if (given.kind === 'nothing') return;
        const list = givenList(given, entry.list, (wrong, place, all = []) => {
          this.#tell(wrong, place, path, { all });
        });
        if (list !== null) this.#lists.push(list);
        return;
      }
      case 'elsewhere':
        this.#tell('elsewhere', at, path, { known: [entry.use] });
        break;
      case 'version':
        if (given.kind !== 'text' || given.text !== VERSION) {
          this.#tell('version', given.at, path, { value: shownOf(given), known: [VERSION] });
        }
        return;
      default:
        this.#setting(given, at, entry, path);
        break;
    }
  }

  /** A rule as one word. */
  #rule(text: string, at: Place, section: Section, path: string): void {
    const isSeverity = SEVERITIES.some((severity) => severity === text);
    const isSwitch = [...ON, ...OFF].includes(text.toLowerCase());
    const entry = section.keys.get(isSeverity ? 'severity' : 'enabled')!;
    if (!isSeverity && !isSwitch) {
      this.#tell('not-a-choice', at, path, { value: text, known: ['on', 'off', ...SEVERITIES] });
    } else this.#entry({ kind: 'text', text, at }, at, entry, path);
  }

  #setting(given: Given, at: Place, setting: Setting, path: string): void {
    if (given.kind === 'nothing') {
      this.#tell('value-missing', at, path);
      return;
    }
    let value: SettingValue | undefined;
    if (setting.kind === 'days') value = this.#days(given, setting, path);
    else if (given.kind !== 'text') this.#tell('not-a-value', given.at, path);
    else value = this.#value(given.text, given.at, setting, path);
    if (value === undefined) return;
    const { source, name } = this.#origin;
    const { line, column } = given.at;
    const place = line === 0 ? name : `${name}:${line}`;
    this.chosen.push({ key: setting.key, shop: this.#shop, value, source, place, line, column });
  }

  #value(
    text: string,
    at: Place,
    setting: Exclude<Setting, DaysSetting>,
    path: string,
  ): SettingValue | undefined {
    switch (setting.kind) {
      case 'switch': {
        const word = text.toLowerCase();
        if (ON.includes(word)) return true;
        if (OFF.includes(word)) return false;
        this.#tell('not-a-switch', at, path, { value: text, known: ['true', 'false'] });
        return undefined;
      }
      case 'choice':
        if (setting.of.includes(text)) return text;
        this.#tell('not-a-choice', at, path, { value: text, known: setting.of });
        return undefined;
      case 'header':
        if (text.trim() !== '') return text.trim();
        this.#tell('value-missing', at, path);
        return undefined;
      case 'number': {
        if (setting.standard === null && text === AUTO) return null;
        const { unit, least, most } = setting;
        const read = readNumber(text, unit);
        if (typeof read === 'number' && read >= least && read <= most) return read;
        const what = typeof read === 'number' ? 'out-of-range' : MISREAD[read];
        this.#tell(what, at, path, { value: text, unit, least, most });
        return undefined;
      }
    }
  }

  #days(given: Given, setting: DaysSetting, path: string): readonly number[] | undefined {
    if (given.kind === 'map') {
      this.#tell('not-a-list', given.at, path);
      return undefined;
    }
    const items: readonly Given[] = given.kind === 'list' ? given.items : splitList(given);
    if (items.length < setting.fewest || items.length > setting.most) {
      const { fewest, most } = setting;
      this.#tell('too-many', given.at, path, { value: String(items.length), least: fewest, most });
      return undefined;
    }
    const days: number[] = [];
    for (const item of items) {
      const read = item.kind === 'text' ? readNumber(item.text, 'days') : ('number' as const);
      const value = shownOf(item);
      if (typeof read !== 'number') {
        this.#tell(MISREAD[read], item.at, path, { value, unit: 'days' });
      } else if (read < 1 || read > setting.longest) {
        this.#tell('out-of-range', item.at, path, { value, unit: 'days', least: 1, most: setting.longest });
      } else if (read <= (days.at(-1) ?? 0)) {
        this.#tell('not-ascending', item.at, path, { value });
      } else days.push(read);
    }
    return days.length === items.length ? days : undefined;
  }

  #tell(
    wrong: Issue['wrong'],
    { line, column }: Place,
    key: string,
    facts: Pick<Issue, 'value' | 'unit' | 'least' | 'most' | 'known' | 'all'> = {},
  ): void {
    this.issues.push({ wrong, line, column, where: this.#origin.where, key: withoutPeople(key), ...facts });
  }
}

/** Below a list stand people: what is wrong there is told without what stands there. */
export function withoutPeople(key: string): string {
  return key
    .replace(
      /^(lists\.)(?!(?:phones|addresses|pickup-points|wholesale|staff|tags|pickup-words|note-words)(?:\.|$))[\s\S]*$/,
      '$1****',
    )
    .replace(/^(lists\.[a-z-]+\.)[\s\S]+$/, '$1****');
}

/** A list that stands in one text, as behind `--set`. */
function splitList(given: Given): Given[] {
  if (given.kind !== 'text') return [];
  return given.text.split(/[,，、\s]+/).map((text) => ({ kind: 'text', text, at: given.at }));
}

function shownOf(given: Given): string {
  return given.kind === 'text' ? given.text : '';
}

/** Two letters off is a slip, in a short name one. */
const slip = (wanted: string) => (wanted.length < 4 ? 1 : Math.max(2, Math.min(3, wanted.length / 3)));
const MOST_NEAR = 3;
const MOST_KEYS = 12;

/** The known keys that resemble what was written, the nearest first. */
export function nearest(written: string, { keys, aliases }: Section): string[] {
  const wanted = comparable(written);
  const names = [...keys.keys(), ...(aliases?.keys() ?? [])];
  const far = (name: string) => distance(comparable(name), wanted);
  const near = names.filter((name) => far(name) <= slip(wanted));
  return near.sort((a, b) => far(a) - far(b)).slice(0, MOST_NEAR);
}

/** All keys of a section that has few. */
function allOf({ keys }: Section): string[] {
  return keys.size <= MOST_KEYS ? [...keys.keys()] : [];
}

/** `first-day`, `first_day` and `firstDay` are one. */
function comparable(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}
