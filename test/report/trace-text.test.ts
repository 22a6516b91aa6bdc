// One order in full, from files to text: goldens to open, widths, masking, the sums, and what is said of every other case.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/user-error.js';
import { errorText } from '../../src/report/errors.js';
import type { TraceModel } from '../../src/report/trace-model.js';
import { traceText } from '../../src/report/trace-text.js';
import type { View } from '../../src/report/view.js';
import { RULES } from '../../src/rules/index.js';
import { scratch } from '../support/scratch.js';
import { CANARIES, TRACED, traced, writeShop } from '../support/traced-shop.js';

const folder = scratch();
const ZH: View = { language: 'zh', columns: 79, colour: 0, ascii: false };
const EN: View = { ...ZH, language: 'en' };
const FORBIDDEN =
  /套现|骗|恶意|拒付|赖账|可疑买家|黑名单|团伙|羊毛党|职业打假|信用购|损失|应收账款|fraud|cheat|blacklist|gang/i;

const models = new Map<string, TraceModel>();
const model = (name: string) => models.get(name)!;
let shop = '';
let files: ReturnType<typeof writeShop>;

beforeAll(async () => {
  shop = folder();
  files = writeShop(shop);
  const wanted: Readonly<Record<string, string>> = {
    overdue: ` ${TRACED.overdue}\t`,
    settled: TRACED.settled,
    partial: TRACED.partial,
    clustered: TRACED.ring[1],
    ordinary: TRACED.ordinary,
    untold: TRACED.untold,
    later: TRACED.later,
    frozen: TRACED.frozen,
  };
  for (const [name, order] of Object.entries(wanted)) models.set(name, await traced(shop, order, files));
  models.set('unproven', await traced(shop, TRACED.overdue, { orders: files.orders }));
});

