// Group-buys and live streams: which held lines were bought together by the platform's own doing.
import { expect, it } from 'vitest';
import { auditFiles } from '../support/reading.js';
import { type Cells, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

async function read(platform: RowPlatform, added: readonly string[], rows: readonly Cells[]) {
  const { book } = await auditFiles(folder(), [
    { name: 'orders_export2026-07-20-10-00-00.csv', content: csvOf(platform, rows, { columns: added }) },
  ]);
  return { groups: [...book.together.groupBuy], live: [...book.together.live] };
}

const pinduoduo = (n: number) => ({ 订单号: `260601-${String(n).padStart(15, '1')}` });

it('are read from Pinduoduo: equal ids are one group, blank ones, 0 and 否 are nothing', async () => {
  const rows = [
    { ...pinduoduo(1), 团ID: 'T1', 是否直播间成交: '否' },
    { ...pinduoduo(2), 团ID: '\t', 是否直播间成交: '是' },
    { ...pinduoduo(3), 团ID: 'T1\t', 是否直播间成交: '' },
    { ...pinduoduo(4), 团ID: 'T2', 是否直播间成交: '是\t' },
    { ...pinduoduo(5), 团ID: '0', 是否直播间成交: '否' },
    { ...pinduoduo(6), 团ID: '0', 是否直播间成交: '' },
  ];
  expect(await read('pinduoduo', ['团ID', '是否直播间成交'], rows)).toEqual({
    groups: [
      [0, 0],
      [2, 0],
      [3, 1],
    ],
    live: [1, 3],
  });
});

it('are read from Kuaishou: what carried the order names a live stream', async () => {
  const rows = ['直播间', '短视频', '', '商家直播', '非直播', '非直播间订单'].map((carrier, i) => ({
    订单号: String(2600000000000000 + i),
    订单载体: carrier,
  }));
  expect(await read('kuaishou', ['订单载体'], rows)).toEqual({ groups: [], live: [0, 3] });
});

it('are nothing in a file without their columns', async () => {
  expect(await read('pinduoduo', [], [pinduoduo(1)])).toEqual({ groups: [], live: [] });
});
