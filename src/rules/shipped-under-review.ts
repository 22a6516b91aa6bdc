// PL12: shipped while the platform holds the order under review.

import type { Draft, Evidence } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { figure, gatherRule } from './rule.js';
import { shortDay, yuan } from './words.js';

/** Where more orders of a file than this have no recipient at all, its columns are not filled: that tells nothing. */
const MOST_BLANK = 0.2;

/** Fires on the first such order: there is no threshold. */
export const shippedUnderReview = gatherRule({
  id: 'shipped-under-review',
  aliases: ['PL12'],
  title: { zh: '审核中就发了货', en: 'shipped under review' },
  looks: {
    zh: '平台还在审核（是否审核中 = 是，或快手整单没有收货信息）却已发货、钱还没到账的单。',
    en: 'An open order that was shipped while the platform reviews it: its column says so, or Kuaishou shows no recipient at all.',
  },
  why: {
    zh: '平台认为要先看一看的单，货已经出去了；趁在路上先问平台。',
    en: 'The platform wanted to look first, and the goods have left: ask it while they are on their way.',
  },
  innocent: {
    zh: ['导出之后审核就结束了', '审核前已经打包发出', '平台误判，随后放行'],
    en: [
      'the review ended after the export',
      'the parcel had left before the review began',
      'the platform cleared it later',
    ],
  },
  unless: { zh: '审核结束后再导出', en: 'it were exported after the review' },
  severity: 'medium',
  strength: 'moderate',
  params: {},
  steps: ['intercept', 'review'],
  needs: ['shipping-time', 'review'],
  gather(_, view) {
    const inputs = new Map<number, { orders: number; blank: Blank[] }>();
    const drafts: Draft[] = [];
    return {
      see(order) {
        const isOpen = order.judged.outstanding > 0 && !Number.isNaN(order.shippedAt);
        if (order.underReview && isOpen) drafts.push(draftOf(order, []));
        if (!view.blankIsReview(order.input)) return;
        const file = inputs.get(order.input) ?? { orders: 0, blank: [] };
        inputs.set(order.input, file);
        file.orders++;
        if (!isBlank(order)) return;
        file.blank.push({ draft: isOpen && !order.underReview ? draftOf(order, NOBODY) : null });
      },
      drafts() {
        const blank = [...inputs.values()].filter((file) => file.blank.length <= file.orders * MOST_BLANK);
        return [...drafts, ...blank.flatMap((file) => file.blank.flatMap(({ draft }) => draft ?? []))];
      },
    };
  },
  line(evidence) {
    const day = shortDay(figure(evidence, 'shipped-at'));
    const fen = yuan(figure(evidence, 'outstanding'));
    // That nothing is shown of its recipient is how a review looks, and no proof of one.
    const isBlank = figure(evidence, 'people') === 0;
    const zh = isBlank ? '没有收货信息，可能还在审核' : '平台还在审核';
    const en = isBlank ? 'no recipient shown, perhaps under review' : 'under review by the platform';
    return { zh: `${zh}，${day} 已发货，${fen} 元`, en: `${en}, shipped ${day}, ${fen} yuan` };
  },
});

/** An order without any recipient; null where nothing is to be told of it. */
interface Blank {
  readonly draft: Draft | null;
}

function isBlank({ masked, phone, room, pickup, place, namesake, district }: AuditedOrder): boolean {
  return !masked && [phone, room, pickup, place, namesake, district].every((key) => key < 0);
}

/** What a platform shows of the recipient of an order under review. */
const NOBODY: readonly Evidence[] = [{ kind: 'count', name: 'people', count: 0 }];

function draftOf({ order, judged, shippedAt }: AuditedOrder, more: readonly Evidence[]): Draft {
  return {
    orders: [order],
    nextStep: judged.stage === 'in-transit' ? 'intercept' : 'review',
    evidence: [
      { kind: 'amount', name: 'outstanding', fen: judged.outstanding },
      { kind: 'time', name: 'shipped-at', seconds: shippedAt },
      ...more,
    ],
  };
}
