// What the rules about clusters share: from a link of a cluster to a draft, and to its sentence.

import type { Draft, Evidence, EvidenceName, Severity } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { KeyKind, LinkKind } from '../core/link-kinds.js';
import { LINK_BUYERS } from '../core/link-limits.js';
import type { Cluster, Link } from '../linkage/clusters.js';
import type { Hub } from '../linkage/hubs.js';
import type { ShopProfile } from '../portfolio/shop-profile.js';
import { figure, type Param, type RuleView, type RunTotals } from './rule.js';
import { counted, timeSpan } from './words.js';

/** The catalogue's score from which a group is worth an alert; it comes with the bands and is no parameter. */
export const ALERT_SCORE = 40;

/** The rules about groups share it, so that what one of them leaves to another is told by that one. */
export function linkedFrom(text: Both): Param {
  return { value: LINK_BUYERS, unit: 'buyers', least: 2, most: 1000, text, shared: 'links.buyers' };
}

export const SCORE_BANDS: Both = {
  zh: '按关联分：25 以下提示，25 起低，40 起中，55 起高，70 起紧急；高和紧急只看已证实没到账的钱；不到 1,000 元、也没有一半已收货或逾期的，最多低',
  en: 'by the score: info below 25, low from 25, medium from 40, high from 55, critical from 70; high and critical by proven yuan alone; at most low below 1,000 yuan where fewer than half of the orders are received or past due',
};

/** Bands of what only adds to a group that another rule tells. */
export const SUPPORT_BANDS: Both = {
  zh: '中，但不高于这一组本身的等级',
  en: 'medium, but never above the group itself',
};

/** The severity of a cluster by its score, 0 to 100. */
function severityOf(score: number): Severity {
  if (score < 25) return 'info';
  if (score < ALERT_SCORE) return 'low';
  if (score < 55) return 'medium';
  return score < 70 ? 'high' : 'critical';
}

/**
 * The severity of a group. Beyond medium only its proven yuan count, and where neither the yuan nor the share of what
 * is due alarm it is at most low.
 */
function severityOfGroup({ score, provenScore, alarming }: Cluster): Severity {
  const byScore = severityOf(alarming ? score : Math.min(score, ALERT_SCORE - 1));
  if (byScore !== 'high' && byScore !== 'critical') return byScore;
  const byProof = severityOf(provenScore);
  return byProof === 'high' || byProof === 'critical' ? byProof : 'medium';
}

/** Of what only adds to a group: medium at most, and never more than the group itself. */
export function supportSeverity(cluster: Cluster): Severity {
  const ofGroup = severityOfGroup(cluster);
  return ofGroup === 'info' || ofGroup === 'low' ? ofGroup : 'medium';
}

/** What is left unexamined of clusters whose shop is not known well enough; open orders and their yuan. */
export function unknownShops(
  { clusters, shopOf }: Pick<RunTotals, 'clusters' | 'shopOf'>,
  view: RuleView,
  isKnown: (profile: ShopProfile) => boolean,
): { readonly orders: number; readonly fen: number } {
  const left = clusters.filter((one) => one.alarming && !isKnown(view.profile(shopOf(one))));
  return {
    orders: left.reduce((sum, { openOrders }) => sum + openOrders, 0),
    fen: left.reduce((sum, { openFen }) => sum + openFen, 0),
  };
}

/** Kinds of which one key with enough buyers tells the whole group, each by a rule of its own, the surest first. */
const TELLING: readonly LinkKind[] = ['phone', 'room', 'masked', 'note', 'jigged', 'lockstep'];

/**
 * The link that tells a group: of the first kind that has one with so many buyers, the one with most orders. undefined
 * for a group that only hangs together link by link. A group is told once.
 */
export function tellingLink(cluster: Cluster, buyers: number): Link | undefined {
  const enough = cluster.links.filter((link) => link.buyers >= buyers);
  return TELLING.flatMap((kind) => enough.find((link) => link.kind === kind) ?? [])[0];
}

