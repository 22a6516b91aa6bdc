// Rows of a bill that cannot be read: what they may have said is not known of their order, or of their day.
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/core/dates.js';
import { type BillLine, billOf, pinduoduoBill } from '../support/billed.js';
import { auditOne, ID, PLATFORMS } from '../support/billed-shop.js';
import type { NamedFile } from '../support/reading.js';
import type { RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
/** What stands in the bill for the order: its income, on a day within shipping and due date. */
const INCOME = { at: '2026-06-05 12:00:00', kind: 'income', yuan: 100 } as const;
const PROVEN = ['uncollected', null];

/** The bill changed as text; all of it but the order numbers is in GB18030, which latin1 leaves as it is. */
function changed({ name, content }: NamedFile, change: (lines: string[]) => string[]): NamedFile {
  const lines = Buffer.from(content).toString('latin1').split('\r\n');
  return { name, content: Buffer.from(change(lines).join('\r\n'), 'latin1') };
}

interface Given {
  readonly platform: RowPlatform;
  readonly change: (line: string) => string;
  /** Which row is changed: the order's own, or one of another order on the same day. */
  readonly whose?: 'own' | 'other';
  /** Keeps the footer as it was, or takes it away. */
  readonly footer?: boolean;
  readonly sort?: 1 | 0;
}

/** One order that was never collected or whose income is the row that is changed, amid a shop whose bill proves. */
async function audit({ platform, change, whose = 'own', footer = true, sort = 1 }: Given) {
  const bills = (lines: readonly BillLine[]) => {
    const sorted = [...lines].sort((a, b) => sort * (a.at < b.at ? -1 : 1));
    const bill = changed(billOf(platform, sorted), (all) => {
      const ofDay = all.findIndex((line) => line.includes('2026-06-05') && !line.includes(ID[platform]));
      const own = all.findIndex((line) => line.includes(ID[platform]));
      const at = whose === 'own' ? own : ofDay;
      const lines = all.map((line, i) => (i === at ? change(line) : line));
      return footer ? lines : lines.filter((line) => !line.startsWith('#'));
    });
    return [bill];
  };
  const lines = whose === 'own' ? [INCOME] : [];
  const { judged, portfolio, problems } = await auditOne(folder(), platform, { rows: [{}], lines, bills });
  const periods = portfolio.settings.ledger?.proof.periods ?? [];
  return {
    proof: [judged?.collection, judged?.money.unproven],
    periods: periods.map(({ from, to }) => `${formatDate(from).slice(5)}..${formatDate(to).slice(5)}`),
    codes: problems.map(({ code }) => code).filter((code) => code !== 'platform-parts-unknown'),
    settled: portfolio.totals.collectedFen,
  };
}

const badTime = (line: string) => line.replace('2026-06-05', '2026-06-31');
const badAmount = (line: string) => line.replaceAll(/,100\.00/g, ',1oo.00');
const badId = (line: string) => line.replace(/26\d{4}[-\d]{10,16}/, '2.60531E+14');
const noId = (line: string) => line.replace(/26\d{4}[-\d]{10,16}/, '');
const short = (line: string) => line.slice(0, 30);
const badByte = (line: string) => `${line}\u00ff\u00ff`;
const WHOLE = { pinduoduo: '05-01..07-19', kuaishou: '05-28..07-18' };

describe.each(PLATFORMS)('on %s', (platform) => {
  const holed = (from: string, to: string) => {
    const [first, last] = WHOLE[platform].split('..');
    return [`${first}..${from}`, `${to}..${last}`];
  };

  it('a row whose time cannot be read leaves its order unproven, and no other', async () => {
    const own = await audit({ platform, change: badTime });
    expect(own).toMatchObject({ proof: ['unproven', 'row-unreadable'], codes: ['bill-row-unreadable'] });
    expect(own.periods).toEqual([WHOLE[platform]]);
    const other = await audit({ platform, change: badTime, whose: 'other' });
    expect(other.proof).toEqual(PROVEN);
  });

  it('a row whose order number cannot be read or is not there leaves its day unproven', async () => {
    for (const change of [badId, noId]) {
      for (const whose of ['own', 'other'] as const) {
        const { proof, periods } = await audit({ platform, change, whose });
        expect([proof, periods]).toEqual([['unproven', 'coverage'], holed('06-04', '06-06')]);
      }
    }
  });

  it('a row that cannot be read at all leaves the days of the rows around it unproven', async () => {
    for (const change of [short, badByte]) {
      const { proof, periods, settled } = await audit({ platform, change, whose: 'other', footer: false });
      expect(proof).toEqual(['unproven', 'coverage']);
      expect(periods.length).toBeGreaterThan(1);
      // Every day but those of its neighbours, and, without a footer, the one of the last row.
      expect(periods.some((period) => period.includes('06-05'))).toBe(false);
      expect(settled).toBeGreaterThan(60_000);
    }
  });

  it('in a bill in no order of its days such a row may be of any day', async () => {
    const { periods } = await audit({ platform, change: short, whose: 'other', footer: false, sort: 0 });
    expect(periods).toEqual([]);
  });
});

describe('on one platform only', () => {
  it('a settlement’s row whose amounts cannot be read or do not add up leaves its order unproven', async () => {
    const torn = (line: string) => line.replace(',100.00', ',100.01');
    for (const change of [badAmount, torn]) {
      const { proof, periods } = await audit({ platform: 'kuaishou', change });
      expect([proof, periods]).toEqual([['unproven', 'row-unreadable'], [WHOLE.kuaishou]]);
    }
  });

  it('a line that is no row leaves nothing unproven where the footer counts all rows', async () => {
    const note = (line: string) => `${line}\r\nnote`;
    const told = await audit({ platform: 'pinduoduo', change: note, whose: 'other' });
    expect([told.proof, told.periods]).toEqual([PROVEN, [WHOLE.pinduoduo]]);
    const untold = await audit({ platform: 'pinduoduo', change: note, whose: 'other', footer: false });
    expect(untold.periods.length).toBeGreaterThan(1);
  });

  it('a fee that cannot be read says nothing of what came in', async () => {
    const fee: Omit<BillLine, 'id'> = { at: '2026-06-05 12:00:00', kind: 'fee', yuan: -1 };
    const { judged } = await auditOne(folder(), 'pinduoduo', {
      rows: [{}],
      lines: [fee],
      bills: (lines) => [
        changed(billOf('pinduoduo', lines), (all) =>
          all.map((line) => (line.includes(ID.pinduoduo) ? badTime(line) : line)),
        ),
      ],
    });
    expect([judged?.collection, judged?.money.unproven]).toEqual(PROVEN);
  });

  it('another file that holds the day whole proves it', async () => {
    const { judged } = await auditOne(folder(), 'pinduoduo', {
      rows: [{}],
      lines: [],
      bills: (lines) => {
        const first = changed(billOf('pinduoduo', lines), (all) =>
          all.map((line) => (line.includes('2026-06-05') ? badId(line) : line)),
        );
        const ofDays = lines.filter(({ at }) => at >= '2026-06-04' && at <= '2026-06-07');
        return [first, pinduoduoBill(ofDays, '2026-06-04', '2026-06-06', 'again')];
      },
    });
    expect([judged?.collection, judged?.money.unproven]).toEqual(PROVEN);
  });
});

describe('the platform’s part', () => {
  const amounts = { '用户实付金额(元)': '90.00', '平台优惠折扣(元)': '10.00', '商家实收金额(元)': '100.00' };
  const subsidised = async (kept: boolean) => {
    const { judged } = await auditOne(folder(), 'pinduoduo', {
      rows: [amounts],
      lines: [{ at: '2026-06-05', kind: 'income', yuan: 90 }],
      bills: (lines) => [
        billOf('pinduoduo', [
          ...lines,
          ...(kept
            ? [{ id: '260520-900000000000001', at: '2026-06-07', kind: 'subsidy', yuan: 10 } as const]
            : []),
        ]),
      ],
    });
    return [judged?.collection, judged?.outstanding, judged?.money.unproven];
  };

  it('is proven to be missing only by a bill that holds such a part of any order', async () => {
    expect(await subsidised(true)).toEqual(['part-settled', 1000, null]);
    expect(await subsidised(false)).toEqual(['part-settled', 1000, 'no-subsidies']);
  });
});
