// PL11: money that the platform had advanced for an order and has taken back, and that is missing since.

import { figure, orderRule } from './rule.js';
import { yuan } from './words.js';

/** Fires on any amount taken back, once something of the order is outstanding. */
export const advanceTakenBack = orderRule({
  id: 'advance-taken-back',
  aliases: ['PL11'],
  title: { zh: '垫付的货款被扣回', en: 'advance taken back' },
  looks: {
    zh: '账单里有先用后付垫付的钱被扣回去，之后这单又有货款没到账。',
    en: 'An order of which the bill says that an advance on pay-later was taken back, and of which something is outstanding since.',
  },
  why: {
    zh: '钱到过账又没了，这单回到没到账；扣回多半有说法和申诉时限，越早问越好。',
    en: 'The money had come in and is gone again. Such a deduction mostly has a reason and a time limit for objecting: ask early.',
  },
  innocent: {
    zh: ['买家在退货退款，钱先扣回', '垫付转成正式的交易收入，收入还没进账单', '平台重复垫付后冲回'],
    en: [
      'the buyer is returning the goods and the money went back first',
      'the advance becomes an ordinary income that the bill does not hold yet',
      'the platform had advanced it twice',
    ],
  },
  unless: {
    zh: '账单里没有扣回垫付的行，或扣回之后货款又到齐了',
    en: 'the bill held no row that takes an advance back, or the money had come in again since',
  },
  severity: 'medium',
  strength: 'strong',
  params: {},
  steps: ['platform', 'review'],
  needs: ['bills'],
  check({ order, judged, proven }) {
    const { outstanding, money, stage } = judged;
    if (money.takenBack <= 0 || outstanding <= 0) return null;
    return {
      orders: [order],
      // While an after-sale is open, or where it is not sure that nothing came in since, somebody must look first.
      nextStep: proven && stage !== 'frozen' ? 'platform' : 'review',
      evidence: [
        { kind: 'amount', name: 'taken-back', fen: money.takenBack },
        { kind: 'amount', name: 'outstanding', fen: outstanding },
      ],
    };
  },
  line(evidence, unproven) {
    const taken = yuan(figure(evidence, 'taken-back'));
    const fen = yuan(figure(evidence, 'outstanding'));
    return unproven
      ? {
          zh: `垫付的 ${taken} 元被扣回，${fen} 元到账待核实`,
          en: `${taken} yuan advanced and taken back, ${fen} yuan unproven`,
        }
      : {
          zh: `垫付的 ${taken} 元被扣回，还差 ${fen} 元`,
          en: `${taken} yuan advanced and taken back, ${fen} yuan missing`,
        };
  },
});
