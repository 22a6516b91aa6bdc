// The words of a group of linked orders: its links, what each of them means for it, its score, innocent explanations.

import { formatTime } from '../../core/dates.js';
import type { KeyKind, LinkKind } from '../../core/link-kinds.js';
import { type Both, grouped, listed, plural } from './language.js';

/** `5 单 3 个收货人共用手机 138****1234`. */
export const LINK: Readonly<
  Record<LinkKind, Both<(orders: number, buyers: number, shown: string) => string>>
> = {
  phone: link('共用手机', 'on one phone'),
  room: link('共用地址', 'at one address'),
  waybill: link('共用单号', 'on one waybill'),
  payer: link('用同一个电话付款', 'paid under one phone'),
  masked: link('打码后的姓名、区县、尾号都一样', 'whose name, district and last digits agree'),
  note: link('留言或备注里有同一字样', 'with one token in their notes'),
  jigged: link('地址写法相近', 'at addresses written alike'),
  lockstep: link('几乎同时买同样的商品', 'who bought the same items at the same time'),
};

function link(zh: string, en: string): Both<(orders: number, buyers: number, shown: string) => string> {
  const behind = (shown: string) => (shown === '' ? '' : ` ${shown}`);
  return {
    zh: (orders, buyers, shown) => `${grouped(orders)} 单 ${grouped(buyers)} 个收货人${zh}${behind(shown)}`,
    en: (orders, buyers, shown) =>
      `${plural(orders, 'order')}, ${plural(buyers, 'recipient')} ${en}${behind(shown)}`,
  };
}

/** What would be taken out. */
const TAKEN_OUT: Readonly<Record<LinkKind, Both>> = {
  phone: { zh: '这个手机', en: 'the phone' },
  room: { zh: '这个地址', en: 'the address' },
  waybill: { zh: '这个单号', en: 'the waybill' },
  payer: { zh: '这个付款电话', en: "the payer's phone" },
  masked: { zh: '打码后相同的部分', en: 'what agrees when masked' },
  note: { zh: '留言或备注里的这个字样', en: 'the token in notes' },
  jigged: { zh: '相近的地址', en: 'the addresses alike' },
  lockstep: { zh: '同时下单这一条', en: 'the orders in lockstep' },
};

/** What of a group of `buyers` remains without a link: `left`, its parts of two people and more. */
export const WITHOUT: Both<
  (kind: LinkKind, shown: string, left: readonly number[], buyers: number) => string
> = {
  zh: (kind, shown, left, buyers) => {
    const name = `不算${TAKEN_OUT[kind].zh}${shown === '' ? '' : ` ${shown}`}，`;
    const [first] = left;
    if (first === undefined) return `${name}就散了`;
    if (first === buyers) return `${name}也还连着`;
    if (left.length === 1) return `${name}就只剩 ${grouped(first)} 人一组`;
    return `${name}就分成 ${listed(
      left.map((people) => `${grouped(people)} 人`),
      'zh',
    )}，共 ${left.length} 组`;
  },
  en: (kind, shown, left, buyers) => {
    const name = `without ${TAKEN_OUT[kind].en}${shown === '' ? '' : ` ${shown}`} `;
    const [first] = left;
    if (first === undefined) return `${name}it falls apart`;
    if (first === buyers) return `${name}it still hangs together`;
    if (left.length === 1) return `${name}${plural(first, 'person is', 'people are')} left together`;
    return `${name}it splits into ${left.length} groups: ${listed(left.map(grouped), 'en')} people`;
  },
};

