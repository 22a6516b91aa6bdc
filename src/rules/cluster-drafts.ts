// What the rules about clusters share: from a link of a cluster to a draft, and to its sentence.

import type { Draft, Evidence, Severity } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { LinkKind } from '../core/link-kinds.js';
import { LINK_BUYERS } from '../core/link-limits.js';
import type { Cluster, Hub } from '../linkage/clusters.js';
import { figure, type Param } from './rule.js';
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

/** The strongest link of a kind with at least so many buyers; linkage gives them strongest first. */
export function linkOf(cluster: Cluster, kind: LinkKind, buyers: number) {
  return cluster.links.find((link) => link.kind === kind && link.buyers >= buyers);
}

/** A shared key as evidence: what it is by kind and ordinal, its orders and its people. */
export function linkEvidence({
  kind,
  key,
  orders,
  buyers,
}: Pick<Hub, 'kind' | 'key' | 'orders' | 'buyers'>): Evidence {
  const name = kind === 'phone' ? 'phone' : 'address';
  return { kind: 'link', name, key: kind, ordinal: key + 1, orders: orders.length, buyers };
}

/** The drafts of all clusters that `choose` finds a link in. */
export function clusterDrafts(
  clusters: readonly Cluster[],
  buyers: number,
  choose: (cluster: Cluster) => Cluster['links'][number] | undefined,
): Draft[] {
  return clusters.flatMap((cluster, index) => {
    const link = choose(cluster);
    if (link === undefined) return [];
    const evidence: Evidence[] = [
      linkEvidence(link),
      { kind: 'count', name: 'orders', count: cluster.orders.length },
      { kind: 'count', name: 'buyers', count: cluster.buyers },
      { kind: 'amount', name: 'total', fen: cluster.openFen },
      ...unprovenEvidence(cluster),
      ...spanEvidence(cluster.spanSeconds),
      { kind: 'count', name: 'score', count: cluster.score },
      { kind: 'param', name: 'limit', param: 'buyers', value: buyers },
    ];
    const severity = severityOfGroup(cluster);
    return [{ orders: cluster.orders, severity, cluster: index, nextStep: 'review', evidence }];
  });
}

/** `5 单 3 个收货人，同一电话，40 分钟内下单`; where not all of them use the key, how many do. */
export function clusterLine(evidence: readonly Evidence[], key: Both): Both {
  const link = evidence.find((one) => one.kind === 'link');
  const orders = figure(evidence, 'orders');
  const buyers = figure(evidence, 'buyers');
  const some = link !== undefined && link.buyers < buyers ? link.buyers : 0;
  const [minutes, hours] = [figure(evidence, 'minutes'), figure(evidence, 'hours')];
  const span = Number.isNaN(minutes) ? hours * 3600 : minutes * 60;
  const within = Number.isNaN(span) ? null : timeSpan(span);
  return {
    zh: `${orders} 单 ${buyers} 个收货人，${some > 0 ? `其中 ${some} 人` : ''}同一${key.zh}${within ? `，${within.zh}内下单` : ''}`,
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
