// The lists of a configuration as they were written: entries among the settings, or the files that hold them.

import type { ListEntry, ListName } from '../core/lists.js';
import type { Issue } from './issues.js';
import type { Given, GivenEntry, Place } from './walk.js';

/** A file of entries; its path as it was written. */
export interface ListFile {
  readonly line: number;
  readonly file: string;
}

export interface GivenList {
  readonly list: ListName;
  /** Line of the list; 0 where there are no lines. */
  readonly line: number;
  readonly items: readonly (ListEntry | ListFile)[];
}

const FILE = 'file';
const CELLS = ['name', 'phone', 'address', 'account', 'note'] as const;
/** What an item may consist of. */
export const ITEM_KEYS = [FILE, ...CELLS];

/** Tells what is wrong; never what stands there, for it names people. */
export type TellList = (wrong: Issue['wrong'], at: Place, all?: readonly string[]) => void;

/** One text, one file, or a list of texts, files and people by their cells; null where something is wrong. */
export function givenList(given: Given, list: ListName, tell: TellList): GivenList | null {
  const items = given.kind === 'list' ? given.items : textsOf(given, list);
  const read = items.map((item) => itemOf(item, tell));
  const sound = read.filter((item) => item !== null);
  return sound.length < read.length ? null : { list, line: given.at.line, items: sound };
}

/** Lists of single words and numbers may stand in one text, as behind `--set`: `补单,拍单`. */
const OF_WORDS: ReadonlySet<ListName> = new Set(['phones', 'tags', 'pickup-words', 'note-words']);

function textsOf(given: Given, list: ListName): readonly Given[] {
  if (given.kind !== 'text' || !OF_WORDS.has(list)) return [given];
  const texts = given.text.replace(/^\[(.*)\]$/, '$1').split(/[,，、;；]/);
  return texts.map((text) => ({ kind: 'text', text: text.trim(), at: given.at }));
}

function itemOf(given: Given, tell: TellList): ListEntry | ListFile | null {
  const { line } = given.at;
  if (given.kind === 'text' && given.text.trim() !== '') return { line, text: given.text };
  const cells = given.kind === 'map' ? cellsOf(given.entries) : null;
  if (cells === null) {
    tell('list-item', given.at, ITEM_KEYS);
    return null;
  }
  const { file = '', ...others } = cells;
  return file === '' ? { line, ...others } : { line, file };
}

/** The cells of an item by name; null where that is no item. */
function cellsOf(entries: readonly GivenEntry[]): Readonly<Record<string, string>> | null {
  const cells: Record<string, string> = {};
  for (const { key, value } of entries) {
    if (!ITEM_KEYS.includes(key) || value.kind === 'map' || value.kind === 'list') return null;
    if (value.kind === 'text' && value.text.trim() !== '') cells[key] = value.text.trim();
  }
  const filled = Object.keys(cells).length;
  return filled === 0 || (FILE in cells && filled > 1) ? null : cells;
}
