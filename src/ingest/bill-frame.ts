// What the readers of all bills share: records that are no rows, order numbers, and entering rows into the book.

import { BILL_KIND, type BillBook, type BillFile } from '../core/bill-book.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import type { RecordView } from '../io/record-view.js';
import { isAccountFlow } from '../platforms/index.js';
import { BillDays, type LostRows } from './bill-days.js';
import { NO_ORDER, RecordFrame, type RowReader, type RowReaderOptions } from './record-frame.js';

export { DAMAGED_ORDER, NO_ORDER, namedColumns as billColumns } from './record-frame.js';

export type BillReaderOptions = RowReaderOptions;

/** What reads a bill record by record. */
export interface BillRecordReader extends RowReader {
  readonly frame: BillFrame;
}

const SECONDS_PER_DAY = 86_400;

export class BillFrame extends RecordFrame {
  /** The bill that is being read. */
  file: BillFile;

  readonly #book: BillBook;
  #fileNumber = -1;
  #days = new BillDays();

  constructor(view: RecordView, book: BillBook, problems: ProblemLog, options: BillReaderOptions) {
    super(view, book.ids, problems, options);
    this.#book = book;
    this.file = this.begin();
  }

  /** Begins a bill: the file's first one, or the next of those that were joined in it. */
  begin(): BillFile {
    const { input, match } = this.options;
    const file: BillFile = {
      input,
      book: isAccountFlow(match.format) ? 'account' : 'bill',
      from: Number.NaN,
      to: Number.NaN,
      stated: false,
      shopId: '',
      rows: 0,
      fen: 0,
      unlinkedRows: 0,
      unlinkedFen: 0,
      repeatedRows: 0,
      repeatedFen: 0,
      footerAgrees: null,
      whole: [],
      days: [],
    };
    this.#fileNumber = this.#book.files.push(file) - 1;
    this.#days = new BillDays();
    this.file = file;
    return file;
  }

  /**
   * Ends a bill: its days, the period where none is stated, and how much of that is whole. `isCounted`: the bill's own
   * totals are those of the rows that were counted, so that what was not counted is no row.
   */
  end(lost: LostRows, isCounted = false): void {
    const { file } = this;
    const days = this.#days.all();
    file.days = days;
    if (!file.stated && days.length > 0) {
      file.from = days[0]! * SECONDS_PER_DAY;
      file.to = (days.at(-1)! + 1) * SECONDS_PER_DAY - 1;
    }
    file.whole = Number.isNaN(file.from) ? [] : this.#days.whole(file, lost, isCounted);
  }

  /**
   * A row's money is not entered. `order`: whose it is, NO_ORDER or DAMAGED_ORDER where that cannot be read; `time`: civil
   * seconds, anything else where not known; `isCounted`: the bill's own totals count the row. What is not known of an
   * order's row is not known of the order; what may be of any order is not known of a day.
   */
  lose(order: number, time: number, isCounted: boolean): void {
    if (order >= 0) this.#book.doubtful.add(order);
    else this.#days.lose(Number.isFinite(time) ? Math.floor(time / SECONDS_PER_DAY) : Number.NaN, isCounted);
  }

  /** The record counts for nothing, and of none of its cells is known that it stands in its place. */
  protected override rejectWhole(code: ProblemCode): number {
    this.lose(NO_ORDER, Number.NaN, false);
    return super.rejectWhole(code);
  }

  /** Enters a row: order, type's number, class's index, civil seconds (NaN when blank), fen with its sign. */
  add(order: number, type: number, kind: number, time: number, fen: number): void {
    const { file } = this;
    const rows = order < 0 ? this.#book.unlinked : this.#book.rows;
    rows.add(order, this.#fileNumber, kind, time, fen, type);
    file.rows++;
    file.fen += fen;
    if (order < 0) {
      file.unlinkedRows++;
      file.unlinkedFen += fen;
    }
    const total = this.#book.typeList[type]!;
    total.rows++;
    if (fen > 0) total.inFen += fen;
    else total.outFen += fen;
    if (file.book === 'bill' || kind === BILL_KIND.payout) this.#days.see(Math.floor(time / SECONDS_PER_DAY));
  }
}
