// The words of the evidence pack: the ticket, the page, the checklist.

import { formatYuanGrouped as yuan } from '../../core/money.js';
import { type Both, grouped, plural } from './language.js';

/** Begins every file of a pack that is not a page: by it a file of ours is known, and may be replaced. */
export const GENERATOR: Both = { zh: 'bnpl-audit 申诉材料', en: 'bnpl-audit evidence pack' };

export const FOLDER: Both = { zh: '申诉材料', en: 'evidence' };
export const NAMES = {
  manifest: { zh: '0-清单.json', en: '0-manifest.json' },
  ticket: { zh: '1-工单文字.txt', en: '1-ticket.txt' },
  page: { zh: '2-订单核对.html', en: '2-order.html' },
  order: { zh: '3-订单数据.csv', en: '3-order-data.csv' },
  bill: { zh: '4-到账记录.csv', en: '4-bill-rows.csv' },
  afterSales: { zh: '5-售后记录.csv', en: '5-after-sales.csv' },
  checklist: { zh: '6-还要补的材料.txt', en: '6-still-to-add.txt' },
  group: { zh: '0-几单的关联.txt', en: '0-links.txt' },
  note: { zh: '放什么.txt', en: 'what-to-put-here.txt' },
} as const satisfies Readonly<Record<string, Both>>;

/** What no export holds, each with a folder of its own: its name, and where it is found. */
export const TO_ADD: readonly { readonly folder: Both; readonly text: Both }[] = [
  {
    folder: { zh: '7-订单页', en: '7-order-page' },
    text: {
      zh: '商家后台的订单详情页截图：订单号、状态、先用后付标识、扣款状态都要看得见。',
      en: "A screenshot of the order's page in the back office: number, state, the pay-later mark and the state of the debit.",
    },
  },
  {
    folder: { zh: '8-面单底单', en: '8-waybill-slip' },
    text: {
      zh: '快递面单或底单的照片，单号和发货记录要对得上。',
      en: 'A photo of the waybill or its counterfoil; its number agrees with the shipping record.',
    },
  },
  {
    folder: { zh: '9-物流轨迹', en: '9-tracking' },
    text: {
      zh: '完整的物流轨迹截图，从揽收到签收；没有签收的，截到最后一条。',
      en: 'The whole tracking record, from collection to receipt; without a receipt up to its last entry.',
    },
  },
  {
    folder: { zh: '10-签收凭证', en: '10-proof-of-receipt' },
    text: {
      zh: '签收人、签收方式、签收照片，可以请快递公司提供。',
      en: 'Who received it and how, and the photo; the courier can provide them.',
    },
  },
  {
    folder: { zh: '11-聊天记录', en: '11-chat' },
    text: {
      zh: '平台内聊天的截图，从售前到现在，不要只截一段。',
      en: "The platform's chat from before the sale until now, not a part of it.",
    },
  },
  {
    folder: { zh: '12-打包和开箱视频', en: '12-packing-video' },
    text: {
      zh: '打包视频；有退货的，加上开箱视频，面单号要拍进去。',
      en: 'The video of packing, and of opening what came back, with the waybill in the picture.',
    },
  },
  {
    folder: { zh: '13-发票', en: '13-invoice' },
    text: {
      zh: '进货发票或销售发票，能说明货值。',
      en: 'A purchase or sales invoice that shows the value of the goods.',
    },
  },
  {
    folder: { zh: '14-商品序列号', en: '14-serial-number' },
    text: {
      zh: '手机、数码、黄金一类：序列号、IMEI 或证书编号的照片和出库记录。',
      en: 'Phones, electronics, gold: photos of the serial, IMEI or certificate number, and the stock record.',
    },
  },
];

