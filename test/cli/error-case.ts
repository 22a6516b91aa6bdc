// What a reproducer of an error is, and the files that many of them share.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANNOTATION_COLUMNS } from '../../src/core/annotation.js';
import type { UserErrorCode } from '../../src/core/user-error.js';
import { OTHER_HEADERS } from '../support/headers.js';

export interface ErrorCase {
  readonly title: string;
  /** Makes the files; what it returns is typed. */
  make(folder: string): readonly string[];
  /** The path that the message names, below the folder; none where no file is concerned. */
  readonly path?: string;
  /** The process can write so many blocks of 512 bytes and no more. */
  readonly fileBlocks?: number;
  /** Where standard output leads. */
  readonly stdout?: () => number;
  /** What the advice must hold, in either language. */
  readonly says?: RegExp;
}

export type ErrorCases = Readonly<Partial<Record<UserErrorCode, readonly ErrorCase[]>>>;

export const ORDERS = 'order_id,status,buyer_paid,pay_later\n12345678,shipped,10.00,yes\n';

/** Writes files and gives what is typed. */
export const files =
  (contents: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) =>
  (folder: string): string[] => {
    for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
    return args;
  };

export const orders = (...args: string[]) => files({ 'o.csv': ORDERS }, 'o.csv', ...args);

/** The columns of an annotated copy. */
export const copyHeader = ANNOTATION_COLUMNS.map(({ zh }) => zh).join(',');

/** A bill without rows. */
export const BILL = `${OTHER_HEADERS.pinduoduoBill.join(',')}\n`;
