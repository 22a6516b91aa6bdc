// What the summary shows of findings: today's list, groups, hubs, what was not looked at.
import { describe, expect, it } from 'vitest';
import type { FindingModel, FindingsModel } from '../../src/report/findings.js';
import { NO_FINDINGS } from '../../src/report/findings.js';
import type { SummaryModel } from '../../src/report/model.js';
import { summaryText } from '../../src/report/summary-text.js';
import { width } from '../../src/report/text.js';
import type { View } from '../../src/report/view.js';
import { FINDINGS } from '../support/findings.js';
import { BILLS_SUMMARY, SUMMARY } from './models.js';

const view = (more: Partial<View> = {}): View => ({
  language: 'zh',
  columns: 79,
  colour: 0,
  ascii: false,
  ...more,
});
const withFindings = (model: SummaryModel, findings: FindingsModel = FINDINGS) => ({ ...model, findings });
const blockOf = (text: string, title: string) =>
  text.split('\n\n').find((block) => block.startsWith(title)) ?? '';

describe('today’s list', () => {
  it('names what can still be saved first, each order and group once', () => {
    expect(blockOf(summaryText(withFindings(BILLS_SUMMARY), view()), '今天先做')).toBe(
      [
        '今天先做（还来得及的排前面，共 4 件）',
        '  先核实再发  260719-118840263391207   2,899.00  07-21 09:14 前要发货',
        '  问平台拦截  260716-883104592270413   2,299.00  大额，07-17 发货',
        '  找平台客服  260612-470911285563310   5,999.00  大额，逾期 31 天',
        '  人工核对    关联订单组 G1（5 单）   12,495.00  同一电话，40 分钟内下单',
      ].join('\n'),
    );
  });

  it('is cut at twelve, says how many more there are, and shows them with --verbose', () => {
    const [, , third] = FINDINGS.findings;
    const many = Array.from({ length: 15 }, (_, order): FindingModel => ({ ...third!, orders: [order] }));
    const model = withFindings(BILLS_SUMMARY, { ...FINDINGS, findings: many });
    const short = blockOf(summaryText(model, view()), '今天先做').split('\n');
    expect(short[0]).toBe('今天先做（还来得及的排前面，共 15 件，全部见标注表）');
    expect(short).toHaveLength(14);
    expect(short.at(-1)).toContain('还有 3 件');
    expect(blockOf(summaryText(model, view({ verbose: true })), '今天先做').split('\n')).toHaveLength(16);
  });

  const [, , MEDIUM, CRITICAL] = FINDINGS.findings as readonly FindingModel[];
  const listOf = (findings: readonly FindingModel[], more: Partial<View> = {}) =>
    blockOf(summaryText(withFindings(BILLS_SUMMARY, { ...FINDINGS, findings }), view(more)), '今天先做')
      .split('\n')
      .slice(1);
  const many = (count: number, from: number, told: Partial<FindingModel> = {}) =>
    Array.from({ length: count }, (_, i): FindingModel => ({ ...MEDIUM!, orders: [from + i], ...told }));
  const withId = (block: readonly string[], yuan: string) => block.filter((line) => line.includes(yuan));

  it('never cuts off an order that is critical, however much stands before it', () => {
    const lines = listOf([...many(20, 10), CRITICAL!]);
    expect(lines).toHaveLength(14);
    expect(lines[12]).toContain('5,999.00');
    expect(lines[13]).toContain('还有 8 件：');
    expect(listOf([...many(300, 10), CRITICAL!], { verbose: true }).at(-2)).toContain('5,999.00');
  });

  it('nor where another finding about the order says what to do, or a group or several orders hold it', () => {
    const month = { ...CRITICAL!, rule: 'past-due-month', code: 'OD3', severity: 'high' as const };
    expect(withId(listOf([...many(20, 10), month, CRITICAL!]), '5,999.00')).toHaveLength(1);
    const [, , , , group] = FINDINGS.findings;
    const holding = { ...group!, orders: CRITICAL!.orders };
    const together = { ...MEDIUM!, orders: [...CRITICAL!.orders, 99] };
    expect(withId(listOf([holding, together, ...many(20, 10), CRITICAL!]), '5,999.00')).toHaveLength(1);
  });

  it('of more critical ones than lines shows those with most yuan, and counts the rest', () => {
    const critical = many(30, 10, { severity: 'critical', stage: 'overdue' }).map((one, i) => ({
      ...one,
      exposureFen: 600_000 + i * 100,
    }));
    const lines = listOf([...many(12, 100), ...critical]);
    expect(lines).toHaveLength(25);
    expect(lines[12]).toContain('6,018.00');
    expect(lines[23]).toContain('6,029.00');
    expect(lines[24]).toContain('还有 18 件，其中紧急 18 件：');
  });

  it('shows an order’s own deadline beside what several orders ask together, and every group', () => {
    const [first, , , , group] = FINDINGS.findings;
    const several: FindingModel = {
      ...first!,
      id: 'F9',
      severity: 'high',
      orders: [0, 1],
      firstOrder: 1,
      line: { zh: '同一账号或电话 2 单', en: '2 orders of one account or phone' },
    };
    const model = withFindings(BILLS_SUMMARY, {
      ...FINDINGS,
      findings: [several, first!, { ...group!, orders: [0, 1] }],
    });
    const block = blockOf(summaryText(model, view({ columns: 110 })), '今天先做');
    expect(block.split('\n').slice(1)).toEqual([
      '  先核实再发  260716-883104592270413 等 2 单   2,899.00  同一账号或电话 2 单，最早 07-21 09:14 前要发货',
      '  先核实再发  260719-118840263391207           2,899.00  07-21 09:14 前要发货',
      '  人工核对    关联订单组 G1（2 单）           12,495.00  同一电话，40 分钟内下单',
    ]);
  });

  it('leaves out what only has to be watched', () => {
    const [, , third] = FINDINGS.findings;
    const model = withFindings(BILLS_SUMMARY, { ...FINDINGS, findings: [{ ...third!, nextStep: 'wait' }] });
    expect(summaryText(model, view())).toContain('今天没有必须马上做的');
  });

  it('leaves out, while nothing is proven, what rests on missing money alone', () => {
    const findings = FINDINGS.findings.map((one) => (one.id === 'F4' ? { ...one, unproven: true } : one));
    const text = summaryText(withFindings(SUMMARY, { ...FINDINGS, findings }), view());
    const block = blockOf(text, '今天先做');
    expect(block).toContain('不用等货款明细也能做的，共 3 件');
    expect(block).not.toContain('260612-470911285563310');
  });

  it('says so where there is nothing on it, and where there is no finding at all', () => {
    const low = FINDINGS.findings.filter(({ severity }) => severity === 'low');
    const quiet = summaryText(withFindings(BILLS_SUMMARY, { ...FINDINGS, findings: low }), view());
    expect(quiet).toContain('今天没有必须马上做的；要核实的事项 1 件，见标注表');
    const none = withFindings(BILLS_SUMMARY, { ...NO_FINDINGS, checks: { ran: 20, couldNot: 3 } });
    expect(summaryText(none, view())).toContain(
      '能查的 20 项检查里没有要处理的；还有 3 项没法查（见下），不等于都没问题',
    );
    expect(summaryText(none, view({ language: 'en' })).replace(/\s+/g, ' ')).toContain(
      'Nothing to act on in the 20 checks that could run; 3 could not (below), which does not mean that all is well',
    );
  });
});

