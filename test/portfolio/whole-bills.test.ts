// What a bill proves that lacks rows, holds a part of a day, or does not say when a row was: only its whole days count.
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/core/dates.js';
import { type BillLine, billOf, pinduoduoBill } from '../support/billed.js';
import { auditOne, figures, ID } from '../support/billed-shop.js';
import type { NamedFile } from '../support/reading.js';
import { cellsFor, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** The bill changed as bytes; all of it but the order numbers is in GB18030, which latin1 leaves as it is. */
function changed({ name, content }: NamedFile, change: (lines: string[]) => string[]): NamedFile {
  const lines = Buffer.from(content).toString('latin1').split('\r\n');
  return { name, content: Buffer.from(change(lines).join('\r\n'), 'latin1') };
}

/** One order that never came in, overdue since 06-07, amid a shop; what the changed bill covers, and what it proves. */
async function audit(
  change: (lines: string[]) => string[],
  { platform = 'pinduoduo', sort = 1 }: { platform?: RowPlatform; sort?: 1 | -1 | 0 } = {},
) {
  const bills = (lines: readonly BillLine[]) => {
    const sorted = [...lines].sort((a, b) => sort * (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return [changed(billOf(platform, sorted), change)];
  };
  const { judged, portfolio, problems } = await auditOne(folder(), platform, {
    rows: [{}],
    lines: [],
    bills,
  });
  const periods = portfolio.settings.ledger?.proof.periods ?? [];
  return {
    periods: periods.map(({ from, to }) => `${formatDate(from).slice(5)}..${formatDate(to).slice(5)}`),
    proof: [judged?.collection, judged?.money.unproven],
    codes: problems.map(({ code }) => code).filter((code) => code !== 'platform-parts-unknown'),
    // What the file holds counts, whatever it proves.
    settled: portfolio.totals.collectedFen,
  };
}

/** Lines below this are no row: the footer's, and the empty one at the end. */
const FOOTER_LINES = 3;
const PROVEN = ['uncollected', null];
const cutAt =
  (kept: number) =>
  (lines: string[]): string[] => [...lines.slice(0, kept), ''];

describe('a bill of Pinduoduo', () => {
  it('that is whole covers what it states', async () => {
    const { periods, proof, codes } = await audit((lines) => lines);
    expect([periods, proof, codes]).toEqual([['05-01..07-19'], PROVEN, []]);
  });

  it('of which a row was lost anywhere covers no day, and what is left of it has come in', async () => {
    for (const at of [5, 40, 131]) {
      const { periods, proof, codes, settled } = await audit((lines) => lines.filter((_, i) => i !== at));
      expect([periods, codes]).toEqual([[], ['bill-footer-differs']]);
      expect(proof[0]).toBe('unproven');
      expect(settled).toBeGreaterThan(60_000);
    }
  });

  it('without its footer covers the days before that of its last row', async () => {
    const { periods, proof, codes } = await audit((lines) => [...lines.slice(0, -FOOTER_LINES), '']);
    expect([periods, proof, codes]).toEqual([['05-01..07-17'], PROVEN, ['bill-cut-off']]);
  });

  it('that was cut between two rows or inside one covers the days before that of its last row', async () => {
    const between = await audit(cutAt(5 + 20));
    expect([between.periods, between.codes]).toEqual([['05-01..06-02'], ['bill-cut-off']]);
    expect(between.proof[0]).toBe('unproven');
    const inside = await audit((lines) => [...lines.slice(0, 25), lines[25]!.slice(0, 30)]);
    expect(inside.codes).toEqual(['record-short', 'file-cut-off']);
    expect(inside.periods).toEqual(between.periods);
  });

  it('with its latest rows first covers the days behind that of its last row', async () => {
    const { periods, codes } = await audit(cutAt(5 + 20), { sort: -1 });
    expect([periods, codes]).toEqual([['07-10..07-19'], ['bill-cut-off']]);
  });

  it('in no order, or with rows of one day only, covers nothing then', async () => {
    expect((await audit(cutAt(5 + 60), { sort: 0 })).periods).toEqual([]);
    expect((await audit(cutAt(5 + 2))).periods).toEqual([]);
    expect((await audit(cutAt(5))).periods).toEqual([]);
  });

  it('that states no period covers its rows without a footer too, but not with one that differs', async () => {
    const { periods, codes } = await audit((lines) => [...lines.slice(4, -FOOTER_LINES), '']);
    expect([periods, codes]).toEqual([['05-28..07-18'], ['bill-footer-missing']]);
    const cut = await audit((lines) => [...lines.slice(4, 25), lines[25]!.slice(0, 30)]);
    expect([cut.periods, cut.codes]).toEqual([['05-28..06-02'], ['record-short', 'file-cut-off']]);
    const differs = await audit((lines) => lines.slice(4).filter((_, i) => i !== 9));
    expect([differs.periods, differs.codes]).toEqual([[], ['bill-footer-differs']]);
  });
});

describe('a settlement', () => {
  it('that was cut inside a row covers the days before that of its last row', async () => {
    const inside = (lines: string[]) => [...lines.slice(0, 60), lines[60]!.slice(0, 30)];
    const { periods, codes } = await audit(inside, { platform: 'kuaishou' });
    expect(codes).toEqual(['record-short', 'file-cut-off']);
    const whole = await audit((lines) => [...lines.slice(0, 60), ''], { platform: 'kuaishou' });
    expect([whole.codes, whole.periods[0]?.slice(0, 5)]).toEqual([[], '05-28']);
    expect(periods[0]!.slice(7) < whole.periods[0]!.slice(7)).toBe(true);
  });
});

describe('stated periods', () => {
  const bills = (firstEnd: string, secondStart: string) => (lines: readonly BillLine[]) => {
    const timed = ({ name, content }: NamedFile, from: string, to: string): NamedFile => {
      const text = Buffer.from(content).toString('latin1');
      return { name, content: Buffer.from(text.replace(from, to), 'latin1') };
    };
    const [firstDay, secondDay] = [firstEnd.slice(0, 10), secondStart.slice(0, 10)];
    const part = (from: string, to: string) => lines.filter(({ at }) => at >= from && at <= to);
    const first = pinduoduoBill(part('2026-05-01', '2026-06-09'), '2026-05-01', firstDay, 'a');
    const second = pinduoduoBill(part('2026-06-10', '2026-07-19'), secondDay, '2026-07-19', 'b');
    return [
      timed(first, `${firstDay} 23:59:59`, firstEnd),
      timed(second, `${secondDay} 00:00:00`, secondStart),
    ];
  };
  const covered = async (firstEnd: string, secondStart: string) => {
    const given = { rows: [{}], lines: [], bills: bills(firstEnd, secondStart) };
    const { bills: model } = await auditOne(folder(), 'pinduoduo', given);
    return model?.periods.map(({ from, to }) => `${from.slice(5)}..${to.slice(5)}`);
  };

  it.each([
    ['2026-06-10 08:00:00', '2026-06-10 20:00:00', ['05-01..06-09', '06-11..07-19']],
    ['2026-06-10 08:00:00', '2026-06-10 08:01:00', ['05-01..07-19']],
    ['2026-06-10 08:00:00', '2026-06-10 08:01:01', ['05-01..06-09', '06-11..07-19']],
    ['2026-06-09 23:59:59', '2026-06-10 00:00:00', ['05-01..07-19']],
    ['2026-06-09 23:59:00', '2026-06-10 00:00:59', ['05-01..07-19']],
    ['2026-06-09 23:58:59', '2026-06-10 00:00:59', ['05-01..06-08', '06-10..07-19']],
    ['2026-06-09 23:59:00', '2026-06-10 00:01:00', ['05-01..06-09', '06-11..07-19']],
  ])('that end at %s and begin at %s hold whole days', async (end, start, periods) => {
    expect(await covered(end, start)).toEqual(periods);
  });
});

describe('a day that a bill holds in part', () => {
  it('proves nothing, and what came in on it has come in', async () => {
    const { bills } = await auditOne(folder(), 'pinduoduo', {
      rows: [cellsFor('pinduoduo', { paid: '100.00' })],
      lines: [{ at: '2026-07-19 08:00:00', kind: 'income', yuan: 100 }],
      bills: (lines) => [
        changed(billOf('pinduoduo', lines), (all) =>
          all.map((line) => line.replace('2026-07-19 23:59:59', '2026-07-19 10:00:00')),
        ),
      ],
      asOf: '2026-07-18',
    });
    expect(bills?.periods).toEqual([{ from: '2026-05-01', to: '2026-07-18' }]);
    expect(bills?.subsequentReceipts).toEqual({ orders: 1, fen: 10_000 });
  });
});

describe('a row without a time', () => {
  const bills = (lines: readonly BillLine[]) => {
    const sorted = [...lines].sort((a, b) => (a.at < b.at ? -1 : 1));
    return [
      changed(billOf('pinduoduo', sorted), (all) =>
        all.map((line) => (line.startsWith(ID.pinduoduo) ? line.replace(/2026-06-08 \S+?,/, ',') : line)),
      ),
    ];
  };
  const on = (asOf: string) =>
    auditOne(folder(), 'pinduoduo', {
      rows: [cellsFor('pinduoduo', { paid: '100.00' })],
      lines: [{ at: '2026-06-08', kind: 'income', yuan: 100 }],
      bills,
      asOf,
    });

  it('counts from the day of the bill’s last dated row on, and is told', async () => {
    const { judged, problems } = await on('2026-07-18');
    expect(figures(judged)).toEqual([100, 0, 100, 0, 'settled', 'bill']);
    const told = problems.filter(({ code }) => code === 'bill-time-missing');
    expect(told).toMatchObject([{ column: '发生时间', count: 1 }]);
    const before = await on('2026-07-17');
    expect(before.judged?.outstanding).toBe(10_000);
  });

  it('shows that an ordinary order stands in the bill', async () => {
    const { bills: model } = await auditOne(folder(), 'pinduoduo', {
      rows: [{}],
      lines: [],
      bills: (lines) => [
        changed(billOf('pinduoduo', lines), (all) =>
          all.map((line, i) => (i > 5 && i < 30 ? line.replace(/,2026-\S+ 12:00:00,/, ',,') : line)),
        ),
      ],
    });
    expect(model).toMatchObject({ controlRate: 1, failed: [], lagSource: 'learned', lagDays: 4 });
  });
});
