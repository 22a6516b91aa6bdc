// Recipients of an order export: keys of held lines, and the people behind a key over all records, to the clusters.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { NO_KEY } from '../../src/core/hashed-keys.js';
import { OrderBook } from '../../src/core/order-book.js';
import { ProblemLog } from '../../src/core/problem.js';
import { NoteTerms } from '../../src/ingest/note-terms.js';
import { orderColumns } from '../../src/ingest/order-columns.js';
import { OrderReader } from '../../src/ingest/order-reader.js';
import { RecipientReader } from '../../src/ingest/recipient-reader.js';
import { memorySource } from '../../src/io/byte-source.js';
import { RecordScanner } from '../../src/io/scanner.js';
import { findClusters } from '../../src/linkage/clusters.js';
import { identify } from '../../src/linkage/identity.js';
import { jiggedRooms } from '../../src/linkage/jigged-rooms.js';
import {
  communalKeys,
  DEFAULT_LIMITS,
  linkageOptions,
  peopleBehind,
  surnamesOf,
} from '../../src/linkage/linkage-options.js';
import { noteTokens } from '../../src/linkage/note-tokens.js';
import { ShopSums } from '../../src/linkage/shop-sums.js';
import type { OrdersFormat } from '../../src/platforms/types.js';
import { identified } from '../support/identified.js';

interface Row {
  /** Pay-later unless told otherwise. */
  readonly payLater?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly id?: string;
  readonly province?: string;
  readonly address?: string;
  readonly warehouse?: string;
}

const COLUMNS = ['收货人', '手机', '省', '市', '区', '详细地址', '买家ID', '仓库地址'] as const;
type Column = (typeof COLUMNS)[number];
const ROOM = '青禾路12号听雨苑3-2-401';

/** Reads a table of these rows; orders and lines have the numbers of the pay-later rows. */
function read(
  rows: readonly Row[],
  columns: readonly Column[] = COLUMNS,
  encoding: 'utf-8' | 'gb18030' = 'utf-8',
): OrderBook {
  const header = ['order_id', 'status', 'pay_later', 'buyer_paid', ...columns];
  const records = rows.map((row, i) => {
    const { payLater = 'yes', name = '', phone = '', id = '', province = '浙江省', warehouse = '' } = row;
    const cells: Record<Column, string> = {
      收货人: name,
      手机: phone,
      省: province,
      市: '杭州市',
      区: '西湖区',
      详细地址: row.address ?? '',
      买家ID: id,
      仓库地址: warehouse,
    };
    return [`A${1000 + i}`, 'shipped', payLater, '100.00', ...columns.map((column) => cells[column])].join();
  });
  const scanner = new RecordScanner(memorySource(iconv.encode(`${records.join('\n')}\n`, encoding)), {
    delimiter: 0x2c,
    encoding,
    chunkBytes: 4096,
  });
  const book = new OrderBook();
  const match = identified(header);
  const format = match.format as OrdersFormat;
  const payLater = { list: null, all: false };
  const recipients = new RecipientReader(scanner, orderColumns(match), book, format.platform, identify);
  const options = {
    input: 0,
    path: '',
    match,
    format,
    payLater,
    torn: null,
    lossy: false,
    recipients,
    noteTokens,
    noteTerms: new NoteTerms(null, null),
  };
  const reader = new OrderReader(scanner, book, new ProblemLog(), options);
  for (let row = 2; scanner.next(); row++) reader.read(row);
  reader.finish();
  return book;
}

