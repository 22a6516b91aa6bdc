// Findings, clusters and hubs as the report for machines holds them: order numbers, codes and figures, no words.

import { formatDate, formatTime } from '../core/dates.js';
import type { Evidence } from '../core/finding.js';
import { fingerprintOf } from '../core/fingerprint.js';
import type { ReachedTypology } from '../rules/typologies.js';
import type { FindingsModel } from './findings.js';
import type {
  ReportCluster,
  ReportEvidence,
  ReportFinding,
  ReportGap,
  ReportHub,
  ReportLinkage,
  ReportTypology,
} from './report.js';

/** One finding after the other, in the order in which they are shown. */
export function* findingsOf(model: FindingsModel): Generator<ReportFinding> {
  for (const finding of model.findings) {
    const orderIds = model.orderIds(finding.orders);
    const { cluster, deadline, typology } = finding;
    yield {
      id: finding.id,
      fingerprint: fingerprintOf(finding.rule, orderIds, finding.subject),
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
      typology: typology === null ? undefined : reportTypology(typology),
    };
  }
}

function reportTypology({ typology, points, parts }: ReachedTypology): ReportTypology {
  const { code, threshold } = typology;
  return { code, points, threshold, parts: parts.map((part) => ({ rule: part.rule, points: part.points })) };
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
    case 'word':
      return { kind: 'word', name, word: evidence.word };
    case 'term':
      return { kind: 'term', name, term: evidence.term };
    case 'param':
      return { kind: 'param', name, param: evidence.param, value: evidence.value };
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Two decimals. */
function rounded(value: number): number | null {
  return known(Math.round(value * 100) / 100);
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
      spanSeconds: known(cluster.spanSeconds),
      item: cluster.item && { share: rounded(cluster.item.share), lift: rounded(cluster.item.lift) },
      burst: cluster.burst && {
        buyers: cluster.burst.buyers,
        from: formatTime(cluster.burst.from),
        to: formatTime(cluster.burst.to),
      },
      density: rounded(cluster.density),
      links: cluster.links.map(({ kind, name, strength, buyers, orders, needed, bridge, left }) => ({
        kind,
        key: name,
        strength,
        buyers,
        orders: model.orderIds(orders),
        needed,
        bridge,
        left,
      })),
    };
  }
}

export function hubsOf(model: FindingsModel): readonly ReportHub[] {
  return model.hubs.map(({ kind, reason, name, buyers, orders, outstandingFen }) => ({
    kind,
    reason,
    key: name,
    buyers,
    orders: orders.length,
    outstandingFen,
  }));
}

export function linkageOf({
  linkage: { maskedAccidents, roomsNotCompared, lockstepSkipped, refused },
}: FindingsModel): ReportLinkage {
  return {
    maskedAccidents: Number.isNaN(maskedAccidents) ? null : Number(maskedAccidents.toPrecision(3)),
    roomsNotCompared,
    lockstepNotCompared: { windows: lockstepSkipped.crowdedWindows, buyers: lockstepSkipped.busyBuyers },
    refused: refused.map(({ kind, reason, keys }) => ({ kind, reason, keys })),
  };
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
