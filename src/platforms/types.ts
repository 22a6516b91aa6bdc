// The shape of a platform's description: data that says how its exports look, and no code.

import type { AfterSaleField, OrderField } from '../core/fields.js';
import type { AfterSaleState, OrderState } from '../core/status.js';

export type PlatformId = 'pinduoduo' | 'kuaishou' | 'generic';

/** A known form of an export, told from its siblings by columns that only it has. */
export interface Template {
  /** Words for people, the same in both languages, e.g. `2026 short`. */
  readonly name: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** A platform's order export. Headers are listed newest first; the first that a file has is taken. */
export interface OrdersFormat {
  readonly platform: PlatformId;
  readonly kind: 'orders';
  readonly columns: Readonly<Partial<Record<OrderField, readonly string[]>>>;
  /** Headers that the platform is known to write and the audit does not read: they are not "unknown" columns. */
  readonly otherHeaders: readonly string[];
  /** A file is this format when it has at least one field of every group. */
  readonly required: readonly (readonly OrderField[])[];
  /** Headers that no other platform writes; a file must have one of them. Empty: none is asked for. */
  readonly ownHeaders: readonly string[];
  readonly templates: readonly Template[];
  /** The platform's own order numbers; others are accepted when they are an order number at all, and told. */
  readonly orderIdPattern: RegExp;
  /** Which text means which state; keys are written as the platform writes them (full-width comma). */
  readonly states: Readonly<Record<string, OrderState>>;
  readonly afterSaleStates: Readonly<Record<string, AfterSaleState>>;
  /** Days until the platform confirms receipt by itself, and the grace after it; nobody publishes them. */
  readonly terms: { readonly autoReceiptDays: number; readonly graceDays: number };
}

/** A platform's bill or after-sales export, or a table of recipients, as far as it must be recognised. */
export interface OtherFormat {
  readonly platform: PlatformId;
  readonly kind: 'bill' | 'after-sales' | 'recipients';
  /** A bill of this kind: the flow of an account, whose income rows are net of fees. */
  readonly book?: 'account';
  /** A file is this format when it has one header of every group. */
  readonly required: readonly (readonly string[])[];
  readonly headers: readonly string[];
}

/** A platform's bill, with the columns that are read of it; headers are listed newest first. */
export interface BillFormat extends OtherFormat {
  readonly kind: 'bill';
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** A platform's after-sales export; headers are listed newest first. */
export interface AfterSalesFormat extends OtherFormat {
  readonly kind: 'after-sales';
  readonly columns: Readonly<Record<AfterSaleField, readonly string[]>>;
}

/** The columns that are read of a table of recipients. */
export type RecipientColumn =
  | 'order_id'
  | 'waybill'
  | 'recipient_id'
  | 'buyer_id'
  | 'recipient'
  | 'phone'
  | 'province'
  | 'city'
  | 'district'
  | 'street'
  | 'address';

/** A table of recipients that a merchant's own software wrote. */
export interface RecipientsFormat extends OtherFormat {
  readonly kind: 'recipients';
  readonly columns: Readonly<Record<RecipientColumn, readonly string[]>>;
}

export type ExportFormat = OrdersFormat | OtherFormat;
