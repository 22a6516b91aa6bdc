// The canonical columns of an order export: their names, and what kind of cell each one holds.

/** What a cell of a field must look like. `text` cells are never parsed, so nothing in them is unreadable. */
export type FieldKind = 'id' | 'state' | 'amount' | 'count' | 'time' | 'flag' | 'text';

/**
 * Every field the tool knows in an order export, with the kind of its cells.
 * These names are what `--map field=header` accepts and what the generic profile's English headers are.
 * A field may stand in one column only, except those of `MULTI_FIELDS`.
 */
export const ORDER_FIELDS = {
  order_id: 'id',
  status: 'state',
  after_sale_status: 'state',
  pay_later: 'flag',
  pay_method: 'text',
  order_type: 'text',
  order_tags: 'text',
  pay_state: 'text',
  buyer_paid: 'amount',
  merchant_receives: 'amount',
  goods_total: 'amount',
  unit_price: 'amount',
  quantity: 'count',
  postage: 'amount',
  service_fee: 'amount',
  shop_discount: 'amount',
  platform_part: 'amount',
  created_at: 'time',
  paid_at: 'time',
  grouped_at: 'time',
  shipped_at: 'time',
  received_at: 'time',
  promised_ship_at: 'time',
  due_date: 'time',
  product: 'text',
  product_id: 'text',
  spec: 'text',
  style_id: 'text',
  waybill: 'text',
  carrier: 'text',
  logistics: 'text',
  recipient: 'text',
  phone: 'text',
  buyer_phone: 'text',
  buyer_id: 'text',
  province: 'text',
  city: 'text',
  district: 'text',
  street: 'text',
  address: 'text',
  warehouse: 'text',
  seller_note: 'text',
  buyer_note: 'text',
  gift_order_id: 'text',
  lottery: 'flag',
  under_review: 'flag',
  group_id: 'text',
  live: 'text',
  promoter: 'text',
  shop_name: 'text',
  shop_id: 'text',
} as const satisfies Record<string, FieldKind>;

export type OrderField = keyof typeof ORDER_FIELDS;

/** Fields that several columns of one file may feed, each on its own (their amounts are added or compared). */
export const MULTI_FIELDS: ReadonlySet<OrderField> = new Set(['service_fee', 'platform_part']);

/** The columns that are read of an after-sales export. */
export type AfterSaleField =
  | 'after_sale_id'
  | 'order_id'
  | 'after_sale_status'
  | 'after_sale_type'
  | 'refund'
  | 'applied_at'
  | 'agreed_at'
  | 'closed_at'
  | 'deadline_at'
  | 'product_id'
  | 'outbound_waybill'
  | 'return_waybill'
  | 'return_logistics'
  | 'reason'
  | 'remark';