describe('groups and hubs', () => {
  it('stand with their key, masked, and with the sentence about what they do not prove', () => {
    const block = blockOf(summaryText(withFindings(BILLS_SUMMARY), view()), '关联订单组（');
    expect(block).toContain('  G1  5 单 3 个收货人  12,495.00  同一电话 138****1234，40 分钟内下单');
    expect(block).toContain('公用地址：浙江省杭州市余杭区* 36 人 2 单 3,520.00 元，人太多，没有用来关联');
    expect(block.replace(/\s+/g, '')).toContain('不等于同一个人，也不说明有过错');
  });

  it('are left out where nothing of them is open', () => {
    const clusters = FINDINGS.clusters.map((cluster) => ({ ...cluster, severity: 'info' as const }));
    const hubs = FINDINGS.hubs.map((hub) => ({ ...hub, outstandingFen: 0 }));
    const text = summaryText(withFindings(BILLS_SUMMARY, { ...FINDINGS, clusters, hubs }), view());
    expect(blockOf(text, '关联订单组（')).toBe('');
  });
});

describe('what the files cannot show', () => {
  it('names masked recipients with their yuan, and the checks that lack something', () => {
    const text = summaryText(withFindings(BILLS_SUMMARY), view()).replace(/\n {4}/g, '');
    expect(text).toContain('收货人、电话、地址打了码：1 项检查没法查；750.00 元没有查全');
    expect(text).toContain('还有没法查的：同款里的大额（可比的太少）、已到账，付款状态没更新（缺付款状态）');
  });

  it('counts the open orders whose recipient is blank, and names the checks that lack another cell', () => {
    const [gap] = FINDINGS.notEvaluated;
    const blank = (need: 'recipients' | 'warehouse', rule: string, orders: number, exposureFen: number) => ({
      ...gap!,
      ...{ reason: 'blank' as const, need, rule, orders, exposureFen },
    });
    const notEvaluated = [
      blank('recipients', 'shared-phone', 12, 75_000),
      blank('recipients', 'repeat-past-due', 3, 9000),
      blank('warehouse', 'instant-receipt', 3, 9000),
    ];
    const text = (language: 'zh' | 'en') =>
      summaryText(withFindings(BILLS_SUMMARY, { ...FINDINGS, notEvaluated }), view({ language }))
        .replace(/\n {4}/g, language === 'en' ? ' ' : '')
        .replace(/ +/g, ' ');
    expect(text('zh')).toContain('12 单的收货人、电话、地址是空的：2 项检查没查这些单；750.00 元没有查全');
    expect(text('zh')).toContain('还有没法查的：同款里的大额（缺仓库地址）');
    expect(text('en')).toContain(
      'Recipients, phones, addresses are blank on 12 open orders: 2 checks not evaluated there; 750.00 yuan unexamined',
    );
    const none = notEvaluated.map((one) => ({ ...one, orders: 0 }));
    const nothing = summaryText(withFindings(BILLS_SUMMARY, { ...FINDINGS, notEvaluated: none }), view());
    expect(nothing).not.toContain('是空的');
  });
});

it.each([
  ['zh', 79],
  ['en', 79],
  ['zh', 119],
  ['en', 119],
  ['en', 50],
] as const)('no line is wider than asked: %s, %d columns', (language, columns) => {
  for (const model of [SUMMARY, BILLS_SUMMARY]) {
    const text = summaryText(withFindings(model), view({ language, columns }));
    const wide = text.split('\n').filter((line) => width(line) > columns && !/\S{40}/.test(line));
    expect(wide).toEqual([]);
  }
});