/** The drafts of all groups that a link of this kind tells. */
export function draftsToldBy(kind: LinkKind, clusters: readonly Cluster[], buyers: number): Draft[] {
  return clusterDrafts(clusters, buyers, (cluster) => {
    const link = tellingLink(cluster, buyers);
    return link?.kind === kind ? link : undefined;
  });
}

const EVIDENCE_NAME: Readonly<Record<KeyKind, EvidenceName>> = {
  phone: 'phone',
  payer: 'phone',
  masked: 'phone',
  room: 'address',
  jigged: 'address',
  pickup: 'address',
  waybill: 'waybill',
  note: 'note',
  lockstep: 'lockstep',
};

/** A shared key as evidence: what it is by kind and ordinal, its orders and its people. */
export function linkEvidence({
  kind,
  key,
  orders,
  buyers,
}: Pick<Hub, 'kind' | 'key' | 'orders' | 'buyers'>): Evidence {
  const name = EVIDENCE_NAME[kind];
  return { kind: 'link', name, key: kind, ordinal: key + 1, orders: orders.length, buyers };
}

/** The drafts of all clusters that `choose` finds a link in. */
export function clusterDrafts(
  clusters: readonly Cluster[],
  buyers: number,
  choose: (cluster: Cluster) => Link | undefined,
): Draft[] {
  return clusters.flatMap((cluster, index) => {
    const link = choose(cluster);
    if (link === undefined) return [];
    const evidence: Evidence[] = [
      ...oneOfEachKind(link, cluster).map(linkEvidence),
      { kind: 'count', name: 'orders', count: cluster.orders.length },
      { kind: 'count', name: 'buyers', count: cluster.buyers },
      { kind: 'amount', name: 'total', fen: cluster.openFen },
      ...unprovenEvidence(cluster),
      ...spanEvidence(cluster.spanSeconds),
      { kind: 'count', name: 'score', count: cluster.score },
      { kind: 'param', name: 'limit', param: 'buyers', value: buyers },
    ];
    const severity = severityOfGroup(cluster);
    const { strength } = link;
    return [{ orders: cluster.orders, severity, strength, cluster: index, nextStep: 'review', evidence }];
  });
}

/** The link that tells the group, and of every other kind the first one. */
function oneOfEachKind(telling: Link, { links }: Cluster): Link[] {
  const kinds = new Set([telling.kind]);
  const others = links.filter(({ kind }) => kinds.size < kinds.add(kind).size);
  return [telling, ...others];
}

/** `5 单 3 个收货人，同一电话，40 分钟内下单`, by a key as each language says it behind its people; where not all of them use the key, how many do. */
export function clusterLine(evidence: readonly Evidence[], key: Both): Both {
  const link = evidence.find((one) => one.kind === 'link');
  const orders = figure(evidence, 'orders');
  const buyers = figure(evidence, 'buyers');
  const some = link !== undefined && link.buyers < buyers ? link.buyers : 0;
  const [minutes, hours] = [figure(evidence, 'minutes'), figure(evidence, 'hours')];
  const span = Number.isNaN(minutes) ? hours * 3600 : minutes * 60;
  const within = Number.isNaN(span) ? null : timeSpan(span);
  return {
    zh: `${orders} 单 ${buyers} 个收货人，${some > 0 ? `其中 ${some} 人` : ''}${key.zh}${within ? `，${within.zh}内下单` : ''}`,
    en: `${counted(orders, 'order')}, ${counted(buyers, 'recipient')}, ${some > 0 ? `${some} of them on ` : ''}one ${key.en}${within ? `, ordered within ${within.en}` : ''}`,
  };
}

/** What of the open yuan nothing proves; nothing where all of it is proven. */
function unprovenEvidence({ openFen, provenFen }: Cluster): Evidence[] {
  return openFen > provenFen ? [{ kind: 'amount', name: 'unproven', fen: openFen - provenFen }] : [];
}

/** Minutes up to two hours, hours beyond, rounded up; nothing where fewer than two orders have a time. */
function spanEvidence(seconds: number): Evidence[] {
  if (Number.isNaN(seconds)) return [];
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 120) return [{ kind: 'count', name: 'minutes', count: minutes }];
  return [{ kind: 'count', name: 'hours', count: Math.ceil(seconds / 3600) }];
}
