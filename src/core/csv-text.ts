// Cells that we write: quoted where the table's syntax asks for it, and never a formula.

/** A formula's first sign, full-width forms included, behind whatever cannot be seen; and the controls that hide one. */
const FORMULA_START = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A text that no spreadsheet takes for a formula: an apostrophe in front where it would be one. Numbers stay. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Excel shows numbers of so many digits rounded, and stores them so. */
const LONG_NUMBER = /^\d{12,}$/;

/** A text of a table of ours for spreadsheets: no formula, and a long number stays whole by a TAB behind, as in the platforms' own exports. */
export function sheetText(text: string): string {
  return guardFormula(LONG_NUMBER.test(text) ? `${text}\t` : text);
}

/** A cell of a table with this delimiter (one ASCII character), guarded and quoted where needed. */
export function csvCell(text: string, delimiter: string): string {
  if (isPlain(text, delimiter.charCodeAt(0))) return text;
  const safe = guardFormula(text);
  const mustQuote = safe.includes(delimiter) || /["\r\n]/.test(safe);
  return mustQuote ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** True for nearly every cell of ours: begins with a letter, a digit or a Chinese character, and needs no quotes. */
function isPlain(text: string, delimiter: number): boolean {
  const first = text.charCodeAt(0);
  const isDigit = first >= 0x30 && first <= 0x39;
  const isLetter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a;
  if (!isDigit && !isLetter && !(first >= 0x4e00 && first <= 0x9fff)) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === delimiter || code === 0x22 || code === 0x0a || code === 0x0d) return false;
  }
  return true;
}