describe('the text of a traced order', () => {
  it.each(
    ['settled', 'overdue', 'unproven', 'clustered'].flatMap((name) => [
      [name, 'zh', ZH] as const,
      [name, 'en', EN] as const,
    ]),
  )('is the golden of a %s order in %s', async (name, language, view) => {
    const path = join(import.meta.dirname, '__goldens__', `trace-${name}.${language}.txt`);
    expect(existsSync(path), `${path} is missing`).toBe(true);
    await expect(traceText(model(name), view)).toMatchFileSnapshot(path);
  });

  it('is never wider than asked, and has no hole', () => {
    for (const [name, one] of models) {
      for (const view of [ZH, EN]) {
        for (const columns of [60, 79, 120]) {
          const text = traceText(one, { ...view, columns, ascii: true });
          const wide = text.split('\n').filter((line) => stringWidth(line) > columns);
          // A path or a file's name is never broken.
          expect(wide, name).toEqual([]);
          expect(stringWidth(text, { ambiguousIsNarrow: false })).toBe(stringWidth(text));
          expect(text, name).not.toMatch(/undefined|NaN|\n\n\n| \n|\[object/);
          expect(text, name).not.toMatch(FORBIDDEN);
        }
      }
    }
  });

  it('shows nothing of the recipients in clear', () => {
    expect(model('overdue').identity.keys.map(({ kind }) => kind)).toEqual(['phone', 'room']);
    for (const [name, one] of models) {
      const told = traceText(one, ZH) + JSON.stringify(one);
      expect(
        CANARIES.filter((canary) => told.includes(canary)),
        name,
      ).toEqual([]);
    }
    expect(traceText(model('overdue'), ZH)).toContain('199****5678');
  });

  it('writes out the sum that the amounts make', () => {
    for (const [, { judged }] of models) {
      if (judged === null) continue;
      const { money, receivable, outstanding } = judged;
      expect(receivable - money.refunded - money.collected + money.overCollected).toBe(outstanding);
    }
    expect(traceText(model('partial'), ZH)).toContain('应收 100.00 - 已退 10.00 - 到账 50.00 = 未收 40.00');
  });

  it('never calls unproven money overdue, unpaid or owed', () => {
    const own = (text: string) => text.split(/\n\n(?:其他检查项|Other rules)/)[0] ?? '';
    expect(own(traceText(model('unproven'), ZH))).not.toMatch(/逾期|欠|没付/);
    expect(own(traceText(model('unproven'), EN))).not.toMatch(/overdue|past due|debt|unpaid|owed/i);
    expect(traceText(model('overdue'), ZH)).toContain('42 天 = 截止日期 2026-07-19 - 2026-06-07');
  });
});

describe('a trace', () => {
  it('says of every rule that it found something, found nothing, or could not look', () => {
    for (const name of ['overdue', 'settled', 'unproven', 'clustered', 'frozen']) {
      const { findings, quiet, notEvaluated, aboutFiles } = model(name);
      const told = [...findings, ...quiet, ...notEvaluated, ...aboutFiles].map(({ rule }) => rule);
      expect([...new Set(told)].sort(), name).toEqual(
        RULES.filter(({ list, off }) => list === undefined && off !== true)
          .map(({ id }) => id)
          .sort(),
      );
      expect(new Set([...quiet, ...notEvaluated].map(({ rule }) => rule)).size).toBe(
        quiet.length + notEvaluated.length,
      );
    }
    expect(model('overdue').findings.map(({ rule }) => rule)).toEqual([
      'single-large',
      'buyer-total',
      'past-due-month',
      'shared-phone',
      'cluster-burst',
    ]);
    expect(model('unproven').notEvaluated.map(({ rule }) => rule)).toContain('export-incomplete');
    expect(model('unproven').aboutFiles.map(({ rule }) => rule)).toEqual(['proof-missing']);
  });

  it('names each step that a rule may ask for', () => {
    for (const [, { findings }] of models) {
      for (const { rule, nextStep } of findings) {
        expect(RULES.find(({ id }) => id === rule)?.steps).toContain(nextStep);
      }
    }
  });

  it('tells where the records stand, and which of them is an older copy', () => {
    const { records } = model('overdue');
    expect(records.map(({ row, part, stateText, phase }) => [row, part, stateText, phase])).toEqual([
      [2, 'superseded', '已发货，待收货', 'shipped'],
      [2, 'money', '已收货', 'received'],
    ]);
    expect(records[0]?.file).toBe('orders_export2026-06-04-10-00-00.csv');
  });

  it.each([
    ['gb18030', (text: string) => iconv.encode(text, 'gb18030')],
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ] as const)('reads the state again from a file in %s', async (_encoding, encode) => {
    const dir = folder();
    const [, name = ''] = files.orders;
    const text = readFileSync(join(shop, name), 'utf8');
    // A record of several lines stands in front: places are those of bytes, not of lines.
    const [header = '', ...rest] = text.split('\r\n');
    const note = (rest[0] ?? '').replace('放门卫老瞿那里', '"放门卫\n老瞿那里"');
    writeFileSync(join(dir, name), encode([header, note, ...rest.slice(1)].join('\r\n')));
    const { records } = await traced(dir, TRACED.frozen, { orders: [name] });
    expect(records).toMatchObject([{ row: 11, stateText: '已收货', afterSaleText: '售后处理中' }]);
  });

  it('writes nothing', async () => {
    const before = readdirSync(shop).sort();
    await traced(shop, TRACED.settled, files);
    expect(readdirSync(shop).sort()).toEqual(before);
  });

  it('shows the rows of the bills, those that enter nothing as well', () => {
    expect(model('settled').billRows?.map(({ kind, fen }) => [kind, fen])).toEqual([
      ['income-buyer', 10_000],
      ['fee', -60],
    ]);
    expect(model('overdue').billRows).toEqual([]);
    expect(model('unproven').billRows).toBeNull();
  });

  it('says plainly that an order is not flagged', () => {
    expect(model('settled').findings).toEqual([]);
    expect(traceText(model('settled'), ZH)).toMatch(/^没有标出：能查的 \d+ 项检查里没有它的事项/m);
    expect(traceText(model('settled'), EN)).toMatch(/^Not flagged: none of the \d+ rules/m);
  });

  it('gives of an ordinary order what was read, and judges nothing', () => {
    const { judged, billRows, records, payLater, quiet } = model('ordinary');
    expect({ judged, answer: payLater.answer, quiet }).toEqual({ judged: null, answer: 'no', quiet: [] });
    expect(billRows).toHaveLength(1);
    expect(records.map(({ phase, part, stateText }) => [phase, part, stateText])).toEqual([
      ['received', 'not-held', '已收货'],
    ]);
    const text = traceText(model('ordinary'), ZH);
    expect(text).toContain('不是先用后付，不核查');
    expect(text).toContain('收货  2026-06-06\n');
  });

  it('gives of an order that may be pay-later its amounts, and no state of collection', () => {
    const text = traceText(model('untold'), ZH);
    expect(text).toContain('看不出是不是先用后付');
    expect(text).toContain('应收货款  100.00 元');
    expect(text).not.toMatch(/到账状态|未收|待核实/);
  });

  it('says that an order of a later day does not count', () => {
    expect(model('later').judged).toBeNull();
    expect(model('later').records.map(({ part }) => part)).toEqual(['later']);
    expect(traceText(model('later'), EN)).toContain('ordered after the as-of date');
  });

  it('stops the clock while an after-sale is open', () => {
    expect(model('frozen').judged?.aged).toMatchObject({ bucket: 'frozen', unfrozenDays: 42 });
    const text = traceText(model('frozen'), ZH);
    expect(text).toContain('停止计天数；没有售后的话是 42 天');
    expect(text).toContain('售后「售后处理中」');
  });

  it('shows a group with its other orders and the key they share', () => {
    const { cluster } = model('clustered').identity;
    expect(cluster?.others).toEqual([TRACED.overdue, TRACED.ring[0], TRACED.ring[2]]);
    expect(cluster?.links.map(({ kind, buyers, orders, own }) => [kind, buyers, orders, own])).toEqual([
      ['phone', 3, 4, true],
    ]);
    expect(cluster?.id).toMatch(/^C-[0-9a-f]{10}$/);
  });
});

describe('an order number that the files do not hold', () => {
  it('is refused with the numbers that are near it', async () => {
    const near = async (order: string) => {
      const error: unknown = await traced(shop, order, files).catch((thrown: unknown) => thrown);
      if (!(error instanceof UserError)) throw error;
      expect(error.code).toBe('order-not-found');
      expect(errorText(error, ZH)).toContain(order);
      return error.facts['near'];
    };
    // One digit wrong, one missing, one too many.
    expect(await near('260601-100000000000009')).toEqual([TRACED.overdue]);
    expect(await near('260601-10000000000001')).toEqual([TRACED.overdue]);
    expect(await near('260602-2000000000000022')).toEqual([TRACED.settled]);
    expect(await near('260715-4000')).toEqual([...TRACED.ring]);
    expect(await near('999')).toEqual([]);
    expect(await near('260606-1')).toEqual([]);
  });

  it('may be among the rows that were rejected', async () => {
    const dir = folder();
    const [, name = ''] = files.orders;
    const text = readFileSync(join(shop, name), 'utf8').replace(TRACED.settled, '2.60602E+20');
    writeFileSync(join(dir, name), text);
    const error: unknown = await traced(dir, TRACED.settled, { orders: [name] }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'order-not-found', facts: { rejected: 1 } });
    expect(errorText(error as UserError, EN)).toContain('1 rejected rows were not read');
  });
});
