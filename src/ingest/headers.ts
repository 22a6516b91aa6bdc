// One spelling for header cells, so that the drift between exports does not hide a column.

const INVISIBLE = /[\s\p{Cc}\p{Cf}]/gu;
const UNSHOWABLE = /[\p{Cc}\p{Cf}]/gu;

/**
 * The header as it is compared: without blanks, TABs, BOM, zero-width and control characters anywhere in it,
 * full-width letters, digits, brackets, slashes and signs made half-width (NFKC), in lower case.
 * A unit in brackets stays: 商品总价(元) and 商品总价 are two headers. Blank cells give the empty text.
 * The caller has taken off the quotes of the CSV. Applying it twice changes nothing.
 */
export function normalizeHeader(text: string): string {
  // The second NFKC joins what stood apart before the invisible characters went.
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().normalize('NFKC');
}

/** The header as it is shown to people: as written, without blanks around it and without control characters. */
export function headerForShow(text: string): string {
  return text.replace(UNSHOWABLE, '').trim();
}
