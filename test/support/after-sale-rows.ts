// After-sales as rules see them: a refund without a return, agreed to a day before the audit, and whatever a test changes.
import { parseTime } from '../../src/core/dates.js';
import type { AfterSaleRow } from '../../src/portfolio/after-sales-of.js';
import { daysAgo } from './audited-order.js';

interface ToldRow extends Partial<Omit<AfterSaleRow, 'fen' | 'appliedAt' | 'agreedAt'>> {
  /** Yuan; absent: blank. */
  readonly yuan?: number;
  /** Times as text, '' for none. */
  readonly applied?: string;
  readonly agreed?: string;
}

const seconds = (text: string) => (text === '' ? Number.NaN : parseTime(text));

/** A row; by its state and type it is a refund or none, unless it is told. */
export function afterSale(told: ToldRow = {}): AfterSaleRow {
  const {
    yuan,
    applied = daysAgo(2),
    agreed = daysAgo(1),
    state = 'refunded',
    type = 'refund-only',
    ...rest
  } = told;
  const isEnded = state === 'refunded' || state === 'succeeded';
  return {
    state,
    type,
    isRefund: isEnded && (type === 'refund-only' || type === 'return'),
    fen: yuan === undefined ? Number.NaN : Math.round(yuan * 100),
    appliedAt: seconds(applied),
    agreedAt: isEnded ? seconds(agreed) : Number.NaN,
    closedAt: Number.NaN,
    deadlineAt: Number.NaN,
    product: -1,
    returnWaybill: '',
    outboundWaybill: '',
    returning: false,
    minor: false,
    isStateUnknown: false,
    file: 0,
    record: 2,
    ...rest,
  };
}
