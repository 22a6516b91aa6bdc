// Makes the orders that rules are shown: a settled order of 100 yuan, and whatever a test changes of it.
import { age } from '../../src/core/aging.js';
import { dayOf, parseTime } from '../../src/core/dates.js';
import type { Draft } from '../../src/core/finding.js';
import type { AfterSaleRow } from '../../src/portfolio/after-sales-of.js';
import type { AuditedOrder } from '../../src/portfolio/audited-order.js';
import type { Judgement } from '../../src/portfolio/judgement.js';
import type { OrderRule, RuleView } from '../../src/rules/rule.js';
import { shopProfile } from './shop-profile.js';

const AS_OF = '2026-07-20';
const TERMS = { autoReceiptDays: 10, graceDays: 1 };

export const view: RuleView = {
  asOfDay: dayOf(parseTime(`${AS_OF} 00:00:00`)),
  hasBills: true,
  billedTo: dayOf(parseTime(`${AS_OF} 00:00:00`)) - 1,
  hasAfterSales: true,
  failed: [],
  profile: () => shopProfile(),
  blankIsReview: () => false,
  waybillText: String,
};

/** What a test says of an order; amounts in yuan, times as text, '' for none. */
export interface Told {
  readonly order?: number;
  readonly section?: number;
  readonly shop?: number;
  readonly afterSales?: readonly AfterSaleRow[];
  /** The logistics say that it was refused or came back. */
  readonly returned?: boolean;
  /** A return came back by a waybill by which the order was sent. */
  readonly sameWaybillBack?: boolean;
  readonly exports?: AuditedOrder['exports'];
  /** Outstanding; 0 is settled. */
  readonly open?: number;
  /** The platform's share of what is open. */
  readonly platform?: number;
  readonly receivable?: number;
  /** 买家应付; without it all of the receivable. */
  readonly buyerPart?: number;
  /** Given back, and compensated beside that; what was given back is not outstanding. */
  readonly refunded?: number;
  readonly compensation?: number;
  readonly money?: Partial<Judgement['money']>;
  readonly minor?: boolean;
  readonly listAmount?: number;
  readonly promoter?: number;
  readonly pieces?: number;
  /** Price of the goods before discounts. */
  readonly goods?: number;
  readonly ordered?: string;
  readonly shipped?: string;
  readonly received?: string;
  readonly promised?: string;
  readonly frozen?: boolean;
  readonly invalid?: boolean;
  readonly proven?: boolean;
  readonly goodsOut?: number;
  readonly product?: number;
  readonly person?: number;
  readonly buyer?: number;
  readonly phone?: number;
  readonly room?: number;
  readonly pickup?: number;
  readonly place?: number;
  readonly namesake?: number;
  readonly district?: number;
  readonly province?: number;
  readonly warehouse?: number;
  readonly waybills?: readonly number[];
  readonly waybillTold?: boolean;
  /** No other order of its person is older. */
  readonly first?: boolean;
  /** The date that its number begins with, and when it was signed for. */
  readonly numbered?: string;
  readonly signed?: string;
  readonly underReview?: boolean;
  readonly masked?: boolean;
  readonly saidUnpaid?: boolean;
  readonly isMoneyLink?: boolean;
  /** Fen. */
  readonly priceGap?: number;
  readonly contactTold?: boolean;
  readonly looks?: number;
  readonly noteWords?: readonly string[];
  readonly listed?: number;
  readonly judged?: Partial<Judgement>;
}

const seconds = (text: string | undefined) =>
  text ? parseTime(text.length === 10 ? `${text} 10:00:00` : text) : Number.NaN;

