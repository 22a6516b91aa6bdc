// Findings, clusters and hubs as the report for machines holds them: order numbers, codes and figures, no words.

import { formatDate, formatTime } from '../core/dates.js';
import type { Evidence } from '../core/finding.js';
import { fingerprintOf } from '../core/fingerprint.js';
import type { FindingsModel } from './findings.js';
import type { ReportCluster, ReportEvidence, ReportFinding, ReportGap, ReportHub } from './report.js';

/** One finding after the other, in the order in which they are shown. */
export function* findingsOf(model: FindingsModel): Generator<ReportFinding> {
  for (const finding of model.findings) {
    const orderIds = model.orderIds(finding.orders);
    const { cluster, deadline } = finding;
    yield {
      id: finding.id,
      fingerprint: fingerprintOf(finding.rule, orderIds),
      rule: finding.rule,
      severity: finding.severity,
      strength: finding.strength,
      stage: finding.stage,
      orderIds,
      clusterId: cluster === null ? undefined : model.clusters[cluster]!.id,
      exposureFen: finding.exposureFen,
      unproven: finding.unproven,
      evidence: finding.evidence.map((evidence) => evidenceOf(model, evidence)),
      nextStep: finding.nextStep,
      deadline: Number.isNaN(deadline) ? undefined : formatTime(deadline),
    };
  }
}

/** A figure with its name; a time that is not known is null. */
function evidenceOf(model: FindingsModel, evidence: Evidence): ReportEvidence {
  const { name } = evidence;
  switch (evidence.kind) {
    case 'amount':
      return { kind: 'amount', name, amountFen: evidence.fen };
    case 'days':
      return { kind: 'days', name, days: known(evidence.days) };
    case 'count':
      return { kind: 'count', name, count: known(evidence.count) };
    case 'ratio':
      return { kind: 'ratio', name, ratio: known(evidence.ratio) };
    case 'date':
      return { kind: 'date', name, date: Number.isNaN(evidence.day) ? null : formatDate(evidence.day) };
    case 'time':
      return {
        kind: 'time',
        name,
        time: Number.isNaN(evidence.seconds) ? null : formatTime(evidence.seconds),
      };
    case 'orders':
      return { kind: 'orders', name, orderIds: model.orderIds(evidence.orders) };
    case 'link':
      return {
        kind: 'link',
        name,
        key: `${evidence.key}#${evidence.ordinal}`,
        orders: evidence.orders,
        buyers: evidence.buyers,
      };
    case 'param':
      return { kind: 'param', name, param: evidence.param, value: evidence.value };
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

export function* clustersOf(model: FindingsModel): Generator<ReportCluster> {
  for (const cluster of model.clusters) {
    yield {
      id: cluster.id,
      severity: cluster.severity,
      score: cluster.score,
      scoreParts: cluster.scoreParts.map(({ name, points }) => ({ name, points })),
      buyers: cluster.buyers,
      orderIds: model.orderIds(cluster.orders),
      outstandingFen: cluster.outstandingFen,
      density: known(Math.round(cluster.density * 100) / 100),
      links: cluster.links.map(({ kind, name, strength, buyers, orders, needed, bridge }) => ({
        kind,
        key: name,
        strength,
        buyers,
        orders: model.orderIds(orders),
        needed,
        bridge,
      })),
    };
  }
}

export function hubsOf(model: FindingsModel): readonly ReportHub[] {
  return model.hubs.map(({ kind, name, buyers, orders, outstandingFen }) => ({
    kind,
    key: name,
    buyers,
    orders: orders.length,
    outstandingFen,
  }));
}

export function notEvaluatedOf(model: FindingsModel): readonly ReportGap[] {
  return model.notEvaluated.map(({ rule, reason, need, orders, exposureFen }) => ({
    rule,
    reason,
    need: need ?? undefined,
    orders,
    exposureFen,
  }));
}
