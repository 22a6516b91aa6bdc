// The text of a file that a person keeps: a list of order numbers, of phones, of words; in any of the encodings of exports.

import { decodeText, isValidText, readBom } from '../io/encoding.js';
import { checkUnchanged, type OpenedInput, readInputAt } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';

/**
 * All of it: by its byte order mark, else UTF-8 where it is valid UTF-8, else GB18030. Throws UserError when it cannot
 * be read, or changes meanwhile: half a list would be taken for the whole one.
 */
export function listText(port: FilePort, opened: OpenedInput): string {
  const bytes = Buffer.from(readInputAt(port, opened, opened.size, 0));
  checkUnchanged(port, opened);
  const bom = readBom(bytes);
  const start = bom?.length ?? 0;
  const fallback = isValidText(bytes, start, bytes.length, 'utf-8') ? 'utf-8' : 'gb18030';
  const encoding = bom?.encoding ?? fallback;
  return encoding.startsWith('utf-16')
    ? new TextDecoder(encoding).decode(bytes)
    : decodeText(bytes, start, bytes.length, encoding);
}
