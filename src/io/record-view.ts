// What the reader of a file sees of the current record: spans of bytes, decoded only when asked.

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

/** How a record ends; the values are stored beside each record for the second reading. */
export const LINE_END = { none: 0, lf: 1, cr: 2, crlf: 3 } as const;

/** The current record. Spans are positions in `bytes`; all of it is overwritten by the next record. */
export interface RecordView {
  readonly bytes: Buffer;
  /** First byte of the record, and the byte after its last one (line end not included). */
  readonly start: number;
  readonly end: number;
  /** Number of cells; 0 where they are not known. */
  readonly count: number;
  readonly irregular: number;
  /** The content of the cell that `locate` was last called for: without blanks, TABs and quotes around it. */
  readonly from: number;
  readonly to: number;
  /** Finds the content of a cell; an absent cell is empty. */
  locate(cell: number): void;
  /** The whole cell as text, unquoted, not trimmed; an absent cell is ''. */
  text(cell: number): string;
  /** True when the record holds no byte that its encoding does not allow. */
  isValid(): boolean;
}
