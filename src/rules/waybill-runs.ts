// LG5: waybills with numbers in one unbroken run, to several provinces within minutes. Off: labels printed in one go look so.

import { figure, gatherRule } from './rule.js';
import { counted, timeSpan } from './words.js';

/** A waybill on an order, as the number that it ends in. */
interface Label {
  readonly order: number;
  readonly number: number;
  readonly shippedAt: number;
  readonly province: number;
}

/** Labels of numbers one behind the other; when the first and the last of them left, civil seconds. */
interface Run {
  readonly labels: Label[];
  from: number;
  to: number;
}

/** Letters, then digits. */
const NUMBERED = /^([A-Z]*)(\d{8,})$/;
/** So many digits are an exact number; what stands in front of them is the same all along a run. */
const MOST_DIGITS = 15;

export const waybillRuns = gatherRule({
  id: 'waybill-runs',
  aliases: ['LG5'],
  title: { zh: '一串连号的快递单（默认不查）', en: 'waybills in one run (off by default)' },
  looks: {
    zh: '快递单号一个接一个连号，中间没有别的单，几分钟里发往几个省，全是先用后付。打单软件成批打单也会这样，所以默认不查。',
    en: 'Waybills with numbers in one unbroken run that left within minutes for several provinces, all of them for pay-later orders. Labels that are printed in one go look the same: off by default.',
  },
  why: {
    zh: '买来的空包单号常常是连号；和没有物流记录、收货太快放在一起看。',
    en: 'Numbers that are bought for parcels that do not exist come in runs; look at it beside missing tracks and instant receipts.',
  },
  innocent: {
    zh: ['打单软件一次打一批面单', '活动商品集中发货', '店里几乎全是先用后付的单'],
    en: [
      'labels printed in one go',
      'goods of a campaign that leave together',
      'a shop in which nearly all orders are pay-later',
    ],
  },
  unless: {
    zh: '连号的不到 {orders}，去的省不到 {provinces} 个，或前后发货相差超过 {minutes}',
    en: 'fewer than {orders} had numbers in a run, went to fewer than {provinces} provinces, or left over more than {minutes}',
  },
  severity: 'info',
  strength: 'weak',
  off: true,
  params: {
    orders: {
      value: 5,
      unit: 'orders',
      least: 2,
      most: 1000,
      text: { zh: '连号从几单起', en: 'so many numbers in a run' },
    },
    provinces: {
      value: 3,
      unit: 'factor',
      least: 1,
      most: 34,
      text: { zh: '发往几个省起', en: 'to so many provinces' },
    },
    minutes: {
      value: 10,
      unit: 'minutes',
      least: 1,
      most: 1440,
      text: { zh: '前后发货最多相差', en: 'shipped within' },
    },
  },
  steps: ['review'],
  needs: ['waybill', 'shipping-time', 'district'],
  gather({ orders: fewest, provinces, minutes }, { waybillText }) {
    /** By what stands in front of the number and how long this is. */
    const series = new Map<string, Label[]>();
    return {
      see({ order, waybills, shippedAt, province }) {
        if (Number.isNaN(shippedAt) || province < 0) return;
        for (const waybill of waybills) {
          const [, letters = '', digits = ''] = NUMBERED.exec(waybillText(waybill)) ?? [];
          if (digits === '') continue;
          const own = digits.slice(-MOST_DIGITS);
          const key = `${letters}${digits.slice(0, -MOST_DIGITS)} ${own.length}`;
          const label = { order, number: Number(own), shippedAt, province };
          const known = series.get(key);
          if (known === undefined) series.set(key, [label]);
          else known.push(label);
        }
      },
      drafts: () =>
        [...series.values()]
          .flatMap((all) => runsOf(all, minutes * 60))
          .flatMap(({ labels, from, to }) => {
            const numbers = new Set(labels.map(({ number }) => number)).size;
            const places = new Set(labels.map(({ province }) => province)).size;
            if (numbers < fewest || places < provinces) return [];
            return {
              orders: [...new Set(labels.map(({ order }) => order))].sort((a, b) => a - b),
              nextStep: 'review' as const,
              evidence: [
                { kind: 'count', name: 'waybill', count: numbers },
                { kind: 'count', name: 'provinces', count: places },
                { kind: 'count', name: 'minutes', count: Math.max(1, Math.ceil((to - from) / 60)) },
                { kind: 'param', name: 'limit', param: 'orders', value: fewest },
              ] as const,
            };
          }),
    };
  },
  line(evidence) {
    const waybills = figure(evidence, 'waybill');
    const provinces = figure(evidence, 'provinces');
    const within = timeSpan(figure(evidence, 'minutes') * 60);
    return {
      zh: `${waybills} 个连号的单号，${within.zh}内发往 ${provinces} 个省`,
      en: `${counted(waybills, 'waybill')} in one run, shipped to ${counted(provinces, 'province')} within ${within.en}`,
    };
  },
});

/** Cuts labels of one series where a number is missing, and where the time between first and last would grow too long. */
function runsOf(labels: readonly Label[], seconds: number): Run[] {
  const sorted = labels.toSorted(
    (a, b) => a.number - b.number || a.shippedAt - b.shippedAt || a.order - b.order,
  );
  const runs: Run[] = [];
  let last = Number.NaN;
  for (const label of sorted) {
    const { number, shippedAt } = label;
    const run = runs.at(-1);
    const first = Math.min(run?.from ?? shippedAt, shippedAt);
    const latest = Math.max(run?.to ?? shippedAt, shippedAt);
    if (run !== undefined && number - last <= 1 && latest - first <= seconds) {
      run.labels.push(label);
      [run.from, run.to] = [first, latest];
    } else runs.push({ labels: [label], from: shippedAt, to: shippedAt });
    last = number;
  }
  return runs;
}