/** Parts of three people and more that hang together by one link alone. */
export const BRIDGE: Both<(parts: readonly number[]) => string> = {
  zh: (parts) => {
    if (parts.length < 2) return '两边只靠它相连';
    if (parts.length === 2 && parts[0] === parts[1]) return `两边各 ${grouped(parts[0]!)} 人只靠它相连`;
    const people = parts.map((part) => `${grouped(part)} 人`);
    return parts.length === 2
      ? `两边 ${people.join('和 ')}只靠它相连`
      : `${people.join('、')}这 ${parts.length} 部分只靠它相连`;
  },
  en: (parts) => {
    if (parts.length < 2) return 'two parts hang together by it alone';
    const people = parts.map(grouped);
    return `parts of ${people.slice(0, -1).join(', ')} and ${people.at(-1)} people hang together by it alone`;
  },
};
export const HOLDS: Both = { zh: '撑着这一组', en: 'holds the group together' };
export const MORE_LINKS: Both<(more: number) => string> = {
  zh: (more) => `另有 ${grouped(more)} 条`,
  en: (more) => `${grouped(more)} more`,
};

export const LABELS = {
  links: { zh: '依据', en: 'links' },
  without: { zh: '去掉试试', en: 'tried without' },
  density: { zh: '紧密', en: 'density' },
  time: { zh: '时间', en: 'time' },
  item: { zh: '商品', en: 'product' },
  signs: { zh: '另外', en: 'also' },
  score: { zh: '关联分', en: 'score' },
  innocent: { zh: '也可能是', en: 'may also be' },
  step: { zh: '怎么处理', en: 'next step' },
} as const satisfies Record<string, Both>;

/** Behind `G1`. */
export const SIZE: Both<
  (id: string, orders: number, buyers: number, yuan: string, severity: string) => string
> = {
  zh: (id, orders, buyers, yuan, severity) =>
    `${id}  ${grouped(orders)} 单 ${grouped(buyers)} 个收货人，未收 ${yuan} 元，关注等级：${severity}`,
  en: (id, orders, buyers, yuan, severity) =>
    `${id}  ${plural(orders, 'order')}, ${plural(buyers, 'recipient')}, ${yuan} yuan open, severity ${severity}`,
};

/** How close the people of a group are to each other: the share of pairs that a link joins, NaN when not counted. */
export const DENSITY: Both<(density: number) => string> = {
  zh: (density) => {
    if (Number.isNaN(density)) return '人太多，没有两两去数';
    return density === 1 ? '任意两人都直接连着' : `两两直接连着的占 ${whole(density)}，其余隔着别人连上`;
  },
  en: (density) => {
    if (Number.isNaN(density)) return 'too many people to count pairs';
    return density === 1
      ? 'every two of them are linked directly'
      : `${whole(density)} of all pairs are linked directly, the others through somebody`;
  },
};

/** Most of a group's people within one hour. */
export const BURST: Both<(buyers: number, from: number, to: number) => string> = {
  zh: (buyers, from, to) => `其中 ${moment(from)} 到 ${moment(to).slice(-5)} 有 ${grouped(buyers)} 人下单`,
  en: (buyers, from, to) =>
    `${plural(buyers, 'person', 'people')} from ${moment(from)} to ${moment(to).slice(-5)}`,
};
/** `shop`: the product's share of the shop, NaN when not known. */
export const ITEM: Both<(share: number, shop: number) => string> = {
  zh: (share, shop) =>
    `一个商品占这一组金额的 ${whole(share)}${Number.isNaN(shop) ? '' : `，全店只占 ${whole(shop)}`}`,
  en: (share, shop) =>
    `one product is ${whole(share)} of its yuan${Number.isNaN(shop) ? '' : `, and ${whole(shop)} of the shop's`}`,
};

/** What a score is made of, by the names of its parts. */
export const SCORE_PARTS: Readonly<Record<string, Both>> = {
  buyers: { zh: '收货人数', en: 'recipients' },
  open: { zh: '未收金额', en: 'open yuan' },
  unpaid: { zh: '未收比例', en: 'share open' },
  time: { zh: '下单时间', en: 'order times' },
  item: { zh: '商品集中', en: 'one product' },
  waybill: { zh: '同一单号', en: 'one waybill' },
  first: { zh: '首单多', en: 'first orders' },
  kinds: { zh: '依据种类', en: 'kinds of links' },
  floor: { zh: '保底', en: 'floor' },
};

