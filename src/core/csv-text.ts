// Cells that we write: quoted where the table's syntax asks for it, and never a formula.

/** Characters with which a spreadsheet takes a text for a formula, full-width forms and controls included. */
const FORMULA_START = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A text that no spreadsheet takes for a formula: an apostrophe in front where it would be one. Numbers stay. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** A cell of a table with this delimiter, guarded and quoted where needed. */
export function csvCell(text: string, delimiter: string): string {
  const safe = guardFormula(text);
  const mustQuote = safe.includes(delimiter) || /["\r\n]/.test(safe);
  return mustQuote ? `"${safe.replaceAll('"', '""')}"` : safe;
}
