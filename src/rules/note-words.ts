// TX1: words in a note that need a look. Weak, and only told beside a contact, a group or a large order.

import { LARGE_FROM } from './large.js';
import { gatherRule } from './rule.js';

/** An order that has such words. */
interface Candidate {
  readonly order: number;
  readonly words: readonly string[];
  /** A contact stands in its texts, or it is large. */
  readonly isBeside: boolean;
}

export const noteWords = gatherRule({
  id: 'note-words',
  aliases: ['TX1'],
  title: { zh: '留言或备注里有需要核实的字样', en: 'words in a note that need a look' },
  looks: {
    zh: '没到账的单，买家留言或商家备注里有名单里的字样，同一单又有联系方式、在关联组里或是大额。',
    en: 'Open orders whose notes hold a word of the list, where a contact, a group or a large amount stands beside it.',
  },
  why: {
    zh: '这样的话放在货款的留言里，多半和怎么拿到钱有关；单独看说明不了什么。',
    en: 'In the note of an order such words are rather about getting at money; alone they say nothing.',
  },
  innocent: {
    zh: ['说的是好评返现、退款到账', '问先用后付的额度', '碰巧连在一起的字'],
    en: [
      'about a gift for a review, or a refund',
      'about the pay-later credit',
      'characters that stand together by chance',
    ],
  },
  unless: {
    zh: '留言和备注里没有这些字样，或同一单没有联系方式、不在关联组里、未收也不到 {min}',
    en: 'no such word stood in the notes, or the order had no contact, was in no group, and outstanding were under {min}',
  },
  severity: 'info',
  strength: 'weak',
  params: { min: LARGE_FROM },
  steps: ['review'],
  needs: ['buyer-note'],
  gather({ min }) {
    const candidates: Candidate[] = [];
    return {
      see({ order, judged, noteWords: words, contactTold }) {
        if (words.length === 0 || judged.outstanding === 0) return;
        const isLarge = judged.outstanding >= min && judged.stage !== 'unshipped';
        candidates.push({ order, words, isBeside: contactTold || isLarge });
      },
      drafts(totals) {
        if (candidates.length === 0) return [];
        const grouped = new Set(
          totals?.clusters.flatMap(({ alarming, orders }) => (alarming ? orders : [])) ?? [],
        );
        return candidates
          .filter(({ order, isBeside }) => isBeside || grouped.has(order))
          .map(({ order, words }) => ({
            orders: [order],
            nextStep: 'review' as const,
            evidence: words.map((term) => ({ kind: 'term', name: 'note-word', term }) as const),
          }));
      },
    };
  },
  line(evidence) {
    const words = evidence.flatMap((one) => (one.kind === 'term' ? [one.term] : []));
    return {
      zh: `留言或备注里有需要核实的字样：${words.map((word) => `「${word}」`).join('')}`,
      en: `a word in the notes needs a look: ${words.map((word) => `“${word}”`).join(', ')}`,
    };
  },
});
