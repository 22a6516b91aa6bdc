// What the reader of a file sees of the current record: spans of bytes, decoded only when asked.

/** The cells of the current record. Spans are positions in `bytes`; all of it is overwritten by the next record. */
export interface CellView {
  readonly bytes: Buffer;
  /** Number of cells; 0 where they are not known. */
  readonly count: number;
  /** The content of the cell that `locate` was last called for: without blanks, TABs and quotes around it. */
  readonly from: number;
  readonly to: number;
  /** Finds the content of a cell; an absent cell is empty. */
  locate(cell: number): void;
  /** The whole cell as text, unquoted, not trimmed; an absent cell is ''. */
  text(cell: number): string;
}

/** The current record as a whole. */
export interface RecordView extends CellView {
  /** First byte of the record, and the byte after its last one (line end not included). */
  readonly start: number;
  readonly end: number;
  readonly irregular: number;
  /** True when the record holds no byte that its encoding does not allow. */
  isValid(): boolean;
}

/** The records of a file, one after the other. */
export interface Records extends RecordView {
  /** How the record ends (`LINE_END`). */
  readonly lineEnd: number;
  /** Bytes of the record and its line end together, in the bytes that are scanned. */
  readonly length: number;
  /** Somewhere near the record there is a NUL or what wrongly decoded text leaves: most records need no look. */
  readonly suspect: boolean;
  /** True, behind the last record, once any byte of the source was outside ASCII. */
  readonly sawNonAscii: boolean;
  /** Goes to the next record; false at the end. An empty line is a record without bytes. */
  next(): boolean;
  /** Bytes of the record and its line end in a file of UTF-16. */
  utf16Length(): number;
}
