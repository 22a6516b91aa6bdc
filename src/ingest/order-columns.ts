// Where the fields of one order export stand.

import { ORDER_FIELDS, type OrderField } from '../core/fields.js';
import type { HeaderMatch } from './identify.js';

/** All columns of a field that may have several. */
export function columnsOf(match: HeaderMatch, field: OrderField): readonly number[] {
  return match.columns.get(field) ?? [];
}

/** The headers of the columns of platform parts, in their order. */
export function partHeaders(match: HeaderMatch): string[] {
  return columnsOf(match, 'platform_part').map((column) => match.names[column] ?? '');
}

/** Each field's column, or -1. */
export type OrderColumns = Readonly<Record<OrderField, number>>;

/** In Pinduoduo's form of 2020 the whole address stands in a column of this name; in later ones only the street's. */
const STREET_OR_ADDRESS = '街道';

/** The columns of all fields. */
export function orderColumns(match: HeaderMatch): OrderColumns {
  const fields = Object.keys(ORDER_FIELDS) as OrderField[];
  const found = fields.map((field) => [field, columnsOf(match, field)[0] ?? -1]);
  const columns = Object.fromEntries(found) as OrderColumns;
  const { street, address } = columns;
  const isWhole = address < 0 && street >= 0 && match.names[street] === STREET_OR_ADDRESS;
  return isWhole ? { ...columns, address: street, street: -1 } : columns;
}