/** The order as the portfolio would show it at AS_OF: stage, bucket and days past due follow from its times. */
export function auditedOrder(told: Told = {}): AuditedOrder {
  const { open = 0, proven = true, receivable = Math.max(open, 100) } = told;
  const shippedAt = seconds(told.shipped ?? '2026-06-01');
  const receivedAt = seconds(told.received);
  const phase = told.received ? 'received' : Number.isNaN(shippedAt) ? 'unshipped' : 'shipped';
  const dated = age(
    {
      phase,
      shippedDay: dayOf(shippedAt),
      receivedDay: dayOf(receivedAt),
      dueDay: Number.NaN,
      frozen: told.frozen === true,
      invalid: told.invalid === true,
    },
    view.asOfDay,
    TERMS,
  );
  const aged = open > 0 ? dated : null;
  const outstanding = Math.round(open * 100);
  const refunded = Math.round((told.refunded ?? 0) * 100);
  const judged = {
    line: 0,
    lines: 1,
    receivable: Math.round(receivable * 100),
    receivableSource: 'export',
    buyerPart: Math.round((told.buyerPart ?? receivable) * 100),
    minor: told.minor === true,
    outstanding,
    goodsOut: Math.round((told.goodsOut ?? 0) * 100),
    undecided: 0,
    unclearAfterSale: false,
    refundTold: false,
    dispute: told.frozen === true ? { since: Number.NaN, deadline: Number.NaN } : null,
    shipped: phase !== 'unshipped',
    received: Boolean(told.received),
    collection: open === 0 ? 'settled' : proven ? 'uncollected' : 'unproven',
    stage: aged?.stage ?? 'closed',
    aged,
    provableFrom: Number.NaN,
    needFrom: Number.NaN,
    needTo: Number.NaN,
    money: {
      receivable: Math.round(receivable * 100),
      refunded,
      refundSource: 'none',
      assumed: 0,
      collected: Math.round(receivable * 100) - refunded - outstanding,
      overCollected: 0,
      outstanding,
      outstandingPlatform: Math.round((told.platform ?? 0) * 100),
      evidence: open === 0 ? 'bill' : 'none',
      takenBack: 0,
      compensation: Math.round((told.compensation ?? 0) * 100),
      pendingRefund: 0,
      unproven: open > 0 && !proven ? 'no-bills' : null,
      ...told.money,
    },
    ...told.judged,
  } as Judgement;
  return {
    order: told.order ?? 0,
    input: 0,
    section: told.section ?? 0,
    shop: told.shop ?? 0,
    judged,
    daysPastDue: aged?.daysPastDue ?? 0,
    proven: judged.money.unproven === null,
    orderedAt: seconds(told.ordered ?? '2026-05-31'),
    shippedAt,
    receivedAt,
    promisedAt: seconds(told.promised),
    product: told.product ?? 0,
    listAmount: Math.round((told.listAmount ?? receivable) * 100),
    promoter: told.promoter ?? -1,
    pieces: told.pieces ?? 1,
    goods: Math.round((told.goods ?? told.listAmount ?? receivable) * 100),
    waybills: told.waybills ?? [],
    waybillTold: told.waybillTold ?? (told.waybills ?? []).length > 0,
    firstOfPerson: told.first === true,
    numberDay: dayOf(seconds(told.numbered)),
    signedAt: seconds(told.signed),
    waybillAgain: told.waybills !== undefined,
    personAgain: told.person !== undefined && told.person >= 0,
    buyer: told.buyer ?? -1,
    person: told.person ?? -1,
    phone: told.phone ?? -1,
    room: told.room ?? -1,
    pickup: told.pickup ?? -1,
    place: told.place ?? -1,
    namesake: told.namesake ?? -1,
    district: told.district ?? -1,
    province: told.province ?? -1,
    warehouse: told.warehouse ?? -1,
    masked: told.masked === true,
    underReview: told.underReview === true,
    saidUnpaid: told.saidUnpaid === true,
    isMoneyLink: told.isMoneyLink === true,
    priceGap: told.priceGap ?? 0,
    looks: told.looks ?? 0,
    noteWords: told.noteWords ?? [],
    contactTold: told.contactTold === true,
    listed: told.listed ?? 0,
    afterSales: told.afterSales ?? [],
    returned: told.returned === true,
    exports: told.exports ?? null,
    sameWaybillBack: told.sameWaybillBack === true,
  };
}

/** A day so many days before the audit. */
export function daysAgo(days: number, time = '10:00:00'): string {
  const moment = new Date(Date.UTC(2026, 6, 20 - days));
  return `${moment.toISOString().slice(0, 10)} ${time}`;
}

/** Times of an order that is so many days past due: received the day before its grace ends. */
export function pastDue(days: number): Pick<Told, 'shipped' | 'received'> {
  return { shipped: daysAgo(days + 5), received: daysAgo(days + 1) };
}

/** What an order rule says with its defaults, or with some of its parameters changed. */
export function checked(
  rule: OrderRule,
  told: Told,
  changed: Readonly<Record<string, number>> = {},
  shown: Partial<RuleView> = {},
): Draft | null {
  const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
  return rule.check(auditedOrder(told), { ...values, ...changed }, { ...view, ...shown });
}
