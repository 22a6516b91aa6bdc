// All files of a run, opened: order exports, bills, after-sales, recipients, what was left out; closed together.

import { UserError } from '../core/user-error.js';
import { isAccountFlow } from '../platforms/index.js';
import type { ExportFormat } from '../platforms/types.js';
import type { SummaryModel } from '../report/model.js';
import { type ExportFile, type InputPlace, type OpenedExports, openExports } from './open-exports.js';
import { openGiven } from './open-given.js';
import type { AuditRequest } from './request.js';

export interface OpenInputs {
  /** Every file that is open, one that was named twice also twice. */
  readonly opened: readonly ExportFile[];
  /** Each file once: what was named as orders, as bills, as after-sales. */
  readonly files: readonly ExportFile[];
  readonly orders: readonly ExportFile[];
  readonly bills: readonly ExportFile[];
  readonly afterSales: readonly ExportFile[];
  readonly recipients: readonly ExportFile[];
  /** Those that were named as bills, after-sales or recipients. */
  readonly given: readonly ExportFile[];
  /** The files that were not read, with the reason for each. */
  readonly skipped: SummaryModel['skipped'];
}

/** Opens what a request names. Throws UserError `no-orders-input` without an order export; nothing stays open then. */
export async function openInputs(place: InputPlace, request: AuditRequest): Promise<OpenInputs> {
  const found = await openExports(place, request.orders, request);
  const opened = [...found.exports];
  try {
    const bills = await openGiven(place, request.bills ?? [], 'bill', request);
    opened.push(...bills.exports);
    const afterSales = await openGiven(place, request.afterSales ?? [], 'after-sales', request);
    opened.push(...afterSales.exports);
    const recipients = await openGiven(place, request.recipients ?? [], 'recipients', request);
    opened.push(...recipients.exports);
    const given = [...bills.exports, ...afterSales.exports, ...recipients.exports];
    const orders = found.exports.filter(({ match }) => match.format.kind === 'orders');
    if (orders.length === 0) {
      throw new UserError('no-orders-input', {
        path: found.exports.map(({ opened }) => opened.path),
        kinds: found.exports.map(({ match: { format } }) =>
          [format.platform, format.kind, ...(isAccountFlow(format) ? ['account'] : [])].join(' '),
        ),
      });
    }
    // A bill of the folder that is named behind --bills as well is one bill.
    const others = found.exports.filter(
      (file) => orders.includes(file) || !given.some((named) => isSameFile(named, file)),
    );
    const files = [...others, ...given];
    const ofKind = (kind: ExportFormat['kind']) => files.filter(({ match }) => match.format.kind === kind);
    const skipped = [found, bills, afterSales, recipients].flatMap(leftOut);
    return {
      opened,
      files,
      orders,
      bills: ofKind('bill'),
      afterSales: ofKind('after-sales'),
      recipients: recipients.exports,
      given,
      skipped,
    };
  } catch (error) {
    closeInputs({ opened });
    throw error;
  }
}

export function closeInputs({ opened }: Pick<OpenInputs, 'opened'>): void {
  for (const file of opened) file.opened.dispose();
}

function leftOut({ skipped, repeated }: OpenedExports): SummaryModel['skipped'] {
  return [...skipped, ...repeated.map((path) => ({ path, code: 'input-repeated' }))];
}

function isSameFile(a: ExportFile, b: ExportFile): boolean {
  return a.opened.dev === b.opened.dev && a.opened.ino === b.opened.ino;
}
