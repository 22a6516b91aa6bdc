// PL14: a large order that is not shipped and must be within a day, or should have been: what to decide on first.

import { LARGE_FROM } from './large.js';
import { promiseOf, promiseText } from './promise.js';
import { orderRule } from './rule.js';

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 86_400;

export const shippingDeadline = orderRule({
  id: 'shipping-deadline',
  aliases: ['PL14'],
  title: { zh: '大额快到发货时限', en: 'large order, shipping deadline near' },
  looks: {
    zh: '还没发货的大额单，承诺发货时间快到或已过；售后处理中的不算。',
    en: 'A large order that is not shipped while its promised shipping time is near or past; one in an after-sale is left out.',
  },
  why: {
    zh: '大额订单要先核实再发，但过了承诺发货时间可能算延迟发货，时间不多了。',
    en: 'A large order is worth a check before it leaves, but past the promised time it may count as late: little time is left.',
  },
  innocent: {
    zh: ['缺货、预售或买家要求晚发', '已经发了，导出之后才填的单号'],
    en: [
      'out of stock, a pre-sale, or the buyer asked for it',
      'it has left, and was marked so after the export',
    ],
  },
  unless: {
    zh: '未收不到 {min}，或截止日期那天过完后还有 {hours}以上',
    en: 'outstanding were under {min}, or {hours} or more were left from the end of the as-of day',
  },
  severity: 'medium',
  strength: 'strong',
  params: {
    min: LARGE_FROM,
    hours: {
      value: 24,
      unit: 'hours',
      least: 0,
      most: 720,
      text: {
        zh: '承诺发货时间在截止日期结束后不到多少小时',
        en: 'the promised time is less than so many hours after the end of the as-of day',
      },
    },
  },
  steps: ['hold'],
  needs: ['promised-time'],
  check(order, { min, hours }, { asOfDay }) {
    const { outstanding, stage, aged } = order.judged;
    // A shipping time that cannot be makes it look unshipped: that is a problem of the file.
    if (outstanding < min || stage !== 'unshipped' || aged?.bucket === 'invalid') return null;
    const end = (asOfDay + 1) * SECONDS_PER_DAY;
    // Not a number where this order's cell is empty: no deadline then.
    if (!(order.promisedAt < end + hours * SECONDS_PER_HOUR)) return null;
    return {
      orders: [order.order],
      nextStep: 'hold',
      deadline: order.promisedAt,
      evidence: [
        { kind: 'amount', name: 'outstanding', fen: outstanding },
        { kind: 'param', name: 'limit', param: 'min', value: min },
        { kind: 'param', name: 'hours', param: 'hours', value: hours },
        ...promiseOf(order.promisedAt, asOfDay),
      ],
    };
  },
  line: promiseText,
});
