// CL3: from eight buyers and twice the share on, of a group only, and information only.
import { describe, expect, it } from 'vitest';
import type { Building } from '../../src/linkage/buildings.js';
import { crowdedBuilding } from '../../src/rules/crowded-building.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { cluster, link, reported } from '../support/run-totals.js';

const rule = crowdedBuilding as ReportRule;
const BUILDING: Building = { buyers: 8, from: 0, to: 86_400, leastShare: 0.5, shareElsewhere: 0.25 };
const drafts = (told: Partial<Building>, changed = {}) =>
  reported(
    rule,
    { clusters: [cluster([link('room', 3)])], buildings: new Map([[0, { ...BUILDING, ...told }]]) },
    changed,
  );

describe("the building of a group's buyers", () => {
  it.each<[Partial<Building>, number]>([
    [{}, 1],
    [{ buyers: 7 }, 0],
    [{ leastShare: 0.499 }, 0],
    [{ shareElsewhere: 0.2501 }, 0],
  ])('%j', (told, count) => {
    expect(drafts(told)).toHaveLength(count);
  });

  it('takes the limits that are set', () => {
    expect(drafts({}, { buyers: 9 })).toEqual([]);
    expect(drafts({ buyers: 4 }, { buyers: 4 })).toHaveLength(1);
    expect(drafts({}, { lift: 2.1 })).toEqual([]);
    expect([rule.severity, rule.strength]).toEqual(['info', 'weak']);
  });

  it('is told in figures', () => {
    const [draft] = drafts({ buyers: 9 });
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '这一组所在的楼 7 天内有 9 个收货人下单，先用后付至少占 50.0%，本店别处 25.0%',
      en: "9 recipients in the group's building ordered within 7 days; pay-later is at least 50.0% there, 25.0% elsewhere in the shop",
    });
  });
});
