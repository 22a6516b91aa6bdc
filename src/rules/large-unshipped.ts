// LU6: a large order that has not been shipped, the one kind of which nothing is lost yet; with its promised time.

import { LARGE_FROM } from './large.js';
import { promiseOf, promiseText } from './promise.js';
import { orderRule } from './rule.js';

export const largeUnshipped = orderRule({
  id: 'large-unshipped',
  aliases: ['LU6'],
  title: { zh: '大额未发货', en: 'large order not shipped' },
  looks: {
    zh: '还没发货、未收货款到大额起点的单；售后处理中的不算。',
    en: 'An order that is not shipped and whose outstanding reaches the limit; one in an after-sale is left out.',
  },
  why: {
    zh: '货还在手里，发货前核实不花钱；发出去就只能拦截或等扣款。',
    en: 'The goods are still here and checking costs nothing; once shipped, they can only be intercepted or waited for.',
  },
  innocent: {
    zh: ['先用后付本来就是先发货后扣款，大多数是正常订单', '大件、贵重商品本来就贵'],
    en: ['pay-later means goods first: most of these are ordinary orders', 'the goods are simply expensive'],
  },
  unless: { zh: '未收不到 {min}，或已经发货', en: 'outstanding were under {min}, or it were shipped' },
  severity: 'info',
  strength: 'weak',
  params: { min: LARGE_FROM },
  steps: ['hold'],
  needs: [],
  check(order, { min }, { asOfDay }) {
    const { outstanding, stage, aged } = order.judged;
    // A shipping time that cannot be makes it look unshipped: that is a problem of the file.
    if (outstanding < min || stage !== 'unshipped' || aged?.bucket === 'invalid') return null;
    return {
      orders: [order.order],
      nextStep: 'hold',
      deadline: order.promisedAt,
      evidence: [
        { kind: 'amount', name: 'outstanding', fen: outstanding },
        { kind: 'param', name: 'limit', param: 'min', value: min },
        ...promiseOf(order.promisedAt, asOfDay),
      ],
    };
  },
  line: promiseText,
});
