// What one setting is, as plain data: its key, unit, range, only default and texts. All else is made from these.

import type { Both } from '../core/language.js';
import type { ListName } from '../core/lists.js';
import type { Unit } from './units.js';

interface Head {
  /** Dotted, as it stands in the file, without the shop: `rules.single-large.min`. */
  readonly key: string;
  readonly text: Both;
}

/** A number in its unit. */
export interface NumberSetting extends Head {
  readonly kind: 'number';
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
  /** null: found in the data, or the platform's own; the file says `auto`. */
  readonly standard: number | null;
  /** The shared limit that holds where this is not set. */
  readonly shared?: string;
}

export interface SwitchSetting extends Head {
  readonly kind: 'switch';
  readonly standard: boolean;
}

/** One of several words. */
export interface ChoiceSetting extends Head {
  readonly kind: 'choice';
  readonly of: readonly string[];
  /** null: what the program finds out by itself. */
  readonly standard: string | null;
}

/** Whole days in ascending order: the last days of the aging buckets. */
export interface DaysSetting extends Head {
  readonly kind: 'days';
  readonly standard: readonly number[];
  readonly fewest: number;
  readonly most: number;
  readonly longest: number;
}

/** The header of a column. */
export interface HeaderSetting extends Head {
  readonly kind: 'header';
}

export type Setting = NumberSetting | SwitchSetting | ChoiceSetting | DaysSetting | HeaderSetting;

/** Keys that belong together. */
export interface Section {
  readonly kind: 'section';
  readonly text: Both;
  readonly keys: ReadonlyMap<string, Entry>;
  /** Other names of keys, in small letters. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** May be written as one word: `off`, or a severity. */
  readonly isRule?: true;
}

/** Sections under names that the user chooses. */
export interface Named {
  readonly kind: 'named';
  readonly text: Both;
  readonly most: number;
  readonly of: Section;
}

/** A key that is known and belongs elsewhere: several rules share it, or it holds for the whole run. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly use: string;
}

/** The number of the file's format. */
export interface Version {
  readonly kind: 'version';
  readonly text: Both;
}

/** A list of the shop: texts, people by their cells, or files of these. */
export interface ListSection {
  readonly kind: 'list';
  readonly list: ListName;
  readonly text: Both;
  /** As it may stand in the file. */
  readonly example: string;
}

export type Entry = Setting | Section | Named | Elsewhere | Version | ListSection;

/** What a setting can be worth; null is `auto`. */
export type SettingValue = number | boolean | string | readonly number[] | null;

export const AUTO = 'auto';
