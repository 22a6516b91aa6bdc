// Text for a terminal: cleaned, measured, padded, cut and wrapped by what people see as one character.

import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Controls, bidi marks, zero-width and other characters that take no place, line separators, half surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) as number;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/**
 * The text with everything that a terminal would obey or hide written out: `\x1b`, `\u202e`, `\n`. What it returns is
 * one line and can be shown anywhere; a backslash that was there stays single.
 */
export function cleanForTerminal(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** Columns that a text takes in a terminal; escape sequences for colour take none. */
export function width(text: string): number {
  return stringWidth(text);
}

/** The text with blanks behind it up to that many columns; a longer one stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** The text with blanks before it up to that many columns; a longer one stays as it is. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}

/** The characters of a text as people count them. The segmenter's time grows with the square of the length. */
function split(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** So many code units are looked at for each column or character that may be shown. */
const UNITS_EACH = 40;

/** The beginning of a text that takes at most that many columns, never half a character. */
function beginning(text: string, columns: number): string {
  let taken = '';
  let room = columns;
  for (const grapheme of split(text)) {
    room -= width(grapheme);
    if (room < 0) break;
    taken += grapheme;
  }
  return taken;
}

/**
 * A text of at most that many columns: what is too long ends in `…`, or in `..` when `ascii` is set (old consoles draw
 * `…` two columns wide). Without colour.
 */
export function cut(text: string, columns: number, ascii = false): string {
  const near = text.slice(0, (columns + 1) * UNITS_EACH);
  if (near === text && width(text) <= columns) return text;
  const mark = ascii ? '..' : '…';
  if (columns < mark.length) return '.'.repeat(Math.max(0, columns));
  return beginning(near, columns - mark.length) + mark;
}

/** At most that many characters as people count them; what is longer ends in `..`, which counts as two. */
export function cutCharacters(text: string, most: number): string {
  const near = text.slice(0, (most + 1) * UNITS_EACH);
  const all = split(near);
  return near === text && all.length <= most ? text : `${all.slice(0, most - 2).join('')}..`;
}

/** Never at the beginning of a line. */
const CLOSING = /^[，。、：；？！）」』】》,.:;?)\]}%]/u;
/** Never at the end of a line. */
const OPENING = /[（「『【《([{]$/u;
/** A blank behind a figure and before its unit: `120.00 元`, `第 12 行`. */
const UNIT = /^[元单行天件处个种列%]/u;

interface Piece {
  readonly text: string;
  readonly columns: number;
  /** Blanks between this piece and the one before. */
  readonly gap: number;
}

/** A text as pieces that stay together: figures, ids, words, single Chinese characters with their punctuation. */
function pieces(text: string): Piece[] {
  const found: { text: string; columns: number; gap: number }[] = [];
  let gap = 0;
  let before = '';
  for (const grapheme of split(text)) {
    if (grapheme === ' ') {
      gap++;
      continue;
    }
    const columns = width(grapheme);
    const last = found.at(-1);
    if (last !== undefined && staysTogether(before, gap, grapheme)) {
      last.text += ' '.repeat(gap) + grapheme;
      last.columns += gap + columns;
    } else {
      found.push({ text: grapheme, columns, gap });
    }
    gap = 0;
    before = grapheme;
  }
  return found;
}

function staysTogether(before: string, gap: number, grapheme: string): boolean {
  if (gap > 0) return gap === 1 && /\d$/.test(before) && UNIT.test(grapheme);
  if (CLOSING.test(grapheme) || OPENING.test(before)) return true;
  return width(grapheme) < 2 && width(before) < 2;
}

/** Cuts a piece that is longer than a line; every part holds one character at least. */
function* parts(text: string, columns: number): Generator<string> {
  let part = '';
  let used = 0;
  for (const grapheme of split(text)) {
    const more = width(grapheme);
    if (used + more > columns && part !== '') {
      yield part;
      part = '';
      used = 0;
    }
    part += grapheme;
    used += more;
  }
  yield part;
}

/**
 * A text of one line as lines of at most that many columns; the ones after the first begin with `indent` blanks.
 * A figure, an id or a word is broken only when it is longer than a whole line; nothing but blanks at a break, and
 * behind the text, is lost. Needs `columns` of at least `indent` + 4.
 */
export function wrap(text: string, columns: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let empty = true;
  const add = (gap: number, part: string, more: number): void => {
    if (!empty && used + gap + more > columns) {
      lines.push(line);
      line = ' '.repeat(indent);
      used = indent;
      empty = true;
    }
    // Blanks in front of the whole text are its own indentation; those at a break are gone.
    const blanks = !empty ? gap : lines.length > 0 ? 0 : Math.min(gap, Math.max(0, columns - more));
    line += ' '.repeat(blanks) + part;
    used += blanks + more;
    empty = false;
  };
  for (const piece of pieces(text)) {
    const room = columns - indent;
    if (piece.columns <= room) add(piece.gap, piece.text, piece.columns);
    else {
      let { gap } = piece;
      for (const part of parts(piece.text, room)) {
        add(gap, part, width(part));
        gap = 0;
      }
    }
  }
  lines.push(line);
  return lines;
}