/** Clusters and hubs over the held lines of the book, every order open with 500 yuan. */
function linked(book: OrderBook) {
  const { identities, lines, crowd } = book;
  const orders = Array.from({ length: lines.size }, (_, line) => ({
    order: lines.order[line]!,
    buyer: identities.buyerOf(line),
    phone: identities.phones.of(line),
    room: identities.rooms.of(line),
    pickup: identities.pickups.of(line),
    orderedAt: 0,
    openFen: 50_000,
    provenFen: 50_000,
    isDue: true,
  }));
  const people = peopleBehind(identities, crowd, lines.size);
  const surnames = surnamesOf(identities, lines.size);
  const run = {
    identities,
    people,
    surnames,
    limits: DEFAULT_LIMITS,
    known: null,
    communal: communalKeys(identities, lines.size, jiggedRooms(identities)),
    accidents: Number.NaN,
    elsewhere: new Int32Array(),
  };
  return findClusters(orders, linkageOptions(run, 0, new ShopSums()));
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
/** So many names, each of a person of its own. */
const names = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${SURNAMES[i % 20]!}${[...'敏磊静强洋娟涛霞鑫萍'][Math.floor(i / 20)]!}`,
  );
const phoneOf = (i: number) => String(19900000000 + i);

describe('the recipients of an export', () => {
  it.each(['utf-8', 'gb18030'] as const)('become the keys of their lines, in %s', (encoding) => {
    const rows = [
      { name: '张三\t', phone: '19912345678\t', address: `${ROOM}\t`, warehouse: '广东省东莞市虎门镇' },
      { name: '李四', phone: '18412345678转12', address: '"听雨苑3栋2单元401室,放门口"' },
      { name: '-', phone: '--', address: '/', province: '\t', id: '-' },
      { name: '王五', phone: '', address: '听雨苑菜鸟驿站', id: 'account-1' },
      { name: '赵六', phone: '', address: '听雨苑3-2-401', province: '广东省' },
    ];
    const { identities } = read(rows, COLUMNS, encoding);
    const { phones, rooms, pickups, buyers, columns } = identities;
    const { province, warehouse } = columns;
    expect(identities.phoneText(phones.of(0))).toBe('19912345678');
    expect(identities.phoneText(phones.of(1))).toBe('18412345678-12');
    expect([0, 1, 2, 3, 4].map((line) => rooms.of(line))).toEqual([0, 1, NO_KEY, NO_KEY, 2]);
    expect(pickups.of(3)).toBe(0);
    expect(identities.districtText(pickups.firstLine(0))).toBe('浙江|杭州|西湖区');
    expect([0, 1, 2, 3].map((line) => buyers.of(line))).toEqual([0, 1, NO_KEY, 2]);
    expect([phones.of(2), phones.of(3)]).toEqual([NO_KEY, NO_KEY]);
    // The city tells the province.
    expect(province[2]).toBe(province[0]);
    // The third place is the warehouse's province, where the last recipient lives.
    expect([province[0], province[1], province[4]]).toEqual([0, 0, warehouse[0]]);
    expect([warehouse[0], warehouse[1]]).toEqual([1, NO_KEY]);
  });

  it('have no keys in a file without their columns', () => {
    const { identities, crowd, lines } = read([{}, {}, {}], []);
    expect(lines.size).toBe(3);
    expect([identities.buyers.size, ...identities.columns.district.slice(0, 3)]).toEqual([
      0,
      ...Array(3).fill(NO_KEY),
    ]);
    expect(crowd.size).toBe(0);
  });

  it('are never linked when they are masked', () => {
    const rows = names(6).map((name) => ({
      name: `${name[0]}*`,
      phone: '199****5678',
      address: '听雨苑****',
    }));
    const book = read(rows);
    expect([...book.identities.columns.masked.slice(0, 6)]).toEqual(Array(6).fill(1));
    expect(book.crowd.size).toBe(0);
    expect(linked(book)).toEqual({ clusters: [], hubs: [], refused: [] });
    const halfMasked = read(
      names(6).map((name) => ({ name: `${name[0]}*`, phone: phoneOf(1), address: ROOM })),
    );
    expect(linked(halfMasked)).toEqual({ clusters: [], hubs: [], refused: [] });
  });

  it('are one cluster when three names share a phone, or three phones a room that each wrote in another way', () => {
    const phone = linked(read(names(3).map((name) => ({ name, phone: phoneOf(1) }))));
    expect(phone.clusters).toMatchObject([{ orders: [0, 1, 2], buyers: 3, links: [{ kind: 'phone' }] }]);
    const addresses = [ROOM, '青禾路12号听雨苑3栋2单元401室', `浙江省杭州市西湖区${ROOM} 放门口`];
    const rows = addresses.map((address, i) => ({ name: names(3)[i]!, phone: phoneOf(i), address }));
    expect(linked(read(rows)).clusters).toMatchObject([{ buyers: 3, links: [{ kind: 'room', buyers: 3 }] }]);
  });

  it('are no cluster as a family or as customers of one pickup point', () => {
    const family = ['王一', '王二', '王三', '王四'].map((name) => ({
      name,
      phone: phoneOf(1),
      address: ROOM,
    }));
    expect(linked(read(family)).clusters).toEqual([]);
    const point = names(36).map((name, i) => ({ name, phone: phoneOf(i), address: '听雨苑菜鸟驿站' }));
    const { clusters, hubs } = linked(read(point));
    expect(clusters).toEqual([]);
    expect(hubs).toMatchObject([{ kind: 'pickup', buyers: 36 }]);
  });
});

describe('a virtual number', () => {
  it('links by its extension, and never without one', () => {
    const rows = names(6).map((name, i) => ({ name, phone: i < 3 ? '18412345678' : '18412345678-1234' }));
    const { clusters, hubs } = linked(read(rows));
    expect(clusters.map(({ orders }) => orders)).toEqual([[3, 4, 5]]);
    expect(hubs.map(({ orders }) => orders)).toEqual([[0, 1, 2]]);
  });
});

describe('the people of ordinary records', () => {
  /** Three pay-later buyers of one key among ordinary ones. */
  const among = (ordinary: number, of: (i: number) => Row) => [
    ...Array.from({ length: ordinary }, (_, i) => ({ ...of(i + 3), payLater: 'no' })),
    ...[0, 1, 2].map(of),
  ];
  const people = names(40);

  it.each([
    ['phone', (i: number) => ({ name: people[i]!, phone: phoneOf(1) })],
    ['phone', (i: number) => ({ name: people[i]!, phone: i % 2 ? '+86 199-0000-0001' : phoneOf(1) })],
    ['room', (i: number) => ({ name: people[i]!, phone: phoneOf(i), address: ROOM })],
    ['room', (i: number) => ({ name: '张三', phone: phoneOf(i), address: ROOM })],
    ['phone', (i: number) => ({ name: '张三', phone: phoneOf(1), id: `account-${i}` })],
  ] as const)('stop a %s from linking when they are more than its cap', (kind, of) => {
    const within = linked(read(among(22, of)));
    expect(within.hubs).toEqual([]);
    expect(within.clusters).toMatchObject([{ buyers: 3 }]);
    const beyond = linked(read(among(23, of)));
    expect(beyond.clusters).toEqual([]);
    expect(beyond.hubs).toMatchObject([{ kind, reason: 'cap', buyers: 26 }]);
    expect(beyond.hubs[0]?.orders).toHaveLength(3);
  });

  it('count once each, however often they order', () => {
    const rows = among(5, (i) => ({ name: people[i]!, phone: phoneOf(1) }));
    const { clusters, hubs } = linked(
      read([...rows.slice(0, 5), ...rows, ...rows.slice(0, 5), ...rows.slice(0, 5)]),
    );
    expect(hubs).toEqual([]);
    expect(clusters).toHaveLength(1);
  });

  it('make a pickup point known by its ordinary customers', () => {
    const at = (i: number) => ({ name: people[i]!, phone: phoneOf(i), address: '听雨苑菜鸟驿站' });
    expect(linked(read(among(1, at))).hubs).toEqual([]);
    expect(linked(read(among(2, at))).hubs).toMatchObject([{ kind: 'pickup', buyers: 5 }]);
  });

  it('do not count behind a pool’s number for one of its extensions', () => {
    const of = (i: number) => ({ name: `${people[i]!}[${i < 3 ? 1000 : 1000 + i}]`, phone: phoneOf(1) });
    const { clusters, hubs } = linked(read(among(30, of)));
    expect(hubs).toEqual([]);
    expect(clusters).toMatchObject([{ buyers: 3 }]);
  });

  it('are the same wherever the columns stand', () => {
    const of = (i: number) => ({ name: people[i]!, phone: phoneOf(i), address: ROOM });
    const apart: Column[] = ['详细地址', '收货人', '市', '手机', '区', '省'];
    for (const ordinary of [22, 23]) {
      const { clusters, hubs } = linked(read(among(ordinary, of), apart));
      expect([clusters.length, hubs.length]).toEqual(ordinary === 22 ? [1, 0] : [0, 1]);
    }
  });
});
