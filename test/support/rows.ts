// Hand-made order rows of both platforms: a test names only the cells that matter to it.

/** Header -> cell; cells that are not named hold a plain received order of 100 yuan. */
export type Cells = Readonly<Record<string, string>>;

const PINDUODUO: Cells = {
  商品: '护眼台灯',
  订单号: '260601-100000000000001',
  订单状态: '已收货',
  '商品数量(件)': '1',
  是否先用后付: '是',
  发货时间: '2026-06-02 10:00:00',
  确认收货时间: '2026-06-06 12:00:00',
  商品id: '610000000001',
  商品规格: '白色',
  商家备注: '',
  售后状态: '无售后或售后取消',
  订单成交时间: '2026-06-01 09:00:00',
  '商品总价(元)': '100.00',
  '邮费(元)': '0.00',
  '店铺优惠折扣(元)': '0.00',
  '平台优惠折扣(元)': '0.00',
  '用户实付金额(元)': '100.00',
  '商家实收金额(元)': '100.00',
  快递单号: 'SF100000000001',
  是否抽奖或0元试用: '否',
};

const KUAISHOU: Cells = {
  订单号: '2606010000000001',
  赠品订单号: '',
  订单创建时间: '2026-06-01 09:00:00',
  订单状态: '交易成功',
  实付款: '¥100.00',
  快递费: '￥0',
  店铺优惠: '￥0',
  平台补贴: '￥0',
  支付方式: '先用后付',
  成交数量: '1',
  售后状态: '',
  '预售/承诺发货时间': '2026-06-03 09:00:00',
  商品名称: '护眼台灯',
  商品ID: '810000000001',
  商品规格: '白色',
  商品单价: '¥100.00',
  发货时间: '2026-06-02 10:00:00',
  快递单号: 'SF100000000001',
};

export const PLATFORM_ROWS = { pinduoduo: PINDUODUO, kuaishou: KUAISHOU } as const;
export type RowPlatform = keyof typeof PLATFORM_ROWS;

/** Canonical names of cells that both platforms have, and what each calls them. */
const NAMES = {
  id: { pinduoduo: '订单号', kuaishou: '订单号' },
  state: { pinduoduo: '订单状态', kuaishou: '订单状态' },
  paid: { pinduoduo: '用户实付金额(元)', kuaishou: '实付款' },
  price: { pinduoduo: '商品总价(元)', kuaishou: '商品单价' },
  ordered: { pinduoduo: '订单成交时间', kuaishou: '订单创建时间' },
  shipped: { pinduoduo: '发货时间', kuaishou: '发货时间' },
  product: { pinduoduo: '商品id', kuaishou: '商品ID' },
  spec: { pinduoduo: '商品规格', kuaishou: '商品规格' },
  quantity: { pinduoduo: '商品数量(件)', kuaishou: '成交数量' },
  waybill: { pinduoduo: '快递单号', kuaishou: '快递单号' },
  afterSale: { pinduoduo: '售后状态', kuaishou: '售后状态' },
} as const;

/** Cells by names that mean the same on both platforms; on Pinduoduo 商家实收 follows 用户实付. */
export function cellsFor(
  platform: RowPlatform,
  cells: Partial<Record<keyof typeof NAMES, string>>,
): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [name, cell] of Object.entries(cells)) {
    named[NAMES[name as keyof typeof NAMES][platform]] = cell;
    if (name === 'paid' && platform === 'pinduoduo') named['商家实收金额(元)'] = cell;
  }
  return named;
}

/** A CSV of the platform's header and these rows; `columns` are added at the end, `without` left out. */
export function csvOf(
  platform: RowPlatform,
  rows: readonly Cells[],
  { columns = [], without = [] }: { columns?: readonly string[]; without?: readonly string[] } = {},
): string {
  const header = [...Object.keys(PLATFORM_ROWS[platform]), ...columns].filter((n) => !without.includes(n));
  const lines = rows.map((row) => lineOf(platform, header, row));
  return `${[header.join(','), ...lines].join('\r\n')}\r\n`;
}

function lineOf(platform: RowPlatform, header: readonly string[], row: Cells): string {
  for (const name of Object.keys(row)) if (!header.includes(name)) throw new Error(`no column ${name}`);
  const cells: Cells = { ...PLATFORM_ROWS[platform], ...row };
  return header
    .map((name) => cells[name] ?? '')
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
