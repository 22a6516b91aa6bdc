// One spelling for header cells, so that the drift between exports does not hide a column.

const NOT_COMPARED = /[\s\p{Cc}\p{Cf}"]/gu;
const UNSHOWABLE = /[\p{Cc}\p{Cf}]/gu;

/** So many headers are remembered: finding a file's format compares the same ones some hundred times. */
const MOST_KNOWN = 4096;
const LONGEST_KNOWN = 64;
const KNOWN = new Map<string, string>();

/**
 * The header as it is compared: without blanks, TABs, BOM, zero-width and control characters anywhere in it,
 * full-width letters, digits, brackets, slashes and signs made half-width (NFKC), in lower case.
 * A unit in brackets stays: 商品总价(元) and 商品总价 are two headers. Blank cells give the empty text.
 * The caller has taken off the quotes of the CSV. Applying it twice changes nothing.
 */
export function normalizeHeader(text: string): string {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  // The second NFKC joins what stood apart before the invisible characters went.
  const compared = text.normalize('NFKC').replace(NOT_COMPARED, '').toLowerCase().normalize('NFKC');
  if (KNOWN.size === MOST_KNOWN) KNOWN.clear();
  // Long cells are no headers, and would be held for nothing.
  if (text.length <= LONGEST_KNOWN) KNOWN.set(text, compared);
  return compared;
}

/** The header as it is shown to people: as written, without blanks around it and without control characters. */
export function headerForShow(text: string): string {
  return text.replace(UNSHOWABLE, '').trim();
}
