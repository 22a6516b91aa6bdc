// PL4: an order that is not collected, with after-sales withdrawn or closed again and again, or one that stays open for long.

import { dayOf } from '../core/dates.js';
import type { Evidence } from '../core/finding.js';
import { buyersOutstanding, figure, orderRule } from './rule.js';
import { counted } from './words.js';

export const unsettledAfterSale = orderRule({
  id: 'unsettled-after-sale',
  aliases: ['PL4'],
  title: { zh: '售后反复或久拖', en: 'after-sales back and forth' },
  looks: {
    zh: '没到账的单，售后撤销、关闭过几次，或者一个售后开着很久。',
    en: 'An order that is not collected whose after-sales were withdrawn or closed several times, or one of them stays open for long.',
  },
  why: {
    zh: '售后开着就不计天数、不扣款；一开一关，扣款就一直往后推。',
    en: 'While an after-sale is open the clock stands and nothing is debited; each one puts the debit off again.',
  },
  innocent: {
    zh: ['真有质量问题，双方还在谈', '买家填错类型，撤销后重新申请', '平台介入，还没出结果'],
    en: [
      'a real dispute that is still being settled',
      'the buyer chose the wrong type, withdrew it and applied again',
      'the platform has stepped in and has not decided yet',
    ],
  },
  unless: {
    zh: '撤销或关闭的售后不到 {rows}，售后中不到 {days}',
    en: 'fewer than {rows} were withdrawn or closed, and it were open for less than {days}',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    rows: {
      value: 2,
      unit: 'records',
      least: 2,
      most: 100,
      text: { zh: '撤销或关闭的售后从几条起（含）', en: 'withdrawn or closed after-sales, from so many on' },
    },
    days: {
      value: 15,
      unit: 'days',
      least: 1,
      most: 365,
      text: {
        zh: '或者开着的售后，从申请起满几天（含）',
        en: 'or one that is open, for so many days from its application on, included',
      },
    },
  },
  steps: ['platform', 'review'],
  needs: ['after-sales', 'proof'],
  check(order, { rows, days }, { asOfDay }) {
    if (buyersOutstanding(order) <= 0) return null;
    const closed = order.afterSales.filter(({ state }) => state === 'closed').length;
    // Of an open row that a later export of the orders knows to have ended, nobody can say for how long it was.
    const isOpen = order.judged.dispute !== null;
    const open = order.afterSales.filter(
      // What only may be open stops the clock, and is no finding.
      ({ state, isStateUnknown }) => isOpen && state === 'open' && !isStateUnknown,
    );
    const longest = open.reduce((most, { appliedAt }) => {
      const age = asOfDay - dayOf(appliedAt);
      return age > most ? age : most;
    }, -1);
    const isLong = longest >= days;
    if (closed < rows && !isLong) return null;
    const evidence: Evidence[] = [
      { kind: 'amount', name: 'outstanding', fen: order.judged.outstanding },
      { kind: 'count', name: 'closed-after-sales', count: closed },
    ];
    if (longest >= 0) evidence.push({ kind: 'days', name: 'days-open', days: longest });
    if (closed >= rows) evidence.push({ kind: 'param', name: 'limit', param: 'rows', value: rows });
    if (isLong) evidence.push({ kind: 'param', name: 'limit', param: 'days', value: days });
    // What is open is the platform's to decide; what is closed can only be looked at.
    return { orders: [order.order], nextStep: isLong ? 'platform' : 'review', evidence };
  },
  line(evidence) {
    const closed = figure(evidence, 'closed-after-sales');
    const days = figure(evidence, 'days-open');
    const zh = closed > 0 ? [`售后撤销或关闭 ${closed} 次`] : [];
    const en = closed > 0 ? [`${counted(closed, 'after-sale')} withdrawn or closed`] : [];
    if (!Number.isNaN(days)) {
      zh.push(`一个售后开着 ${days} 天`);
      en.push(`one open for ${counted(days, 'day')}`);
    }
    return { zh: zh.join('，'), en: en.join(', ') };
  },
});
