// OD1 and OD2: past due from day 4 to the 30-day line, the days in which a ticket is still worth most.

import type { NextStep } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { gatherBand, lacksBuyerPart, lateEvidence, lateLine, MONTH } from './past-due-bands.js';
import { gatherRule } from './rule.js';

const DAY_SECONDS = 86_400;

export const pastDue = gatherRule({
  id: 'past-due',
  aliases: ['OD1', 'OD2'],
  title: { zh: '过了预计扣款日', en: 'past the expected debit' },
  looks: {
    zh: '过了预计扣款日 4 天起、30 天线之内还没到账的单。',
    en: 'Orders from day 4 past the expected debit up to the 30-day line whose money has not come in.',
  },
  why: {
    zh: '钱该到了。30 天线之前找平台最有用：过了线，拼多多扣款用的支付分会记到买家名下。',
    en: 'The money should be there. Before the 30-day line a ticket is worth most: beyond it the score by which Pinduoduo debits counts it against the buyer.',
  },
  innocent: {
    zh: ['平台还在重试扣款', '买家余额不足，几天后会补上', '货款明细比订单晚一两天'],
    en: [
      'the platform is still trying the debit',
      "the buyer's balance is short for some days",
      'bills lag orders by a day or two',
    ],
  },
  unless: { zh: '过了预计扣款日不到 {firstDay}', en: 'it were less than {firstDay} past the expected debit' },
  severity: 'low',
  bands: {
    zh: '没到账为低；待核实的每个区间合成一件，也为低',
    en: 'low; the unproven are one finding per bucket, low too',
  },
  strength: 'strong',
  params: {
    firstDay: {
      value: 4,
      unit: 'days',
      least: 4,
      most: 14,
      text: {
        zh: '从第几天起（含）；1-3 天是观察期，只显示',
        en: 'from this day on, included; days 1 to 3 are only shown',
      },
    },
    platformFrom: {
      value: 7,
      unit: 'days',
      least: 4,
      most: 30,
      text: { zh: '从第几天起（含）找平台客服', en: 'from this day on, included, ask the platform' },
    },
    month: MONTH,
  },
  ascending: ['firstDay', 'platformFrom', 'month'],
  steps: ['platform', 'remind', 'review'],
  needs: [],
  stated: true,
  gather({ firstDay, platformFrom, month }) {
    return gatherBand(firstDay, month, (order) => {
      const dueDay = order.judged.aged?.dueDay ?? Number.NaN;
      return {
        orders: [order.order],
        nextStep: stepOf(order, platformFrom),
        // The last second of the day on which the line is reached.
        deadline: (dueDay + month + 1) * DAY_SECONDS - 1,
        evidence: lateEvidence(order),
      };
    });
  },
  line: lateLine,
});

/** A reminder is for a buyer who has not paid; what the platform owes or has taken back is the platform's to explain. */
function stepOf(order: AuditedOrder, platformFrom: number): NextStep {
  const { collection } = order.judged;
  const isBuyers = collection === 'uncollected' || collection === 'part-settled';
  return order.daysPastDue < platformFrom && isBuyers && lacksBuyerPart(order) ? 'remind' : 'platform';
}
