// SE2: an order whose phone, account or address is one of the shop's own: its people, its offices, its return address.

import type { Evidence } from '../core/finding.js';
import { LISTED } from '../core/lists.js';
import { orderRule } from './rule.js';

const KINDS = [
  { bit: LISTED.staffPhone, name: 'own-phone', zh: '电话', en: 'phone' },
  { bit: LISTED.staffAccount, name: 'own-account', zh: '账号', en: 'account' },
  { bit: LISTED.staffAddress, name: 'own-address', zh: '地址', en: 'address' },
] as const;

export const ownContact = orderRule({
  id: 'own-contact',
  aliases: ['SE2'],
  title: { zh: '收货信息和店铺自己的相同', en: "recipient is the shop's own" },
  looks: {
    zh: '收货电话、买家账号或地址，和店铺名单里员工、店铺或退货地址的相同。',
    en: "Phone, account or address of an order is one of the shop's list of staff, own and return addresses.",
  },
  why: {
    zh: '店铺自己的人下的先用后付单，货款从自己这里来，要和买家的单分开看。',
    en: "A pay-later order of the shop's own people is paid by the shop's own side; look at it apart from buyers' orders.",
  },
  innocent: {
    zh: ['员工自己买东西', '样品、换货寄回店里', '名单里的人已经离职，号码换了人用'],
    en: [
      'staff buy for themselves',
      'samples and replacements sent to the shop',
      'the number belongs to somebody else by now',
    ],
  },
  unless: { zh: '收货信息和店铺自己的不一样', en: "the recipient were none of the shop's own" },
  severity: 'medium',
  bands: {
    zh: '没到账的为中，已结清的为提示',
    en: 'medium where it is open, else info',
  },
  strength: 'strong',
  params: {},
  steps: ['review'],
  needs: ['recipients'],
  list: 'staff',
  check({ order, judged, listed }) {
    const found = KINDS.filter(({ bit }) => (listed & bit) !== 0);
    if (found.length === 0) return null;
    return {
      orders: [order],
      nextStep: 'review',
      evidence: [
        { kind: 'amount', name: 'outstanding', fen: judged.outstanding },
        ...found.map(({ name }): Evidence => ({ kind: 'count', name, count: 1 })),
      ],
    };
  },
  line(evidence) {
    const found = KINDS.filter(({ name }) => evidence.some((one) => one.name === name));
    return {
      zh: `${found.map(({ zh }) => zh).join('、')}在店铺自己的名单里`,
      en: `${found.map(({ en }) => en).join(', ')} on the shop's own list`,
    };
  },
});
