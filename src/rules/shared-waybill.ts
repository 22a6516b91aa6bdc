// LG1: one waybill that stands on orders of several recipients, or of several districts where no recipient is told.

import { DisjointSets } from '../core/disjoint-sets.js';
import type { Evidence } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { type Apart, type Destination, destinationOf, lookApart } from './households.js';
import { figure, gatherRule } from './rule.js';
import { counted } from './words.js';

/** What is kept of an order that has a waybill. */
interface Parcel extends Destination {
  readonly order: number;
  readonly fen: number;
}

export const sharedWaybill = gatherRule({
  id: 'shared-waybill',
  aliases: ['LG1'],
  title: { zh: '一个单号多个收货人', en: 'one waybill, several recipients' },
  looks: {
    zh: '一个快递单号出现在几个收货人的单上；没有收货人时，看几个区县。',
    en: 'One waybill on orders of several recipients; without recipients, of several districts.',
  },
  why: {
    zh: '一个包裹到不了几个人手里，货可能没有真发；平台也会查单号。',
    en: 'One parcel cannot reach several people; the goods may never have left, and the platform checks waybills too.',
  },
  innocent: {
    zh: ['一家人或同事合并发货，电话和地址写得不一样', '单号填错或批量导入时串行', '拦截后改派给别的买家'],
    en: [
      'orders of one household or office in one parcel, under different phones and addresses',
      'a waybill typed wrong, or shifted by a row when imported',
      'an intercepted parcel that was sent on to another buyer',
    ],
  },
  unless: { zh: '用同一个单号的不到 {people}', en: 'fewer than {people} shared the waybill' },
  severity: 'high',
  strength: 'strong',
  params: {
    people: {
      value: 2,
      unit: 'buyers',
      least: 2,
      most: 1000,
      text: {
        zh: '一个单号从几个收货人（或区县）起',
        en: 'one waybill from so many recipients (or districts) on',
      },
    },
  },
  steps: ['review'],
  needs: ['waybill'],
  gather: ({ people }) => new Waybills(people),
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const waybills = figure(evidence, 'waybill');
    const named = figure(evidence, 'people');
    const told = Number.isNaN(named)
      ? {
          zh: `${figure(evidence, 'districts')} 个区县`,
          en: counted(figure(evidence, 'districts'), 'district'),
        }
      : { zh: `${named} 个收货人`, en: counted(named, 'recipient') };
    if (waybills === 1) {
      return { zh: `一个单号 ${orders} 单 ${told.zh}`, en: `one waybill, ${orders} orders, ${told.en}` };
    }
    return {
      zh: `${waybills} 个单号 ${orders} 单，同一单号有 ${told.zh}`,
      en: `${waybills} waybills, ${orders} orders, ${told.en} on one of them`,
    };
  },
});

/** Gathers the orders of each waybill. Time: linear in the waybills of all orders; memory: one small object an order. */
class Waybills {
  readonly #least: number;
  /** The first order of each waybill; most have no other. */
  readonly #first = new Map<number, Parcel>();
  readonly #shared = new Map<number, Parcel[]>();
  /** Orders on shared waybills that nothing could tell apart or together. */
  readonly #unjudged = new Set<Parcel>();

  constructor(least: number) {
    this.#least = least;
  }

  see(audited: AuditedOrder): void {
    if (!audited.waybillAgain) return;
    const { order, judged } = audited;
    const parcel = { order, fen: judged.outstanding, ...destinationOf(audited) };
    for (const waybill of audited.waybills) {
      const first = this.#first.get(waybill);
      const shared = this.#shared.get(waybill);
      if (first === undefined) this.#first.set(waybill, parcel);
      else if (shared === undefined) this.#shared.set(waybill, [first, parcel]);
      else shared.push(parcel);
    }
  }

  /** One draft for all waybills that hang together by common orders. */
  drafts() {
    const found: { readonly parcels: readonly Parcel[]; readonly apart: Apart }[] = [];
    for (const parcels of this.#shared.values()) {
      const apart = lookApart(parcels);
      if (apart.people >= this.#least || apart.districts >= this.#least) found.push({ parcels, apart });
      else if (apart.isOpen) for (const parcel of parcels) this.#unjudged.add(parcel);
    }
    const together = new DisjointSets(found.length);
    const foundOn = new Map<number, number>();
    found.forEach(({ parcels }, i) => {
      for (const parcel of parcels) {
        together.join(i, foundOn.get(parcel.order) ?? i);
        foundOn.set(parcel.order, i);
        this.#unjudged.delete(parcel);
      }
    });
    return together.sets().map((group) => {
      const parts = group.map((i) => found[i]!);
      const orders = new Set(parts.flatMap(({ parcels }) => parcels.map(({ order }) => order)));
      const most = (name: 'people' | 'districts') => Math.max(...parts.map(({ apart }) => apart[name]));
      const evidence: Evidence[] = [
        { kind: 'count', name: 'waybill', count: parts.length },
        { kind: 'count', name: 'orders', count: orders.size },
      ];
      for (const name of ['people', 'districts'] as const) {
        if (most(name) >= this.#least) evidence.push({ kind: 'count', name, count: most(name) });
      }
      evidence.push({ kind: 'param', name: 'limit', param: 'people', value: this.#least });
      return { orders: [...orders].sort((a, b) => a - b), nextStep: 'review' as const, evidence };
    });
  }

  tooFew() {
    const open = [...this.#unjudged].filter(({ fen }) => fen > 0);
    return { orders: open.length, fen: open.reduce((sum, { fen }) => sum + fen, 0) };
  }
}
