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
