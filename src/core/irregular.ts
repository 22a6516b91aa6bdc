// What about a record may not be as RFC 4180 has it.

/** Something about a record that is not as RFC 4180 has it; bits of `RecordView.irregular`. */
export const IRREGULAR = {
  /** A quote inside an unquoted cell; kept as it stands. */
  bareQuote: 1,
  /** Text behind a closing quote; kept as it stands. */
  textAfterQuote: 2,
  /** A quoted cell holds a line break and at least half a header's worth of delimiters. */
  swallowedLines: 4,
  /** A quote is never closed: the record is one physical line, its cells are not known. */
  unclosedQuote: 8,
  /** Longer than the limit: its cells are not known. */
  tooLarge: 16,
  /** More cells than the limit: the cells beyond it are not known. */
  tooWide: 32,
} as const;
