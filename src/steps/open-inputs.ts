// All files of a run, opened: order exports, bills, what was left out; closed together.

import { UserError } from '../core/user-error.js';
import { isAccountFlow } from '../platforms/index.js';
import type { SummaryModel } from '../report/model.js';
import { openBills } from './bills.js';
import { type ExportFile, type InputPlace, type OpenedExports, openExports } from './open-exports.js';
import type { AuditRequest } from './request.js';

export interface OpenInputs {
  /** Every file that is open, one that was named twice also twice. */
  readonly opened: readonly ExportFile[];
  /** Each file once: what was named as orders, then what was named as bills. */
  readonly files: readonly ExportFile[];
  readonly orders: readonly ExportFile[];
  readonly bills: readonly ExportFile[];
  /** Those that were named as bills. */
  readonly given: readonly ExportFile[];
  /** The files that were not read, with the reason for each. */
  readonly skipped: SummaryModel['skipped'];
}

/** Opens what a request names. Throws UserError `no-orders-input` without an order export; nothing stays open then. */
export async function openInputs(place: InputPlace, request: AuditRequest): Promise<OpenInputs> {
  const found = await openExports(place, request.orders, request);
  const opened = [...found.exports];
  try {
    const named = await openBills(place, request.bills ?? [], request);
    const given = named.exports;
    opened.push(...given);
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
    const others = found.exports.filter((file) => !given.some((bill) => isSameFile(bill, file)));
    const files = [...others, ...given];
    const bills = files.filter(({ match }) => match.format.kind === 'bill');
    return { opened, files, orders, bills, given, skipped: [found, named].flatMap(leftOut) };
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