export const TICKET = {
  head: {
    zh: (order: string) => `订单 ${order}，先用后付。`,
    en: (order: string) => `Order ${order} (pay-later). `,
  },
  amount: {
    zh: (receivable: number, open: number, proven: boolean) =>
      `应收 ${yuan(receivable)} 元，${proven ? '未到账' : '没能核实到账的'} ${yuan(open)} 元。`,
    en: (receivable: number, open: number, proven: boolean) =>
      `Receivable ${yuan(receivable)} yuan, ${proven ? 'not come in' : 'not verified'} ${yuan(open)}. `,
  },
  onItsWay: {
    zh: (receivable: number) => `应收 ${yuan(receivable)} 元，收货后才扣款。`,
    en: (receivable: number) => `Receivable ${yuan(receivable)} yuan, debited after receipt. `,
  },
  goods: {
    zh: (fen: number, state: string) =>
      `货值 ${yuan(fen)} 元，发货后${state === '' ? '' : `订单变成「${state}」，`}应收没有了，店铺没看到退货单号。`,
    en: (fen: number, state: string) =>
      `Goods worth ${yuan(fen)} yuan were shipped; then ${state === '' ? '' : `the order became "${state}" and `}nothing is receivable; no return waybill is seen. `,
  },
  ordered: { zh: (time: string) => `${time} 下单`, en: (time: string) => `ordered ${time}` },
  shipped: {
    zh: (time: string, parcels: string) => `${time} 发货${parcels === '' ? '' : `（${parcels}）`}`,
    en: (time: string, parcels: string) => `shipped ${time}${parcels === '' ? '' : ` (${parcels})`}`,
  },
  received: { zh: (time: string) => `${time} 收货`, en: (time: string) => `received ${time}` },
  notReceived: {
    zh: (asOf: string) => `到 ${asOf} 还没确认收货`,
    en: (asOf: string) => `not received by ${asOf}`,
  },
  due: {
    zh: (due: string, asOf: string, days: number) =>
      `预计 ${due} 扣款，到 ${asOf} 已过 ${grouped(days)} 天。`,
    en: (due: string, asOf: string, days: number) =>
      `Debit expected ${due}, ${plural(days, 'day')} before ${asOf}. `,
  },
  noIncome: {
    zh: (bill: string, covered: string, control: string) =>
      `店铺的${bill}（${covered}）里没有这单的交易收入${control}。`,
    en: (bill: string, covered: string, control: string) =>
      `The shop's ${bill} (${covered}) has no trade income of it${control}. `,
  },
  income: {
    zh: (bill: string, fen: number) => `店铺的${bill}里这单净到账 ${yuan(fen)} 元。`,
    en: (bill: string, fen: number) => `The shop's ${bill} shows net ${yuan(fen)} yuan of this order. `,
  },
  control: {
    zh: (rate: string) => `，同期普通订单 ${rate} 有收入记录`,
    en: (rate: string) => `; ${rate} of ordinary orders have theirs`,
  },
  unproven: {
    zh: (bill: string) => `店铺手里的${bill}还不够核实这单有没有到账。`,
    en: (bill: string) => `The shop's ${bill} does not suffice to tell whether it came in. `,
  },
  ask: { zh: '请协助核实：', en: 'Please verify: ' },
  offers: {
    zh: '店铺可以提供订单页、面单底单、物流轨迹、签收凭证和聊天记录。',
    en: 'The shop can provide order page, waybill slip, tracking, proof of receipt and chat.',
  },
} as const;

/** What is asked for. */
export const ASKS: Readonly<Record<'debit' | 'settle' | 'return' | 'parcel' | 'refund', Both>> = {
  debit: {
    zh: '这单扣款现在是什么状态，没扣成的原因是什么',
    en: 'the state of the debit, and why it failed',
  },
  settle: {
    zh: '预计什么时候结算给店铺，一直扣不成由谁承担',
    en: 'when it will be settled, and who bears a failure',
  },
  return: {
    zh: '如果货款收不回，怎样办理退货',
    en: 'how the goods can be returned',
  },
  parcel: {
    zh: '包裹现在在哪里，能不能拦截或退回',
    en: 'where the parcel is, and whether it can be stopped',
  },
  refund: {
    zh: '退款或关闭的依据是什么，商品有没有退回、退货单号是多少',
    en: 'the grounds of the refund or closing, and the waybill of the return',
  },
};

export const TICKET_NOTE: Both<(characters: number) => string> = {
  zh: (characters) => `下面 ${characters} 个字可以直接粘贴到平台工单里，先读一遍，和实际不符的改掉。`,
  en: (characters) =>
    `The ${characters} characters below can be pasted into a ticket; read them first, and correct what is not so.`,
};

