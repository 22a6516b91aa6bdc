// The lists of a run: read before the orders, marked while these are read, told of afterwards.

import {
  BITS_OF_LIST,
  LIST_NAMES,
  ListHits,
  type ListName,
  type PlacedEntry,
  type PlacedLists,
} from '../core/lists.js';
import type { ProblemLog } from '../core/problem.js';
import { NoteTags } from '../ingest/note-tags.js';
import { NoteTerms } from '../ingest/note-terms.js';
import type { FilePort } from '../io/port.js';
import { KnownParties } from '../linkage/known-parties.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import type { ListSummary } from '../report/model.js';
import { readListFile } from './list-files.js';
import type { AuditRequest } from './request.js';

/** Lines of entries that a problem names. */
const MOST_LINES = 10;

/** What is known of the lists that a run was given. */
export class Lists {
  readonly parties: KnownParties;
  /** null without tags. */
  readonly tags: NoteTags | null;
  /** null without words of the shop's own. */
  readonly noteTerms: NoteTerms | null;
  /** Where entries stand: the inputs that problems name. */
  readonly paths: readonly string[];
  /** Those of `paths` that are files of a list alone. */
  readonly files: readonly string[];
  readonly #entries: PlacedLists;
  readonly #hits = new ListHits();
  readonly #orders = new Map<ListName, { orders: number; fen: number }>();

  constructor(entries: PlacedLists, files: readonly string[]) {
    this.#entries = entries;
    this.files = files;
    this.parties = new KnownParties(entries, this.#hits);
    const tags = entries.tags ?? [];
    this.tags = tags.length === 0 ? null : new NoteTags(tags, this.#hits);
    const words = entries['note-words'] ?? [];
    this.noteTerms = words.length === 0 ? null : new NoteTerms(words, this.#hits);
    this.paths = [...new Set(Object.values(entries).flatMap((all) => all.map(({ path }) => path)))];
  }

  /** True for a list with an entry. */
  has(list: ListName): boolean {
    return (this.#entries[list]?.length ?? 0) > 0;
  }

  /** Counts an order for every list that it is on. */
  see({ listed, judged }: AuditedOrder): void {
    if (listed === 0) return;
    for (const list of LIST_NAMES) {
      if ((listed & BITS_OF_LIST[list]) === 0) continue;
      const sum = this.#orders.get(list) ?? { orders: 0, fen: 0 };
      sum.orders++;
      sum.fen += judged.outstanding;
      this.#orders.set(list, sum);
    }
  }

  /** Tells of entries that nothing in the files matched: once for each list and file. `input`: number of the first file. */
  tellUnmatched(problems: ProblemLog, input: number): void {
    for (const list of LIST_NAMES) {
      this.paths.forEach((path, i) => {
        const own = this.#unmatched(list).filter((entry) => entry.path === path);
        const lines = [...new Set(own.map(({ line }) => line))];
        const [record] = lines;
        if (record === undefined) return;
        const text = lines.slice(0, MOST_LINES).join(', ');
        problems.add({
          code: 'list-entry-unmatched',
          input: input + i,
          record,
          count: own.length,
          column: list,
          ...(lines.length > 1 ? { text } : {}),
        });
      });
    }
  }

  summary(): ListSummary[] {
    return LIST_NAMES.flatMap((name) => {
      const entries = this.#entries[name];
      if (entries === undefined) return [];
      const { orders, fen } = this.#orders.get(name) ?? { orders: 0, fen: 0 };
      return [{ name, entries: entries.length, unmatched: this.#unmatched(name).length, orders, fen }];
    });
  }

  #unmatched(list: ListName): PlacedEntry[] {
    return (this.#entries[list] ?? []).filter((_, i) => !this.#hits.has(list, i));
  }
}

/** Reads the lists of a request; null without any. Throws UserError for what cannot be used, with its file and line. */
export function readLists(port: FilePort, { lists }: AuditRequest): Lists | null {
  if (lists === undefined) return null;
  const given = LIST_NAMES.filter((name) => (lists[name]?.length ?? 0) > 0);
  if (given.length === 0) return null;
  const files: string[] = [];
  const entries = given.map((name) => {
    const all = (lists[name] ?? []).flatMap(({ path, entries }) => {
      if (entries !== undefined) return entries.map((entry) => ({ ...entry, path }));
      files.push(path);
      return readListFile(port, path, name);
    });
    return [name, all] as const;
  });
  return new Lists(Object.fromEntries(entries), files);
}
