// A group in full: its goldens, every sentence of it in both languages, widths, masking, and how it is asked for.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { KEY_KINDS, LINK_KINDS } from '../../src/core/link-kinds.js';
import { UserError } from '../../src/core/user-error.js';
import { SCORE_PARTS } from '../../src/linkage/score.js';
import { errorText } from '../../src/report/errors.js';
import type { ClusterLinkModel, ClusterModel, FindingsModel, HubModel } from '../../src/report/findings.js';
import { groupBlock } from '../../src/report/group-block.js';
import { groupText, type TracedGroup } from '../../src/report/group-text.js';
import { clustersOf, hubsOf, linkageOf } from '../../src/report/json-findings.js';
import { summaryText } from '../../src/report/summary-text.js';
import { stylesOf, type View } from '../../src/report/view.js';
import { HUBS } from '../../src/report/words/findings.js';
import { SCORE_PARTS as PART_NAMES } from '../../src/report/words/groups.js';
import { FINDINGS } from '../support/findings.js';
import { scratch } from '../support/scratch.js';
import { asked, CANARIES, TRACED, traced, writeShop } from '../support/traced-shop.js';
import { BILLS_SUMMARY } from './models.js';

const folder = scratch();
const ZH: View = { language: 'zh', columns: 79, colour: 0, ascii: false };
const EN: View = { ...ZH, language: 'en' };
const FORBIDDEN =
  /套现|骗|恶意|拒付|赖账|可疑|黑名单|团伙|羊毛党|职业打假|信用购|损失|应收账款|fraud|cheat|blacklist|gang|suspicious/i;

const [GROUP] = FINDINGS.clusters as readonly [ClusterModel];
const link = (kind: ClusterLinkModel['kind'], told: Partial<ClusterLinkModel> = {}): ClusterLinkModel => ({
  kind,
  strength: 'strong',
  buyers: 3,
  orders: [3, 4, 5],
  needed: true,
  bridge: false,
  left: [],
  shown: '',
  name: `${kind}#1`,
  ...told,
});
const blockOf = (told: Partial<ClusterModel>, view = ZH) =>
  groupBlock({ ...GROUP, ...told }, view, view.columns, stylesOf(view)).join('\n');
const summaryOf = (told: Partial<FindingsModel>, view = ZH) => {
  const text = summaryText({ ...BILLS_SUMMARY, findings: { ...FINDINGS, ...told } }, view);
  return text.split('\n\n').find((block) => /^(?:关联订单组（|Linked orders)/.test(block)) ?? '';
};
const WIDE = { ...ZH, columns: 300 };
const WIDE_EN = { ...EN, columns: 300 };

const NONE_SKIPPED = { crowdedWindows: 0, busyBuyers: 0 };

describe('a group that is asked for', () => {
  let shop = '';
  let files: ReturnType<typeof writeShop>;
  const group = async (name: string) => (await asked(shop, name, files)) as TracedGroup;
  let first: TracedGroup;
  beforeAll(async () => {
    shop = folder();
    files = writeShop(shop);
    first = await group('G1');
  });

  it.each([ZH, EN])('is its golden in $language', async (view) => {
    const path = join(import.meta.dirname, '__goldens__', `trace-group.${view.language}.txt`);
    expect(existsSync(path), `${path} is missing`).toBe(true);
    await expect(groupText(first, view)).toMatchFileSnapshot(path);
  });

  it('is the one that a traced order names, in whatever letters its name is typed', async () => {
    const { cluster } = (await traced(shop, TRACED.ring[0], files)).identity;
    for (const name of [cluster!.id.toLowerCase(), ` Ｇ１\t`]) {
      expect((await group(name)).group.id).toBe(cluster!.id);
    }
  });

  it('is refused with those that are near and their number', async () => {
    const { id } = first.group;
    const refusal = async (name: string) => {
      const error: unknown = await group(name).catch((thrown: unknown) => thrown);
      if (!(error instanceof UserError)) throw error;
      expect(errorText(error, ZH)).toContain(error.facts['group']);
      return [error.code, error.facts['near'], error.facts['groups']];
    };
    const slip = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
    expect(await refusal(slip)).toEqual(['group-not-found', [id], 1]);
    expect(await refusal(id.slice(0, 5))).toEqual(['group-not-found', [id], 1]);
    expect(await refusal('G2')).toEqual(['group-not-found', [], 1]);
  });

  it('steps back for an order of that number', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'o.csv'), 'order_id,status,pay_later,buyer_paid\nG12345,shipped,yes,10.00\n');
    expect(await asked(cwd, 'g12345', { orders: ['o.csv'] }).catch(({ code }) => code)).toBe(
      'order-not-found',
    );
    expect(await asked(cwd, 'G12345', { orders: ['o.csv'] })).toMatchObject({ order: 'G12345' });
  });

  it('shows nothing of its people in clear', async () => {
    const text = groupText(first, ZH);
    expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
    expect(text).toContain('欧* 西湖区');
    expect(text).toContain('199****5678');
  });
});

