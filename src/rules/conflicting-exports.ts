// SE6: two exports of one order that cannot both be right: an amount that may not change, or a state that went back.

import type { Evidence } from '../core/finding.js';
import type { Both } from '../core/language.js';
import { figure, orderRule } from './rule.js';
import { WORDS, yuan } from './words.js';

/** Fires on any difference. What may lawfully change is told apart in portfolio/export-differences.ts. */
export const conflictingExports = orderRule({
  id: 'conflicting-exports',
  aliases: ['SE6'],
  title: { zh: '两份导出对不上', en: 'two exports that disagree' },
  looks: {
    zh: '同一单在两份导出里金额不同，或者较晚的一份里状态反而退了回去；扣款前后、售后、取消引起的变化不算。',
    en: 'One order in two exports with different amounts, or with a state that is further back in the later one; what a debit, an after-sale or a cancellation changes is none.',
  },
  why: {
    zh: '平台的导出不会这样变，多半有一份改过；按改过的数对账，未收多少就不准了。',
    en: "The platform's exports do not change like this: one of them was edited, most likely, and what is outstanding by it is wrong.",
  },
  innocent: {
    zh: ['在表格里手工改过价，忘了改回', '平台撤销了发货或收货', '两家店的文件放在了一起'],
    en: [
      'a price edited by hand in a spreadsheet and left so',
      'the platform undid a shipment or a receipt',
      'files of two shops put together',
    ],
  },
  unless: {
    zh: '两份导出里金额一样，状态没有退回去',
    en: 'the exports said the same amounts, and no state went back',
  },
  severity: 'medium',
  strength: 'strong',
  params: {},
  steps: ['review'],
  needs: ['earlier-export'],
  check({ order, exports }) {
    if (exports === null) return null;
    const evidence: Evidence[] = [];
    const { amount, state } = exports;
    if (amount !== null) {
      evidence.push({ kind: 'amount', name: 'amount-before', fen: amount.before });
      evidence.push({ kind: 'amount', name: 'amount-now', fen: amount.now });
    }
    if (state !== null) {
      evidence.push({ kind: 'word', name: 'state-before', word: state.before });
      evidence.push({ kind: 'word', name: 'state-now', word: state.now });
    }
    return evidence.length === 0 ? null : { orders: [order], nextStep: 'review', evidence };
  },
  line(evidence) {
    const [before, now] = [figure(evidence, 'amount-before'), figure(evidence, 'amount-now')];
    const parts: Both[] = [];
    if (!Number.isNaN(before)) {
      parts.push({
        zh: `较早的导出 ${yuan(before)} 元，较晚的 ${yuan(now)} 元`,
        en: `${yuan(before)} yuan in the earlier export, ${yuan(now)} yuan in the later one`,
      });
    }
    const [from, to] = (['state-before', 'state-now'] as const).map((name) => wordOf(evidence, name));
    if (from !== undefined && to !== undefined) {
      parts.push({
        zh: `状态从${from.zh}退回${to.zh}`,
        en: `the state went back from ${from.en} to ${to.en}`,
      });
    }
    return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
  },
});

function wordOf(evidence: readonly Evidence[], name: 'state-before' | 'state-now'): Both | undefined {
  const found = evidence.find((one) => one.name === name);
  return found?.kind === 'word' ? WORDS[found.word] : undefined;
}