/** What explains a link without anything being amiss. */
export const INNOCENT: Readonly<Record<KeyKind, Both>> = {
  phone: { zh: '家人、同事用一个电话代收', en: 'family or colleagues take parcels in under one phone' },
  room: { zh: '同住的家人、室友，或同一间办公室', en: 'people who live or work behind one door' },
  pickup: { zh: '大家都用的代收点', en: 'a pickup point that everybody uses' },
  waybill: { zh: '几家的货合在一个包裹里发', en: 'orders of several homes sent in one parcel' },
  payer: { zh: '家人或同事代付', en: 'a relative or colleague who pays for others' },
  masked: { zh: '同姓、同区县、尾号碰巧一样', en: 'namesakes of one district whose last digits agree' },
  note: { zh: '朋友之间转发的同一段话', en: 'one wording that friends pass on' },
  jigged: { zh: '同一栋楼的邻居，地址写得差不多', en: 'neighbours whose addresses are written alike' },
  lockstep: {
    zh: '直播或活动刚开始，大家同时下单',
    en: 'the first minutes of a live stream or a campaign',
  },
};

/** The heads of the table of a group's orders. */
export const COLUMNS: Both<readonly [string, string, string, string, string]> = {
  zh: ['订单号', '下单', '环节', '未收', '收货人'],
  en: ['order', 'ordered', 'stage', 'open', 'recipient'],
};
export const MORE_ROWS: Both<(more: number) => string> = {
  zh: (more) => `另有 ${grouped(more)} 单`,
  en: (more) => `${plural(more, 'more order')}`,
};

/** A block of addresses too large to be compared one by one. */
export const NOT_COMPARED: Both<(rooms: number) => string> = {
  zh: (rooms) => `有 ${grouped(rooms)} 处地址同区县、门牌数字都一样，太多，没有逐个比写法`,
  en: (rooms) =>
    `${plural(rooms, 'address', 'addresses')} of a district with the same numbers: too many to compare how they are written`,
};

/** Orders that were not looked at for lockstep. */
export const NOT_IN_STEP: Both<(windows: number, buyers: number) => string> = {
  zh: (windows, buyers) =>
    `看同时下单时，有 ${grouped(windows)} 个十分钟里同款买家太多、${grouped(buyers)} 个买家同时下单太频繁，没有逐个比`,
  en: (windows, buyers) =>
    `orders in lockstep: ${plural(windows, 'window', 'windows')} with too many buyers of one product and ${plural(buyers, 'buyer', 'buyers')} with too many windows were not compared`,
};

/** The collision budget of masked recipients; NaN where nothing can be compared. */
export const ACCIDENTS: Both<(pairs: number, most: number) => string> = {
  zh: (pairs, most) =>
    pairs < most
      ? `打码的收货人：预计 ${tenths(pairs)} 对是巧合，不到 ${most} 对，用来关联了`
      : `打码的收货人：预计 ${tenths(pairs)} 对是巧合，没有用来关联`,
  en: (pairs, most) =>
    pairs < most
      ? `Masked recipients: ${tenths(pairs)} pairs are expected to agree by accident, fewer than ${most}: used to link`
      : `Masked recipients: ${tenths(pairs)} pairs are expected to agree by accident: not used to link`,
};

/** One decimal; what is not nothing is not shown as 0. */
export function tenths(value: number): string {
  return value > 0 && value < 0.05 ? '<0.1' : value.toFixed(1);
}

/** `33%`: rounded down; a share that is not nothing is 1 % at least. */
function whole(share: number): string {
  return `${share === 0 ? 0 : Math.max(1, Math.floor(share * 100 + 1e-9))}%`;
}

/** `07-15 09:20`. */
export function moment(seconds: number): string {
  return formatTime(seconds).slice(5, 16);
}
