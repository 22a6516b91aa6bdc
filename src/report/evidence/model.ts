// What an evidence pack is made of: one order as `trace` knows it, and the few cells of its records that may be handed over.

import type { OrderField } from '../../core/fields.js';
import type { InputSummary } from '../model.js';
import type { TraceModel } from '../trace-model.js';

/**
 * Columns that may be handed to the platform, in the order in which they are shown. Everything else stays with the shop:
 * its notes and flags, promoters and commissions, who else bought, what it pays, our own columns.
 */
export const HANDED_OVER: readonly OrderField[] = [
  'order_id',
  'status',
  'after_sale_status',
  'pay_later',
  'pay_method',
  'pay_state',
  'product',
  'product_id',
  'spec',
  'quantity',
  'unit_price',
  'goods_total',
  'postage',
  'service_fee',
  'shop_discount',
  'platform_part',
  'buyer_paid',
  'merchant_receives',
  'created_at',
  'paid_at',
  'promised_ship_at',
  'shipped_at',
  'carrier',
  'waybill',
  'received_at',
  'due_date',
  'recipient',
  'phone',
  'province',
  'city',
  'district',
];

/** A cell of one of the order's records, as it may be shown. */
export interface HandedCell {
  readonly file: string;
  /** As Excel counts. */
  readonly row: number;
  readonly field: OrderField;
  /** The column's own name. */
  readonly column: string;
  readonly text: string;
}

export interface EvidenceModel {
  readonly trace: TraceModel;
  readonly cells: readonly HandedCell[];
  /** Ordinary orders that were looked for in the bills, and the share that was found, 0 to 1; null without bills. */
  readonly control: { readonly orders: number; readonly rate: number } | null;
  /** Every file that was read. */
  readonly inputs: readonly {
    readonly name: string;
    readonly kind: InputSummary['kind'];
    readonly sha256: string;
  }[];
  /** Names, phones and the buyer's note stand in clear. */
  readonly revealed: boolean;
  readonly version: string;
}

/** A file of a pack; the path has `/` between its parts and is never made of what stands in a cell. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}
