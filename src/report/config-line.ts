// What was configured, in one sentence for people: the file, what differs from the defaults, what is switched off.

import { pathLine } from './layout.js';
import type { SettingSource } from './settings.js';
import { cleanForTerminal, cutCharacters } from './text.js';
import { lineWidth, type View } from './view.js';
import { CONFIGURED } from './words/config.js';
import { listed } from './words/language.js';
import { type Unit, valueText } from './words/parameters.js';

/** A value that differs from its default. */
export interface ConfigChange {
  readonly key: string;
  /** The shop for whose orders it holds; null for the run. */
  readonly shop: string | null;
  readonly value: number | boolean | string | readonly number[];
  /** null for what is no number. */
  readonly unit: Unit | null;
  readonly source: SettingSource;
}

export interface ConfigModel {
  /** The file's name; null where only flags or the environment said something. */
  readonly name: string | null;
  readonly changes: readonly ConfigChange[];
  /** Codes of the rules that are switched off. */
  readonly off: readonly string[];
  /** Headers of the configuration that none of the files has. */
  readonly unseenColumns: readonly string[];
  /** Shops of the configuration that no pay-later order of the files belongs to. */
  readonly unseenShops: readonly string[];
}

/** Changes that the sentence lists; `--verbose` lists all. */
const MOST_CHANGES = 5;
const MOST_CHARACTERS = 40;

/** Sentences, none where nothing differs from the defaults. */
export function configSentences(config: ConfigModel | undefined, view: View): string[] {
  if (config === undefined) return [];
  const { language } = view;
  const { changes, off, unseenColumns, unseenShops } = config;
  const most = view.verbose === true ? changes.length : MOST_CHANGES;
  const shown = changes.slice(0, most).map((change) => changeText(change, view));
  const name = config.name === null ? null : cleanForTerminal(config.name);
  const sentences: string[] = [];
  if (changes.length > 0) {
    sentences.push(CONFIGURED.changes[language](name, changes.length, shown, changes.length > most));
  }
  if (off.length > 0) sentences.push(CONFIGURED.off[language](listed(off, language)));
  for (const [names, sentence] of [
    [unseenColumns, CONFIGURED.unseenColumns],
    [unseenShops, CONFIGURED.unseenShops],
  ] as const) {
    const shown = names.slice(0, MOST_CHANGES).map((name) => shortened(name));
    if (names.length > 0) sentences.push(sentence[language](listed(shown, language), names.length));
  }
  return sentences;
}

function shortened(text: string): string {
  return cutCharacters(cleanForTerminal(text), MOST_CHARACTERS);
}

function changeText({ key, shop, value, unit, source }: ConfigChange, { language }: View): string {
  const text =
    typeof value === 'number' && unit !== null ? valueText(value, unit)[language] : shortened(String(value));
  const whose = shop === null ? '' : `${shortened(shop)} `;
  const from = source === 'config' ? '' : ` (${CONFIGURED.sources[source]?.[language] ?? source})`;
  return `${whose}${key}=${text}${from}`;
}

/** What `init` wrote, a path a line. */
export function writtenText(paths: readonly string[], view: View): string {
  const columns = lineWidth(view);
  const lines = paths.flatMap((path) => {
    return pathLine(CONFIGURED.written[view.language], cleanForTerminal(path), columns);
  });
  return `${[...lines, CONFIGURED.next[view.language]].join('\n')}\n`;
}
