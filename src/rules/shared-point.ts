// CL5 and the hubs: a phone or an address that so many share that it does not link, with what stands on it.

import type { Severity, Strength } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { KeyKind } from '../core/link-kinds.js';
import { HUB_PEOPLE, NOTE_PEOPLE, PICKUP_PEOPLE, WAYBILL_PEOPLE } from '../core/link-limits.js';
import type { Hub } from '../linkage/hubs.js';
import { ALERT_SCORE, linkEvidence } from './cluster-drafts.js';
import { figure, type Param, reportRule } from './rule.js';
import { counted } from './words.js';

const POINTS: Readonly<Record<KeyKind, Both>> = {
  phone: { zh: '公用号码', en: 'shared phone' },
  room: { zh: '公用地址', en: 'shared address' },
  pickup: { zh: '代收点', en: 'pickup point' },
  waybill: { zh: '公用单号', en: 'shared waybill' },
  payer: { zh: '公用的付款电话', en: "shared payer's phone" },
  masked: { zh: '打码后相同的收货人', en: 'recipients alike when masked' },
  note: { zh: '留言或备注里的公用字样', en: 'token in many notes' },
  jigged: { zh: '相近的地址', en: 'addresses alike' },
  lockstep: { zh: '同时下的单', en: 'orders in lockstep' },
};

/** A pickup point is there for strangers: whatever its score, it is never above low. */
function weightOf({ reason, score, provenScore, alarming }: Hub): { severity: Severity; strength: Strength } {
  if (reason === 'listed') return { severity: 'info', strength: 'weak' };
  const alerts = alarming && score >= ALERT_SCORE;
  if (reason === 'pickup') {
    return alerts ? { severity: 'low', strength: 'moderate' } : { severity: 'info', strength: 'weak' };
  }
  const isProven = provenScore >= ALERT_SCORE;
  return { severity: !alerts ? 'low' : isProven ? 'high' : 'medium', strength: 'moderate' };
}

/** Who stands behind a key is counted up to 255 people. */
const people = (value: number, zh: string, en: string): Param => ({
  value,
  unit: 'buyers',
  least: 2,
  most: 250,
  text: { zh, en },
});

export const sharedPoint = reportRule({
  id: 'shared-point',
  aliases: ['CL5', 'HUB'],
  title: { zh: '公用地址或号码', en: 'shared address or phone' },
  looks: {
    zh: '太多人共用、因此不拿来关联的电话、地址、单号、留言或备注里的字样和代收点，以及上面的未收货款。',
    en: 'Phones, addresses, waybills, tokens of notes and pickup points that too many share to link by, with what is open on them.',
  },
  why: {
    zh: '太多人共用，不能说明他们有关系，所以没有用来关联；金额集中在这里，仍要看一眼。',
    en: 'Too many people share it for it to say that they belong together, so it links nobody; what stands on it is shown all the same.',
  },
  innocent: {
    zh: ['驿站、快递柜、集运仓本来就是大家用的', '学校、工厂、写字楼的统一收货处', '平台的虚拟号码'],
    en: [
      'a pickup point, parcel locker or forwarder is there for everybody',
      'the mail room of a school, a factory or an office building',
      'virtual numbers of the platform',
    ],
  },
  unless: {
    zh: '没有超过人数上限，也不是代收点',
    en: 'no more people than the limit shared it, and it were no pickup point',
  },
  severity: 'low',
  bands: {
    zh: '没到账的订单单独算，关联分到 40 为高（没有证实的为中），否则为低；代收点只是提示，到 40 为低',
    en: 'high where its open orders alone would score 40 or more (medium where that is unproven), else low; a pickup point is info, low from 40',
  },
  strength: 'moderate',
  params: {
    phonePeople: people(
      HUB_PEOPLE,
      '一个电话超过几人共用就不拿来关联',
      'a phone of more people than this links nobody',
    ),
    roomPeople: people(
      HUB_PEOPLE,
      '一个房号超过几人共用就不拿来关联',
      'a room of more people than this links nobody',
    ),
    notePeople: people(
      NOTE_PEOPLE,
      '留言或备注里同一个字样超过几人写就不拿来关联',
      'a token of notes that more people than this wrote links nobody',
    ),
    waybillPeople: people(
      WAYBILL_PEOPLE,
      '一个单号超过几人共用就不拿来关联',
      'a waybill of more people than this links nobody',
    ),
    pickupPeople: people(
      PICKUP_PEOPLE,
      '代收点从几人起列出来',
      'a pickup point is told from so many people on',
    ),
  },
  steps: ['review'],
  needs: ['recipients'],
  // Where nothing is open there is nothing to look at; the report for machines lists the point all the same.
  check: ({ hubs }) =>
    hubs
      .filter(({ openOrders }) => openOrders.length > 0)
      .map((hub) => ({
        orders: hub.openOrders,
        ...weightOf(hub),
        nextStep: 'review',
        evidence: [
          linkEvidence(hub),
          { kind: 'count', name: 'orders', count: hub.openOrders.length },
          { kind: 'amount', name: 'total', fen: hub.openFen },
          { kind: 'count', name: 'score', count: hub.score },
        ],
      })),
  line(evidence) {
    const link = evidence.find((one) => one.kind === 'link');
    const { key, buyers } = link ?? { key: 'pickup' as const, buyers: 0 };
    const orders = figure(evidence, 'orders');
    return {
      zh: `${POINTS[key].zh} ${buyers} 人共用，这里的 ${orders} 单没有用来关联`,
      en: `${POINTS[key].en} of ${buyers} people, ${counted(orders, 'order')} here, not used to link`,
    };
  },
});
