// What the platforms' states mean: the phase of an order and the state of its after-sale, as small codes.

/** Phases in the order in which an order lives through them; a later one is the "further" state of two copies. */
export const PHASES = ['unpaid', 'unshipped', 'shipped', 'received', 'cancelled'] as const;
export type Phase = (typeof PHASES)[number];

/** The state that a platform's text stands for; `refunded` is the text's own 退款成功. */
export interface OrderState {
  readonly phase: Phase;
  readonly refunded: boolean;
}

/**
 * The state of an after-sale: `open` freezes the order, `refunded` says that money went back, `succeeded` says
 * that something was agreed but not what, `closed` says that it ended without.
 */
export const AFTER_SALE_STATES = ['none', 'open', 'refunded', 'succeeded', 'closed'] as const;
export type AfterSaleState = (typeof AFTER_SALE_STATES)[number];
