// What stands in the notes of ordinary orders: courtesies, wishes for the delivery, and the shop's own shorthand.

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {import('./sales.js').Draft} Draft */
/** @typedef {import('./world.js').World} World */

/** Kinds of notes that many strangers' orders have. */
export const NOTE_KINDS = ['courtesy-note', 'delivery-note', 'seller-note'];

const COURTESIES = [
  ...[
    '尽快发货',
    '谢谢老板',
    '谢谢',
    '老板大气，祝生意兴隆',
    '请尽快发货，谢谢',
    '急用，今天能发吗',
    '麻烦包装好一点',
  ],
  ...[
    '发顺丰',
    '请发圆通',
    '不要发错颜色',
    '要新日期的',
    '第二次买了，好评',
    '送小礼物吗',
    '发货前检查一下',
    '求优惠',
  ],
];
const DELIVERIES = [
  ...[
    '放门口',
    '放门口就行',
    '不要放驿站',
    '请放丰巢柜',
    '送货前打电话',
    '工作日勿送',
    '周末送',
    '放物业',
    '别打电话',
  ],
];
const SELLER_NOTES = [
  '已发顺丰',
  '补发',
  '加急',
  '送小样',
  '换大一码',
  '客户改地址',
  '缺货已沟通',
  'LL',
  'xj',
  'ZW已核',
];

/**
 * A note on one order in four or so.
 * @param {World} world
 * @param {Draft} draft
 * @returns {Draft}
 */
export function noted({ random }, draft) {
  if (draft.buyerNote || draft.sellerNote || !random.chance(0.25)) return draft;
  const which = random.next();
  if (which < 0.45) return { ...draft, buyerNote: random.pick(COURTESIES), note: 'courtesy-note' };
  if (which < 0.7) {
    // Some leave their own number for the courier.
    const own = random.chance(0.1) ? `，电话${draft.buyer.phone}` : '';
    return { ...draft, buyerNote: random.pick(DELIVERIES) + own, note: 'delivery-note' };
  }
  const batch = random.chance(0.3)
    ? `0${random.int(4, 7)}${random.int(10, 28)}-${random.pick([...'ABC'])}`
    : '';
  return { ...draft, sellerNote: batch || random.pick(SELLER_NOTES), note: 'seller-note' };
}
