// The marks of a cell without a value, and what is taken off a cell before anything is read from it.

/** The number that stands for "nothing stood there". */
export const BLANK = Number.NaN;

/** The number that stands for "something stood there that is not a value". */
export const UNREADABLE = Number.POSITIVE_INFINITY;

/** True for a number that was read, false for `BLANK` and `UNREADABLE`. */
export function isValue(x: number): boolean {
  return Number.isFinite(x);
}

/** What exports and the tools that merge them write into a cell that has no value; words in lower case. */
const EMPTY_TOKENS: ReadonlySet<string> = new Set(['', '-', '--', '—', '/', 'none', 'nan', 'null', '#null!']);
const LONGEST_EMPTY_TOKEN = 6;

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const NBSP = 0xa0;
const IDEOGRAPHIC_SPACE = 0x3000;
const BOM = 0xfeff;

function isBlankCode(code: number): boolean {
  if (code > SPACE) return code === NBSP || code === IDEOGRAPHIC_SPACE || code === BOM;
  return code === SPACE || code === TAB || code === LF || code === CR;
}

/** Takes blanks off both ends; not `trim()`, whose set also holds rarer characters that a cell should be told for. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/**
 * True when a cell says that it has no value: empty or blanks only, `-`, `--`, `—`, `/`, or one of `None`, `nan`,
 * `null`, `#NULL!` in any case. Blanks around the token do not count.
 */
export function isEmptyToken(text: string): boolean {
  const bare = trimBlanks(text);
  return bare.length <= LONGEST_EMPTY_TOKEN && EMPTY_TOKENS.has(bare.toLowerCase());
}

/** The text inside Excel's `="…"`, or the same text when it is no such wrapper around one plain string. */
function unwrapFormulaText(text: string): string {
  if (text.length < 3 || !text.startsWith('="') || !text.endsWith('"')) return text;
  const inner = text.slice(2, -1);
  // Inside a formula's string a quote is doubled; a single one means a longer formula such as ="a"&"b".
  if (!inner.includes('"')) return inner;
  const pieces = inner.split('""');
  return pieces.some((piece) => piece.includes('"')) ? text : pieces.join('"');
}

/**
 * A cell without what surrounds its value: blanks (space, TAB, NBSP, U+3000, BOM, CR, LF), an Excel `="123"`
 * wrapper, and the apostrophe by which Excel marks text. What stands inside is kept as it is.
 */
export function cleanCell(text: string): string {
  const bare = trimBlanks(text);
  const plain = bare.startsWith('=') ? trimBlanks(unwrapFormulaText(bare)) : bare;
  return plain.startsWith("'") ? trimBlanks(plain.slice(1)) : plain;
}

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

function halfWidthCode(code: number): number {
  if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) return code - FULL_WIDTH_SHIFT;
  if (code === IDEOGRAPHIC_SPACE || code === NBSP) return SPACE;
  return code === 0xffe5 /* ￥ */ ? 0xa5 /* ¥ */ : code;
}

/** The text with full-width digits, letters, punctuation, `￥` and blanks in their half-width form. */
export function halfWidth(text: string): string {
  let changed = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const half = halfWidthCode(code);
    if (half === code) continue;
    changed += text.slice(kept, i) + String.fromCharCode(half);
    kept = i + 1;
  }
  return kept === 0 ? text : changed + text.slice(kept);
}