export const PAGE = {
  title: { zh: (order: string) => `订单核对说明 ${order}`, en: (order: string) => `Order ${order}` },
  made: {
    zh: (asOf: string) => `截至 ${asOf}，由店铺从平台导出的文件整理；数字都能在所列文件和行里找到。`,
    en: (asOf: string) =>
      `As of ${asOf}, from the platform's exports; every figure stands in the file and row named.`,
  },
  order: { zh: '订单数据', en: 'Order' },
  times: { zh: '发货和收货', en: 'Shipping and receipt' },
  money: { zh: '金额怎么算的', en: 'Arithmetic' },
  bill: { zh: '到账记录', en: 'Bill rows' },
  afterSales: { zh: '售后记录', en: 'After-sales' },
  noAfterSales: { zh: '没有用到售后单。', en: 'No after-sales export was used.' },
  source: {
    zh: (file: string, row: number) => `${file} 第 ${row} 行`,
    en: (file: string, row: number) => `${file}, row ${row}`,
  },
  due: { zh: (due: string) => `预计扣款日：${due}`, en: (due: string) => `Expected debit: ${due}` },
  noIncome: {
    zh: (covered: string) => `${covered} 没有这单的交易收入`,
    en: (covered: string) => `no trade income from ${covered}`,
  },
  noCover: { zh: '没有给货款明细，或一天也没盖住。', en: 'No bill was given, or none covers a day of it.' },
  control: {
    zh: (orders: number, rate: string) =>
      `同一批明细里，${grouped(orders)} 笔普通订单有 ${rate} 对得上收入。`,
    en: (orders: number, rate: string) =>
      `Of ${plural(orders, 'ordinary order')} ${rate} have their income in the same bills.`,
  },
} as const;

export const COLUMNS = {
  file: { zh: '来源文件', en: 'file' },
  row: { zh: '行', en: 'row' },
  column: { zh: '栏目', en: 'column' },
  text: { zh: '内容', en: 'content' },
  time: { zh: '时间', en: 'time' },
  type: { zh: '类型', en: 'type' },
  kind: { zh: '算作', en: 'counted as' },
  amount: { zh: '金额', en: 'amount' },
  state: { zh: '状态', en: 'state' },
  agreed: { zh: '同意', en: 'agreed' },
  closed: { zh: '结束', en: 'closed' },
  back: { zh: '退货单号', en: 'return waybill' },
} as const satisfies Readonly<Record<string, Both>>;
export const YES: Both = { zh: '有', en: 'yes' };

export const CHECKLIST: Both = {
  zh: '导出文件里没有、平台一般会要的材料。每样一个文件夹，放好就在方框里打勾：',
  en: 'What no export holds and a platform asks for as a rule. Each has a folder; tick it off:',
};
export const CHECK_FIRST: Both<readonly string[]> = {
  zh: [
    '先读一遍「工单文字」，和实际不符的改掉。',
    '截图里别的买家、别的订单要裁掉；不要交商家备注、推广佣金的截图。',
    '买家的姓名、电话在这里已经遮盖，平台要看完整的再另外给。',
  ],
  en: [
    'Read the ticket first, and correct what is not so.',
    'Cut other buyers and other orders out of screenshots; hand over no seller notes and no commissions.',
    "The buyer's name and phone are masked here; give them in full only when the platform asks.",
  ],
};

export const GROUP = {
  title: {
    zh: (packs: number) => `这里是 ${grouped(packs)} 单的材料，每单一个文件夹。`,
    en: (packs: number) => `${plural(packs, 'order')}, a folder each.`,
  },
  left: {
    zh: (orders: number) =>
      `同一组里另有 ${grouped(orders)} 单没有要申诉的（已到账、没发货或已退回），没有做。`,
    en: (orders: number) =>
      `${plural(orders, 'further order')} of the group: nothing to appeal (collected, unshipped or returned), left out.`,
  },
  links: { zh: '这几单之间：', en: 'Between these orders:' },
} as const;

/** What the command says when it has written a pack. */
export const DONE = {
  written: { zh: '申诉材料', en: 'evidence pack' },
  paste: { zh: '可以粘贴到工单里的文字', en: 'Text for the ticket' },
  next: {
    zh: '还要补的材料见「6-还要补的材料.txt」；先核对再提交。',
    en: 'What is still to be added: 6-still-to-add.txt. Check before you hand it in.',
  },
} as const;
