// The polluter of order exports: a sample of every kind of damage, and proof that its judge can say no.
import { afterAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/library.js';
import { createRandom } from '../support/random.js';
import { type Base, makeBase } from './orders-base.js';
import { cleanFalseAlarms } from './orders-clean.js';
import { type Case, cleanLines, line, render, withRecord } from './orders-file.js';
import { judge, type Outcome, type Truth, type Verdict } from './orders-oracle.js';
import {
  ENCODINGS,
  type Figures,
  isBelow,
  learnTruth,
  makeReader,
  noFigures,
  ORDER_KINDS,
  PLATFORMS,
  runCase,
} from './orders-run.js';

/** `npm run pollute` runs all cases of a seed; this one is sampled here. */
const SEED = 4;
const { read, done } = makeReader(audit);
afterAll(done);

describe.each(PLATFORMS)('damaged order exports of %s', (platform) => {
  const base = makeBase(platform, SEED);

  it(`come out right or are told, a case of every kind and encoding (seed ${SEED})`, async () => {
    const truth = await learnTruth(base, read);
    const random = createRandom(SEED);
    const table: Figures[] = [];
    for (const kind of ORDER_KINDS) {
      const figures = noFigures(kind.name);
      for (const encoding of ENCODINGS) {
        const cases = [...kind.cases(base, encoding)];
        if (cases.length > 0) await runCase({ base, truth, encoding, read }, random.pick(cases), figures);
      }
      table.push(figures);
    }
    expect(table.filter(isBelow).map(({ misses }) => misses)).toEqual([]);
    // Only Excel's rounding has no case on a platform whose numbers it leaves alone.
    const absent = table.filter(({ cases }) => cases === 0).map(({ kind }) => kind);
    expect(absent).toEqual(platform === 'pinduoduo' ? ['ids-rounded'] : []);
  });
});

describe('clean order exports', () => {
  it('raise no alarm, whatever their encoding and layout', async () => {
    expect((await cleanFalseAlarms(read, 3)).alarms).toEqual([]);
  });

  it('hold orders whose figures do not hang on each other', async () => {
    for (const platform of PLATFORMS) {
      const { moving } = await learnTruth(makeBase(platform, SEED), read);
      const figures = { stage: 2, outstanding: 3, days: 4, bucket: 5, due: 6, receivable: 9, payLater: 12 };
      for (const [name, cell] of Object.entries(figures))
        expect([name, moving[cell] === true]).toEqual([name, false]);
    }
  });
});

describe('the judge', () => {
  const base = makeBase('kuaishou', SEED);
  const encoding = 'utf8-bom';
  const [, first = ''] = cleanLines(base).map(({ text }) => String(text));

  let truth: Promise<Truth> | undefined;

  /** What it says of a case whose outcome somebody has changed. */
  async function verdictOf(
    polluted: Case,
    change: (outcome: Outcome, base: Base) => Outcome,
  ): Promise<Verdict> {
    const { bytes, lines } = render(polluted, encoding);
    const outcome = change(await read(base, bytes), base);
    truth ??= learnTruth(base, read);
    return judge(base, await truth, polluted, lines, bytes, encoding, outcome);
  }

  const stray: Case = {
    id: 'stray quote',
    lines: withRecord(base, 0, first.replace(',', ',"')),
    must: 'safe',
    alarm: 'record',
  };
  const clean: Case = { id: 'clean', lines: cleanLines(base), must: 'true', alarm: 'forbidden' };
  const copyOf = (outcome: Outcome, edit: (text: string) => string): Outcome => ({
    ...outcome,
    copy: Buffer.from(edit(outcome.copy.toString())),
  });
  const told = (outcome: Outcome, record: number): Outcome => ({
    ...outcome,
    report: { ...outcome.report, problems: [{ code: 'quote-bare', input: base.fileName, record }] },
  });

  it('is content with what the audit says', async () => {
    expect(await verdictOf(stray, (outcome) => outcome)).toMatchObject({ right: true, told: true, why: '' });
    expect(await verdictOf(clean, (outcome) => outcome)).toMatchObject({ right: true, falseAlarm: false });
  });

  it('misses an alarm that is not raised, or at another record', async () => {
    for (const record of [5, 9]) {
      const verdict = await verdictOf(stray, (outcome) => told(outcome, record));
      expect(verdict).toMatchObject({ needsAlarm: true, told: false, why: 'not told' });
    }
    const silent = (outcome: Outcome) => ({ ...outcome, report: { ...outcome.report, problems: [] } });
    expect(await verdictOf(stray, silent)).toMatchObject({ told: false });
  });

  it('finds an alarm on a clean file', async () => {
    expect(await verdictOf(clean, (outcome) => told(outcome, 3))).toMatchObject({ falseAlarm: true });
  });

  it('finds a record that is lost, changed or rejected for nothing', async () => {
    const last = (text: string) => text.slice(0, text.trimEnd().lastIndexOf('\r\n') + 2);
    expect((await verdictOf(stray, (outcome) => copyOf(outcome, last))).right).toBe(false);
    const other = (text: string) => text.replace('待发货', '已发货');
    expect((await verdictOf(stray, (outcome) => copyOf(outcome, other))).right).toBe(false);
    const fewer = (outcome: Outcome) => ({
      ...outcome,
      report: {
        ...outcome.report,
        inputs: outcome.report.inputs.map((input) => ({ ...input, rejected: (input.rejected ?? 0) + 1 })),
      },
    });
    expect((await verdictOf(stray, fewer)).right).toBe(false);
    const blank = ','.repeat(16);
    const rejected = (text: string) => text.replace(/(,[^,\r\n]*){16}(?=\r\n$)/, blank);
    expect((await verdictOf(stray, (outcome) => copyOf(outcome, rejected))).right).toBe(false);
  });

  it('finds other figures of an order that was not damaged', async () => {
    const dearer = (text: string) => text.replace(/(待核实,)(\d+)(\.\d\d)/, '$1$29$3');
    expect((await verdictOf(stray, (outcome) => copyOf(outcome, dearer))).why).toContain('other figures');
  });

  it('finds other yuan and other order numbers of a damaged record that nobody told of', async () => {
    const quiet: Case = { ...clean, lines: withRecord(base, 0, first), must: 'safe', alarm: 'none' };
    expect((await verdictOf(quiet, (outcome) => outcome)).right).toBe(true);
    const yuan = (outcome: Outcome) => ({
      ...outcome,
      report: { ...outcome.report, control: { amountReadFen: 1 } },
    });
    expect((await verdictOf(quiet, yuan)).why).toBe('other yuan in silence');
    const order = (outcome: Outcome) => ({
      ...outcome,
      report: { ...outcome.report, bills: { unmatchedOrders: 1 } },
    });
    expect((await verdictOf(quiet, order)).why).toBe('other order in silence');
  });

  it('finds a file that is refused though it can be read, and one that is read though it cannot', async () => {
    const refused = (outcome: Outcome) => ({ ...outcome, error: { code: 'format-unknown', facts: {} } });
    expect((await verdictOf(stray, refused)).why).toBe('stopped: format-unknown');
    const must: Case = { ...clean, lines: [...cleanLines(base), line('')], alarm: 'none', stop: 'must' };
    expect((await verdictOf(must, (outcome) => outcome)).right).toBe(false);
  });
});