describe('the words of a group', () => {
  it('say of every kind of link who shares what', () => {
    for (const kind of LINK_KINDS) {
      for (const shown of ['', 'x****y']) {
        const told = { links: [link(kind, { shown })] };
        expect(blockOf(told, WIDE)).toMatch(
          new RegExp(`3 单 3 个收货人\\S{4,}${shown === '' ? '' : ' x\\*{4}y'} \\(${kind}#1\\)`),
        );
        expect(blockOf(told, WIDE_EN)).toMatch(
          new RegExp(`3 orders, 3 recipients [a-z, ]{8,}${shown === '' ? '' : ' x\\*{4}y'} \\(${kind}#1\\)`),
        );
      }
    }
  });

  it.each([
    [[], 'zh', /不算这个手机，就散了/],
    [[2], 'zh', /就只剩 2 人一组/],
    [[4, 3], 'zh', /就分成 4 人、3 人，共 2 组/],
    [[8], 'zh', /也还连着/],
    [[], 'en', /without the phone it falls apart/],
    [[2], 'en', /2 people are left together/],
    [[4, 3], 'en', /splits into 2 groups: 4, 3 people/],
    [[8], 'en', /still hangs together/],
  ] as const)('say what is left without a link: %j in %s', (left, language, words) => {
    const links = [link('phone', { left, buyers: 8 })];
    expect(blockOf({ buyers: 8, links }, language === 'zh' ? WIDE : WIDE_EN)).toMatch(words);
  });

  it('leave out what was not tried, and what changes nothing beside what does', () => {
    expect(blockOf({ links: [link('phone', { left: null })] })).not.toContain('不算');
    const both = blockOf({ links: [link('phone', { left: [3] }), link('room')] });
    expect([both.includes('不算这个手机'), both.includes('不算这个地址')]).toEqual([false, true]);
  });

  it.each([
    [[4, 4], /两边各 4 人只靠它相连/, /parts of 4 and 4 people hang together by it alone/],
    [[5, 3, 2], /两边 5 人和 3 人只靠它相连/, /parts of 5 and 3 people/],
    [[5, 4, 3], /5 人、4 人、3 人这 3 部分只靠它相连/, /parts of 5, 4 and 3 people/],
    [null, /两边只靠它相连/, /two parts hang together by it alone/],
  ])('name the sides of a bridge: %j', (left, zh, en) => {
    const links = [link('phone', { bridge: true, left })];
    expect(blockOf({ links }, WIDE)).toMatch(zh);
    expect(blockOf({ links }, WIDE_EN)).toMatch(en);
  });

  it('leave a bridge to its link, unless small parts would fall off as well', () => {
    const sides = (left: readonly number[]) =>
      blockOf({ buyers: 9, links: [link('phone', { bridge: true, left })] }, WIDE);
    expect(sides([5, 4])).not.toContain('不算');
    expect(sides([4, 3, 2])).toContain('就分成 4 人、3 人、2 人，共 3 组');
  });

  it('say which links hold the group together, and count those beyond twenty', () => {
    const links = Array.from({ length: 23 }, (_, i) =>
      link('phone', { needed: i === 1, left: [3], name: `p${i}` }),
    );
    const text = blockOf({ links }, WIDE);
    expect(text.split('\n').filter((line) => line.includes('撑着这一组'))).toHaveLength(1);
    expect(text).toContain('(p1)；撑着这一组');
    expect(text.match(/\(p\d+\)/g)).toHaveLength(20);
    expect(text).toContain('另有 3 条');
    expect(blockOf({ links: [link('phone')] })).not.toContain('撑着');
  });

  it.each([
    [1, '任意两人都直接连着', 'every two of them are linked directly'],
    [0.4, '直接连着的占 40%', '40% of all pairs'],
    [0.001, '直接连着的占 1%', '1% of all pairs'],
    [Number.NaN, '人太多，没有两两去数', 'too many people to count pairs'],
  ])('say how dense it is: %d', (density, zh, en) => {
    expect(blockOf({ density }, WIDE)).toContain(zh);
    expect(blockOf({ density }, WIDE_EN)).toContain(en);
  });

  it('write the score out as a sum, each part by its name', () => {
    expect(Object.keys(PART_NAMES)).toEqual([...SCORE_PARTS]);
    const scoreParts = [
      { name: 'buyers', points: 14 },
      { name: 'open', points: 10 },
      { name: 'unpaid', points: 20 },
    ];
    expect(blockOf({ score: 44, scoreParts })).toContain('44 = 收货人数 14 + 未收金额 10 + 未收比例 20');
    expect(blockOf({ score: 44, scoreParts }, EN)).toContain(
      '44 = recipients 14 + open yuan 10 + share open 20',
    );
  });

  it('tell of one product where it counts, and of the busiest hour where it is a part', () => {
    const scoreParts = [{ name: 'item', points: 8 }];
    expect(blockOf({ scoreParts })).toContain('一个商品占这一组金额的 80%，全店只占 20%');
    const unknown = { share: 0.8, lift: Number.NaN };
    expect(blockOf({ scoreParts, item: unknown })).toMatch(/金额的 80%\n/);
    expect(blockOf({})).not.toContain('一个商品');
    expect(blockOf({})).toMatch(/时间 +40 分钟内下单\n/);
    expect(blockOf({ spanSeconds: 90_000 })).toContain(
      '25 小时内下单；其中 06-01 09:00 到 09:40 有 3 人下单',
    );
    expect(blockOf({ spanSeconds: Number.NaN })).not.toContain('时间');
  });

  it('say what further signs there are, cleaned for the terminal', () => {
    const signs = [
      { zh: '这一组里 4 个手机号连号', en: '4 phones of the group are numbered in a row' },
      { zh: '乙\u001b[31m', en: 'B\u001b[31m' },
    ];
    const text = blockOf({ signs }, WIDE);
    expect(text).toMatch(/另外 +这一组里 4 个手机号连号\n +乙/);
    expect(text).not.toContain('\u001b');
    expect(blockOf({ signs }, WIDE_EN)).toMatch(/also +4 phones of the group are numbered in a row\n +B/);
    expect(blockOf({}, WIDE)).not.toContain('另外');
  });

  it('explain innocently: by the rule that tells it, and by its other kinds of links', () => {
    const text = blockOf({ links: [link('phone'), link('waybill')] }, WIDE);
    expect(text).toMatch(/也可能是 +家人代收；几家的货合在一个包裹里发\n/);
    const untold = { innocent: { zh: [], en: [] }, toldBy: null };
    expect(blockOf({ ...untold, links: [link('phone')] }, WIDE_EN)).toContain(
      'family or colleagues take parcels in',
    );
  });

  it('list twenty orders, and count the others', () => {
    const orders = Array.from({ length: 45 }, (_, i) => i);
    const rows = (most: number) =>
      orders.slice(0, most).map((order) => ({
        order: `order-${order}`,
        orderedAt: order === 0 ? Number.NaN : 86_400 * order,
        stage: 'received' as const,
        outstandingFen: 100,
        name: order === 1 ? '' : '赵*',
        district: order === 2 ? '' : '西湖区',
      }));
    const text = blockOf({ orders, rows });
    expect(text.match(/order-\d+/g)).toHaveLength(20);
    expect(text).toMatch(/order-0 +已收货 +1\.00 {2}赵\* 西湖区\n/);
    expect(text).toMatch(/order-1 +01-02 00:00 +已收货 +1\.00 {2}西湖区\n/);
    expect(text).toMatch(/order-2 +01-03 00:00 +已收货 +1\.00 {2}赵\*\n/);
    expect(text).toContain('另有 25 单');
    expect(blockOf({ orders, rows }, EN)).toContain('25 more orders');
  });
});

