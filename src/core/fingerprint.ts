// Names that are made of content alone: of findings and clusters, the same in every run over the same orders.

import { createHash } from 'node:crypto';

/** So many hex digits tell the findings of one shop apart. */
const FINGERPRINT_DIGITS = 16;
const CLUSTER_DIGITS = 10;

/** Of a finding: its rule, what it is about, and its orders' numbers, in any order. Nothing in it hashes personal data. */
export function fingerprintOf(rule: string, orderIds: readonly string[], subject = ''): string {
  const about = subject === '' ? [] : [subject];
  return digest([rule, ...about, ...[...orderIds].sort()]).slice(0, FINGERPRINT_DIGITS);
}

/** `C-` and ten hex digits over a cluster's sorted order numbers. */
export function clusterId(orderIds: readonly string[]): string {
  return `C-${digest([...orderIds].sort()).slice(0, CLUSTER_DIGITS)}`;
}

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}
