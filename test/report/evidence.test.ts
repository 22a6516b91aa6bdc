// The evidence pack's own parts: escaping, the ticket's length, what may be handed over.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ORDER_FIELDS } from '../../src/core/fields.js';
import { type EvidenceModel, HANDED_OVER, type HandedCell } from '../../src/report/evidence/model.js';
import { isOfPack, isPackedZip, packFiles } from '../../src/report/evidence/pack.js';
import { orderPage } from '../../src/report/evidence/page.js';
import { MOST_TICKET_CHARACTERS, ticketText } from '../../src/report/evidence/ticket.js';
import { html } from '../../src/report/html.js';
import type { TraceModel } from '../../src/report/trace-model.js';
import { scratch } from '../support/scratch.js';
import { TRACED, traced, writeShop } from '../support/traced-shop.js';

const folder = scratch();
const traces = new Map<string, TraceModel>();
const tracedOrder = (name: 'overdue' | 'unproven' | 'settled' | 'clustered') => traces.get(name)!;

beforeAll(async () => {
  const shop = folder();
  const files = writeShop(shop);
  traces.set('overdue', await traced(shop, TRACED.overdue, files));
  traces.set('settled', await traced(shop, TRACED.settled, files));
  traces.set('clustered', await traced(shop, TRACED.ring[1], files));
  traces.set('unproven', await traced(shop, TRACED.overdue, { orders: files.orders }));
});

const modelOf = (trace: TraceModel, told: Partial<EvidenceModel> = {}): EvidenceModel => ({
  trace,
  cells: [],
  control: { orders: 400, rate: 0.9935 },
  inputs: [{ name: 'o.csv', kind: 'orders', sha256: 'ab' }],
  revealed: false,
  version: '9.9.9',
  ...told,
});
const cell = (field: HandedCell['field'], text: string): HandedCell => ({
  file: 'o.csv',
  row: 2,
  field,
  column: field,
  text,
});

describe('html', () => {
  /** What a browser makes of a text with entities. */
  const unescaped = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');

  it('leaves no sign of a text as markup, and no text lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const made = html`${text}`.text;
        expect(made).not.toMatch(/[<>"']/);
        const seen = text.replace(/[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, ' ');
        expect(unescaped(made)).toBe(seen);
      }),
    );
  });

  it('takes pieces of its own as they are, and nothing else', () => {
    const row = html`<b title="${'"x"'}">${'<i>'}</b>`;
    expect(html`<p>${[row, '&']}${null}${7}</p>`.text).toBe(
      '<p><b title="&quot;x&quot;">&lt;i&gt;</b>&amp;7</p>',
    );
    const forged = { text: '<script>' } as unknown as string;
    expect(html`${forged}`.text).not.toContain('<script>');
  });
});

describe('the text of a ticket', () => {
  it('says what happened, what is missing and what is asked', () => {
    const model = modelOf(tracedOrder('overdue'), {
      cells: [cell('carrier', '圆通速递'), cell('waybill', 'YT1234567890123')],
    });
    const text = ticketText(model, 'zh');
    expect(text).toContain('圆通速递 YT1234567890123');
    expect(text).toContain('同期普通订单 99.3% 有收入记录');
    expect(text).toMatch(/请协助核实：1\. .+；2\. .+；3\. .+。店铺可以提供/);
    // A share of a handful of orders is not quoted.
    expect(ticketText({ ...model, control: { orders: 29, rate: 0.99 } }, 'zh')).not.toContain('同期');
  });

  it.each(['zh', 'en'] as const)('never has more characters than a ticket takes, in %s', (language) => {
    for (const name of ['overdue', 'unproven', 'settled', 'clustered'] as const) {
      const trace = tracedOrder(name);
      const long = 'x'.repeat(1000);
      const records = trace.records.map((record) => ({ ...record, stateText: long }));
      const covered = Array.from({ length: 9 }, (_, i) => ({ from: 20_000 + 9 * i, to: 20_004 + 9 * i }));
      for (const goodsOut of [0, 99_999_999_99]) {
        const judged = { ...trace.judged!, covered, goodsOut, receivable: 99_999_999_99 };
        const cells = [cell('carrier', long), ...[1, 2, 3].map((i) => cell('waybill', `${i}${long}`))];
        const text = ticketText(modelOf({ ...trace, records, judged }, { cells }), language);
        expect([...text].length).toBeLessThanOrEqual(MOST_TICKET_CHARACTERS);
      }
    }
  });

  it('never says that there is no income where some came in and was taken back', () => {
    const trace = tracedOrder('overdue');
    const row = { file: 'b.csv', time: 1_780_000_000, type: '先用后付垫付', fen: 5000, later: false };
    const billRows = [
      { ...row, kind: 'advance-in' as const },
      { ...row, kind: 'advance-out' as const, fen: -5000 },
    ];
    const model = modelOf({ ...trace, billRows });
    for (const text of [ticketText(model, 'zh'), orderPage(model, 'zh')]) {
      expect(text).not.toContain('没有这单的交易收入');
    }
    expect(ticketText(model, 'zh')).toContain('净到账 0.00 元');
    const behind = modelOf({ ...trace, billRows: billRows.map((one) => ({ ...one, later: true })) });
    expect(ticketText(behind, 'zh')).toContain('没有这单的交易收入');
  });

  it('calls nothing unpaid that is not proven', () => {
    const text = ticketText(modelOf(tracedOrder('unproven')), 'zh');
    expect(text).toContain('没能核实到账');
    expect(text).not.toContain('未到账');
  });
});

describe('a pack', () => {
  it('hands over no column that belongs to the shop or to others', () => {
    const kept = [
      'seller_note',
      'promoter',
      'buyer_id',
      'buyer_phone',
      'address',
      'street',
      'order_tags',
      'buyer_note',
    ];
    for (const field of kept) {
      expect(Object.keys(ORDER_FIELDS)).toContain(field);
      expect(HANDED_OVER).not.toContain(field);
    }
  });

  it('has our mark on every file, and no severity, score or rule anywhere', () => {
    const model = modelOf(tracedOrder('clustered'), {
      cells: [cell('product', '<img src=x onerror=alert(1)>')],
    });
    for (const language of ['zh', 'en'] as const) {
      const files = packFiles({ packs: [model], group: null, leftOut: 0 }, language);
      expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
      for (const { path, text } of files) {
        expect(isOfPack(Buffer.from(text)), path).toBe(true);
        for (const { rule, code } of model.trace.findings) {
          expect(text).not.toContain(rule);
          expect(text).not.toMatch(new RegExp(`\\b${code}\\b`));
        }
        expect(text).not.toMatch(/NaN|undefined|\bnull\b/);
      }
      expect(orderPage(model, language)).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(orderPage(model, language)).not.toContain('<img');
    }
    expect(isOfPack(Buffer.from('<!doctype html><title>mine</title>'))).toBe(false);
    expect(isPackedZip(Buffer.from('PK somebody else'))).toBe(false);
  });
});