describe('the summary', () => {
  const several = (count: number): Partial<ClusterModel> => ({
    links: [link('phone', { shown: '138****1234' }), ...LINK_KINDS.slice(1, count).map((kind) => link(kind))],
  });

  it('shows below a group what it shares, the first three, unless one key says it all', () => {
    expect(summaryOf({})).toMatch(
      /G1 {2}5 单 3 个收货人 {2}12,495\.00 {2}同一电话 138\*{4}1234，40 分钟内下单\n/,
    );
    expect(summaryOf({})).not.toContain('共用手机');
    const text = summaryOf({ clusters: [{ ...GROUP, ...several(5) }] }, WIDE);
    expect(text).toContain('  G1  5 单 3 个收货人  12,495.00  40 分钟内下单\n');
    expect(text).toContain(
      '\n      3 单 3 个收货人共用手机 138****1234；3 单 3 个收货人共用地址；3 单 3 个收货人共用单号；另有 2 条\n',
    );
    expect(summaryOf({ clusters: [{ ...GROUP, ...several(3) }] }, WIDE)).not.toContain('另有');
  });

  it('shows with --verbose the group in full', () => {
    const text = summaryOf({}, { ...ZH, verbose: true });
    expect(text).toContain(blockOf({}));
    expect(text).toContain('G1  C-0123456789');
    expect(summaryOf({})).not.toContain('关联分');
  });

  it('says of hubs of every kind what they are and why they do not link', () => {
    const hub = (kind: HubModel['kind'], reason: HubModel['reason'], shown: string) =>
      ({ kind, reason, shown, name: '', buyers: 30, orders: [0, 1], outstandingFen: 100 }) as HubModel;
    for (const kind of KEY_KINDS) {
      for (const shown of ['', 'x****']) {
        const behind = shown === '' ? '' : 'x\\*{4}[ ,] ?';
        expect(HUBS.zh(hub(kind, 'cap', shown))).toMatch(
          new RegExp(`^\\S{4,}：${behind}30 人 2 单 1\\.00 元，人太多，没有用来关联$`),
        );
        expect(HUBS.en(hub(kind, 'cap', shown))).toMatch(
          new RegExp(
            `^[A-Z][a-z' ]+: ${behind}30 people, 2 orders, 1\\.00 yuan; too many people, not used to link$`,
          ),
        );
      }
    }
    const reasons = (['cap', 'pool', 'listed'] as const).map((reason) => HUBS.zh(hub('phone', reason, '')));
    expect(new Set(reasons).size).toBe(3);
    for (const text of reasons) expect(text).toMatch(/没有用来关联$/);
  });

  it('prints the collision budget where masked recipients link, or would have', () => {
    const clusters = [{ ...GROUP, links: [link('masked', { strength: 'moderate' })] }];
    const text = (maskedAccidents: number, told: Partial<FindingsModel> = {}, view = WIDE) =>
      summaryOf(
        {
          ...told,
          linkage: {
            maskedAccidents,
            roomsNotCompared: 0,
            lockstepSkipped: NONE_SKIPPED,
            refused: [],
            ...told.linkage,
          },
        },
        view,
      );
    expect(text(0.3, { clusters })).toContain('预计 0.3 对是巧合，不到 1 对，用来关联了');
    expect(text(0.01, { clusters })).toContain('预计 <0.1 对');
    expect(text(0.3)).not.toContain('巧合');
    const refused = [{ kind: 'masked', reason: 'chance', keys: 4 }] as const;
    const many = { maskedAccidents: 3.21, roomsNotCompared: 0, lockstepSkipped: NONE_SKIPPED, refused };
    expect(summaryOf({ linkage: many }, WIDE)).toContain('预计 3.2 对是巧合，没有用来关联');
    expect(summaryOf({ linkage: many }, WIDE_EN)).toContain(
      '3.2 pairs are expected to agree by accident: not used',
    );
    expect(summaryOf({ linkage: { ...many, maskedAccidents: Number.NaN } }, WIDE)).not.toContain('巧合');
    const blocked = {
      maskedAccidents: Number.NaN,
      roomsNotCompared: 1200,
      lockstepSkipped: NONE_SKIPPED,
      refused: [],
    };
    expect(summaryOf({ clusters, linkage: blocked }, WIDE)).toContain('有 1,200 处地址同区县');
    expect(summaryOf({ clusters, linkage: blocked }, WIDE_EN)).toContain('1,200 addresses of a district');
    expect(summaryOf({ clusters }, WIDE)).not.toContain('逐个比');
    const crowded = { ...FINDINGS.linkage, lockstepSkipped: { crowdedWindows: 12, busyBuyers: 1 } };
    expect(summaryOf({ clusters, linkage: crowded }, WIDE)).not.toContain('逐个比');
    expect(summaryOf({ clusters, linkage: crowded }, { ...WIDE, verbose: true })).toContain(
      '有 12 个十分钟里同款买家太多、1 个买家同时下单太频繁，没有逐个比',
    );
    expect(summaryOf({ clusters, linkage: crowded }, { ...WIDE_EN, verbose: true })).toContain(
      '12 windows with too many buyers of one product and 1 buyer with too many windows were not compared',
    );
  });

  it('is never wider than asked, has no hole and no word about people', () => {
    const clusters = [
      { ...GROUP, ...several(8) },
      {
        ...GROUP,
        number: 2,
        ...several(2),
        item: null,
        burst: null,
        spanSeconds: Number.NaN,
        density: Number.NaN,
      },
    ];
    for (const verbose of [false, true]) {
      for (const view of [ZH, EN]) {
        for (const columns of [60, 80, 120]) {
          const text = summaryOf({ clusters }, { ...view, columns, verbose });
          expect(text.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
          expect(text).not.toMatch(/undefined|NaN|null|\n\n|[^ ] \n|\[object/);
          expect(text).not.toMatch(FORBIDDEN);
          expect(stringWidth(text, { ambiguousIsNarrow: false })).toBe(stringWidth(text));
        }
      }
    }
  });
});

describe('the report for machines', () => {
  const refused = [{ kind: 'masked', reason: 'chance', keys: 4 }] as const;
  const model = (told: Partial<ClusterModel>, maskedAccidents: number): FindingsModel => ({
    ...FINDINGS,
    clusters: [{ ...GROUP, ...told }],
    linkage: { maskedAccidents, roomsNotCompared: 0, lockstepSkipped: NONE_SKIPPED, refused },
  });

  it('holds of a group what people see', () => {
    const [cluster] = [...clustersOf(model({ links: [link('phone', { left: [4, 2] })] }, 1))];
    expect(cluster).toMatchObject({
      spanSeconds: 2400,
      item: { share: 0.8, lift: 4 },
      burst: { buyers: 3, from: '2026-06-01 09:00:00', to: '2026-06-01 09:40:00' },
      links: [{ needed: true, bridge: false, left: [4, 2] }],
    });
    const item = { share: 0.123456, lift: Number.NaN };
    const told = { item, burst: null, spanSeconds: Number.NaN, density: Number.NaN };
    expect([...clustersOf(model(told, 1))][0]).toMatchObject({
      spanSeconds: null,
      item: { share: 0.12, lift: null },
      burst: null,
      density: null,
    });
    expect([...clustersOf(model({ item: null }, 1))][0]?.item).toBeNull();
  });

  it('holds why hubs do not link, and what was refused', () => {
    expect(hubsOf(FINDINGS)[0]?.reason).toBe('pickup');
    expect(linkageOf(model({}, 0.012345))).toEqual({
      ...{ maskedAccidents: 0.0123, roomsNotCompared: 0, refused },
      lockstepNotCompared: { windows: 0, buyers: 0 },
    });
    expect(linkageOf(model({}, Number.NaN)).maskedAccidents).toBeNull();
  });
});
