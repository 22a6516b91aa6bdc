// Whether a record is pay-later, and what says so.

import type { OrderField } from '../core/fields.js';
import type { KeyTable } from '../core/key-table.js';
import { PAY_LATER_SOURCES, type PayLaterSource, SEEN } from '../core/order-book.js';
import { isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';

/** Columns that can say it, in the order of their weight; what an error names when none is there. */
export const PAY_LATER_FIELDS = ['pay_later', 'pay_method', 'order_type', 'order_tags'] as const;

/** What the user says of the files. */
export interface PayLaterWord {
  /** Order numbers that are pay-later; all others are not. */
  readonly list: KeyTable | null;
  /** The export was filtered to pay-later. */
  readonly all: boolean;
}

type Answer = (typeof SEEN)[keyof typeof SEEN];

const YES = new Set(['是', 'yes', 'y', 'true', '1', '先用后付']);
const NO = new Set(['否', 'no', 'n', 'false', '0', '非先用后付']);

/** What a yes/no cell says; `null` for a text that is neither and not blank. */
export function readFlag(text: string): boolean | 'blank' | null {
  if (isEmptyToken(text)) return 'blank';
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

function flagAnswer(text: string): Answer {
  const flag = readFlag(text);
  return flag === true ? SEEN.yes : flag === false ? SEEN.no : SEEN.unknown;
}

const PAY_LATER = /先[用享]后付/;
/** 非先用后付, 未开通先用后付, 没有先用后付, 先用后付：否; but 不退换 先用后付 says nothing against it. */
const DENIED = /[非未不没]\p{Script=Han}{0,4}先[用享]后付|无先[用享]后付|先[用享]后付[:：=(（]?否/u;

/** 先用后付 and 先享后付 in a text that does not deny it. */
function namesPayLater(text: string): boolean {
  return PAY_LATER.test(text) && !DENIED.test(text);
}

/** A text of the column that can be a way of paying: a name that says so, a name in Latin letters, a code of few digits. */
const METHOD =
  /付|微信|银联|银行|[转轉]|汇款|花呗|白条|余额|钱包|零钱|信用|分期|现金|卡|人民币|积分|其[他它]|快捷|[免全]单|免费|元|线[上下]|礼|储值|京东|抖音|扣|红包|抵|券|兑换|货到|到店|[a-z]|^\d{1,6}$/i;

/** Garbled text, a note or a phone number that came under this header says nothing against pay-later. */
function methodAnswer(text: string): Answer {
  if (isEmptyToken(text)) return SEEN.unknown;
  if (namesPayLater(text)) return SEEN.yes;
  return METHOD.test(text) ? SEEN.no : SEEN.unknown;
}

/** A type or a tag says yes; its silence says nothing. */
function tagAnswer(text: string): Answer {
  return namesPayLater(text) ? SEEN.yes : SEEN.unknown;
}

const ANSWERS = {
  pay_later: flagAnswer,
  pay_method: methodAnswer,
  order_type: tagAnswer,
  order_tags: tagAnswer,
};
const SOURCE_OF: Record<(typeof PAY_LATER_FIELDS)[number], PayLaterSource> = {
  pay_later: 'column',
  pay_method: 'pay-method',
  order_type: 'order-type',
  order_tags: 'order-tags',
};

/** A text that its column should not hold, and on how many records it stood. */
export interface UnreadText {
  readonly code: 'flag-unknown' | 'pay-method-unknown';
  readonly column: number;
  readonly text: string;
  records: number;
  readonly firstRow: number;
}

const YES_NO_COLUMN = PAY_LATER_SOURCES.indexOf('column');
const METHOD_COLUMN = PAY_LATER_SOURCES.indexOf('pay-method');

/** Decides record by record; `answer`, `source` and `conflict` hold the last decision. */
export class PayLaterJudge {
  answer: Answer = SEEN.unknown;
  /** Index into `PAY_LATER_SOURCES`. */
  source = 0;
  /** The file says one thing and the user's list another; the file's word was taken. */
  conflict = false;
  readonly #columns: {
    readonly column: number;
    readonly source: number;
    readonly answers: CellCache<Answer>;
    /** Counts what the column should not hold; null where it may hold anything. */
    readonly unread: CellCache<UnreadText | null> | null;
  }[] = [];
  readonly #word: PayLaterWord;
  /** Texts of the yes/no column that say neither, and of the methods' that are none, in the order of first sight. */
  readonly unread: UnreadText[] = [];
  #row = 0;

  constructor(columnOf: (field: OrderField) => number, word: PayLaterWord) {
    this.#word = word;
    for (const field of PAY_LATER_FIELDS) {
      const column = columnOf(field);
      if (column < 0) continue;
      const source = PAY_LATER_SOURCES.indexOf(SOURCE_OF[field]);
      const answers = new CellCache(ANSWERS[field]);
      this.#columns.push({ column, source, answers, unread: this.#unreadOf(column, source) });
    }
  }

  /** Judges the current record, the row `row` of Excel, whose order number stands in `id` from `start` to `end`. */
  judge(view: RecordView, row: number, id: Uint8Array, start: number, end: number): void {
    const { list, all } = this.#word;
    const listed = list !== null && list.find(id, start, end) >= 0;
    this.#row = row;
    this.#askColumns(view);
    this.conflict = list !== null && this.answer !== SEEN.unknown && listed !== (this.answer === SEEN.yes);
    if (this.answer !== SEEN.unknown) return;
    if (list !== null) {
      this.answer = listed ? SEEN.yes : SEEN.no;
      this.source = PAY_LATER_SOURCES.indexOf('list');
    } else if (all) {
      this.answer = SEEN.yes;
      this.source = PAY_LATER_SOURCES.indexOf('flag');
    }
  }

  /** The yes/no column decides alone; of the others a yes weighs more than the name of another payment method. */
  #askColumns(view: RecordView): void {
    this.answer = SEEN.unknown;
    this.source = 0;
    for (const { column, source, answers, unread } of this.#columns) {
      const answer = answers.get(view, column);
      if (answer === SEEN.unknown) {
        const seen = unread?.get(view, column) ?? null;
        if (seen !== null) seen.records++;
        continue;
      }
      this.answer = answer;
      this.source = source;
      if (answer === SEEN.yes || source === YES_NO_COLUMN) return;
    }
  }

  #unreadOf(column: number, source: number): CellCache<UnreadText | null> | null {
    if (source !== YES_NO_COLUMN && source !== METHOD_COLUMN) return null;
    const code = source === YES_NO_COLUMN ? 'flag-unknown' : 'pay-method-unknown';
    return new CellCache((text) => {
      if (isEmptyToken(text)) return null;
      const seen = { code, column, text, records: 0, firstRow: this.#row } as const;
      this.unread.push(seen);
      return seen;
    });
  }
}
