// The platforms' descriptions as data: no header means two things, and every listed header can be found.
import { describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMNS } from '../../src/core/annotation.js';
import { ORDER_FIELDS } from '../../src/core/fields.js';
import { normalizeHeader } from '../../src/ingest/headers.js';
import { genericOrders } from '../../src/platforms/generic.js';
import { ALL_FORMATS } from '../../src/platforms/index.js';
import { kuaishouOrders } from '../../src/platforms/kuaishou.js';
import { pinduoduoOrders } from '../../src/platforms/pinduoduo.js';
import type { OrdersFormat } from '../../src/platforms/types.js';
import { ORDER_HEADERS } from '../support/headers.js';

const ORDERS: readonly OrdersFormat[] = [pinduoduoOrders, kuaishouOrders, genericOrders];

/** Every header of a format with what it stands for. */
function meanings(format: OrdersFormat): [header: string, meaning: string][] {
  const pairs: [string, string][] = [];
  for (const [field, headers] of Object.entries(format.columns)) {
    for (const header of new Set(headers)) pairs.push([normalizeHeader(header), field]);
  }
  for (const header of format.otherHeaders) pairs.push([normalizeHeader(header), 'other']);
  return pairs;
}

describe.each(ORDERS)('the order export of $platform', (format) => {
  it('gives no header two meanings', () => {
    const seen = new Map<string, string>();
    for (const [header, meaning] of meanings(format)) {
      expect(seen.get(header) ?? meaning, header).toBe(meaning);
      seen.set(header, meaning);
    }
  });

  it('lists no other header twice', () => {
    const others = format.otherHeaders.map(normalizeHeader);
    expect(new Set(others).size).toBe(others.length);
  });

  it('asks only for headers and builds templates only on headers that it knows', () => {
    const known = new Set(meanings(format).map(([header]) => header));
    const asked = [...format.ownHeaders, ...format.templates.flatMap((form) => [...form.has, ...form.lacks])];
    for (const header of asked) expect(known, header).toContain(normalizeHeader(header));
  });

  it('reads a header for every field that its groups require', () => {
    for (const field of format.required.flat()) expect(format.columns[field], field).not.toHaveLength(0);
  });

  it('reads an explicit due date, a pay-later flag and a payment state', () => {
    expect(format.columns.due_date).toEqual(expect.arrayContaining(['应付款日期', '最晚付款时间', '到期日']));
    expect(format.columns.pay_later).toEqual(expect.arrayContaining(['是否先用后付', '先用后付']));
    expect(format.columns.pay_state).toEqual(expect.arrayContaining(['付款状态', '支付状态', '扣款状态']));
  });

  it('confirms receipt after 10 days and allows one day of grace', () => {
    expect(format.terms).toEqual({ autoReceiptDays: 10, graceDays: 1 });
  });
});

describe('a platform that can be told from the others', () => {
  it.each([
    ['pinduoduo', pinduoduoOrders, kuaishouOrders],
    ['kuaishou', kuaishouOrders, pinduoduoOrders],
  ])("has own headers that the other platform's templates never carry: %s", (_name, format, other) => {
    const foreign = new Set(
      Object.entries(ORDER_HEADERS)
        .filter(([name]) => name.startsWith(other.platform))
        .flatMap(([, headers]) => headers.map(normalizeHeader)),
    );
    expect(foreign.size).toBeGreaterThan(60);
    for (const header of format.ownHeaders) expect(foreign, header).not.toContain(normalizeHeader(header));
  });
});

describe('the generic format', () => {
  it('reads every field under its own name, before any Chinese header', () => {
    for (const field of Object.keys(ORDER_FIELDS)) {
      expect((genericOrders.columns as Record<string, readonly string[]>)[field]?.[0]).toBe(field);
    }
  });
});

describe('order numbers', () => {
  it.each([
    [pinduoduoOrders, '260719-118840263391207', true],
    [pinduoduoOrders, '260719-11884026339120', false],
    [pinduoduoOrders, '2.60531E+14', false],
    [kuaishouOrders, '2307500074108220', true],
    [kuaishouOrders, '260719-118840263391207', false],
    [kuaishouOrders, '2.3075E+15', false],
    [genericOrders, 'A-1001', true],
    [genericOrders, '1234.0', false],
  ])('%#: the pattern of a platform tells its own numbers from others: %s', (format, id, own) => {
    expect(format.orderIdPattern.test(id)).toBe(own);
  });
});

describe('the list of formats', () => {
  it('holds orders, bill and after-sales of both platforms, and the generic format last', () => {
    expect(ALL_FORMATS.map((format) => `${format.platform} ${format.kind}`)).toEqual([
      'pinduoduo orders',
      'kuaishou orders',
      'pinduoduo bill',
      'kuaishou bill',
      'kuaishou bill',
      'pinduoduo after-sales',
      'kuaishou after-sales',
      'generic orders',
    ]);
  });

  it('never takes one of our own annotation columns for a column of an export', () => {
    const known = new Set(ORDERS.flatMap((format) => meanings(format).map(([header]) => header)));
    for (const { zh, en } of ANNOTATION_COLUMNS) {
      expect(known).not.toContain(normalizeHeader(zh));
      expect(known).not.toContain(normalizeHeader(en));
    }
  });
});
