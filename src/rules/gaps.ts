// What cannot be asked of an order: columns that its file lacks, cells that are masked or blank, and proof.

import { type Gap, NEEDS, type Need } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import type { Rule } from './rule.js';

/** Which need is not met, and why. */
export interface Lack {
  readonly need: Need;
  readonly reason: Gap;
}

const bit = (need: Need) => 1 << NEEDS.indexOf(need);

/** What hangs on the order itself, whatever columns its file has. */
const OWN: readonly (Lack & { readonly bit: number; of(order: AuditedOrder): boolean })[] = [
  { need: 'recipients', reason: 'masked', bit: bit('recipients'), of: isMasked },
  { need: 'recipients', reason: 'blank', bit: bit('recipients'), of: isUntold },
  {
    need: 'promised-time',
    reason: 'blank',
    bit: bit('promised-time'),
    of: ({ judged, promisedAt }) => judged.stage === 'unshipped' && Number.isNaN(promisedAt),
  },
  {
    need: 'warehouse',
    reason: 'blank',
    bit: bit('warehouse'),
    of: ({ judged, warehouse }) => judged.received && warehouse < 0,
  },
  { need: 'proof', reason: 'unproven', bit: bit('proof'), of: ({ proven }) => !proven },
];

/** Every combination of what an order may lack is less than this. */
export const OWN_KINDS = 1 << OWN.length;

/** What an order itself lacks, as a number below `OWN_KINDS`. */
export function ownLacks(order: AuditedOrder): number {
  let own = 0;
  for (let i = 0; i < OWN.length; i++) if (OWN[i]!.of(order)) own |= 1 << i;
  return own;
}

/** Needs as bits. */
export function bitsOf(needs: Iterable<Need>): number {
  let bits = 0;
  for (const need of needs) bits |= bit(need);
  return bits;
}

/**
 * The first need in the list that is not met, and why; null where all are. `needs`, `absent`: as bits, what is asked for
 * and what the order's input cannot give; `own`: what the order itself lacks.
 */
export function firstLack(needs: number, own: number, absent: number): Lack | null {
  let missing = needs & absent;
  for (let i = 0; i < OWN.length; i++) if (((own >> i) & 1) !== 0) missing |= needs & OWN[i]!.bit;
  if (missing === 0) return null;
  const first = missing & -missing;
  if ((absent & first) === 0) return OWN.find((one, i) => ((own >> i) & 1) !== 0 && one.bit === first)!;
  return { need: NEEDS[31 - Math.clz32(first)]!, reason: 'absent' };
}

/** Why a rule cannot look at an order, null where it can. `absent`: what the order's input cannot give. */
export function gapOf({ needs }: Rule, order: AuditedOrder, absent: ReadonlySet<Need>): Lack | null {
  const found = firstLack(bitsOf(needs), ownLacks(order), bitsOf(absent));
  return found === null ? null : { need: found.need, reason: found.reason };
}

/** Nothing of its recipient can be read whole. */
function isMasked({ masked, phone, room }: AuditedOrder): boolean {
  return masked && phone < 0 && room < 0;
}

/** Its file has the columns, and this order has nothing in them; of what was never sold nobody need know where to. */
function isUntold({ judged, masked, buyer, person, phone, room, pickup, place }: AuditedOrder): boolean {
  if (masked || judged.receivable <= 0) return false;
  return buyer < 0 && person < 0 && phone < 0 && room < 0 && pickup < 0 && place < 0;
}
