// The facts of a user's mistake, read for a message: cleaned for a terminal, and '' or nothing where one is missing.

import type { ErrorFacts } from '../../core/user-error.js';
import { cleanForTerminal, cutCharacters } from '../text.js';
import type { Both } from './language.js';

/** Names that a message lists at most, and characters that it shows of a value. */
const MOST_NAMES = 12;
const MOST_CHARACTERS = 60;

export class Facts {
  readonly #facts: ErrorFacts;

  constructor(facts: ErrorFacts) {
    this.#facts = facts;
  }

  /** A path, whole: it must be possible to copy it. */
  path(name = 'path'): string {
    return cleanForTerminal(this.#single(name));
  }

  /** Several paths, each whole. */
  paths(name: string): string[] {
    return this.#all(name).map(cleanForTerminal);
  }

  /** Any other text, 60 characters at most. */
  text(name: string): string {
    return cutCharacters(cleanForTerminal(this.#single(name)), MOST_CHARACTERS);
  }

  /** All items of a list as they are: whoever asks cleans them. */
  whole(name: string): readonly string[] {
    return this.#all(name);
  }

  number(name: string): number {
    return Number(this.#facts[name] ?? 0);
  }

  /** The first 12 items of a list; the items beyond are counted by `more`. */
  list(name: string): string[] {
    return this.#all(name)
      .slice(0, MOST_NAMES)
      .map((item) => cutCharacters(cleanForTerminal(item), MOST_CHARACTERS));
  }

  /** How many items `list` leaves out. */
  more(name: string): number {
    return Math.max(0, this.#all(name).length - MOST_NAMES);
  }

  #single(name: string): string {
    const fact = this.#facts[name] ?? '';
    return typeof fact === 'object' ? fact.join(' ') : String(fact);
  }

  #all(name: string): readonly string[] {
    const fact = this.#facts[name];
    return typeof fact === 'object' ? fact : [];
  }
}

/** What is wrong, on one line that ends in the path it is about; and what to do, a sentence or more, one a line. */
export interface ErrorText {
  readonly what: string;
  readonly todo: string;
  /** Paths under their titles, one a line, never broken. */
  readonly paths?: readonly { readonly title: string; readonly paths: readonly string[] }[];
}

export type ErrorWords = Both<(facts: Facts) => ErrorText>;

/** A message whose facts are only the path. */
export function about(zh: readonly [what: string, todo: string], en: readonly [string, string]): ErrorWords {
  return {
    zh: (facts) => ({ what: `${zh[0]}：${facts.path()}`, todo: zh[1] }),
    en: (facts) => ({ what: `${en[0]}: ${facts.path()}`, todo: en[1] }),
  };
}

/** The lines that hold something. */
export function lines(...all: readonly string[]): string {
  return all.filter((line) => line !== '').join('\n');
}

const REASONS: Readonly<Record<string, Both>> = {
  missing: { zh: '没有这个文件', en: 'there is no such file' },
  busy: { zh: '正被别的程序占用', en: 'another program holds it' },
  folder: { zh: '这是文件夹', en: 'it is a folder' },
  'folder-is-file': { zh: '那里是一个文件，不是文件夹', en: 'there is a file, not a folder' },
  'folder-missing': { zh: '文件夹不存在', en: 'the folder does not exist' },
  'name-too-long': { zh: '文件名太长', en: 'the name is too long' },
  permission: { zh: '没有权限', en: 'permission denied' },
  'read-only': { zh: '磁盘是只读的', en: 'the disk is read-only' },
  'size-differs': { zh: '写出的长度不对，磁盘可能有问题', en: 'the size differs, the disk may be faulty' },
  EDQUOT: { zh: '磁盘限额满了', en: 'the disk quota is full' },
  EFBIG: { zh: '文件大小到了限额', en: 'the file may not become larger' },
  ENOSPC: { zh: '磁盘满了', en: 'the disk is full' },
  EPIPE: { zh: '对方已经关闭', en: 'the other end was closed' },
  special: { zh: '这是管道或设备，不是文件', en: 'it is a pipe or a device' },
};

/** Why the system refused; a code of its own that has no words here is named. */
export function reasonName(facts: Facts): Both {
  const code = facts.text('reason');
  return REASONS[code] ?? { zh: `系统报错 ${code}`, en: `system error ${code}` };
}
