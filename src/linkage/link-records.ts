// Linkage as a plain function: records with keys in, groups with their reasons out. It knows nothing of orders.

import type { Strength } from '../core/finding.js';
import { backboneOf, componentsOf, type SharedKey } from './components.js';

/** One record's key: equal texts of one kind are one key. A record may carry several of a kind. */
export interface RecordKey {
  readonly kind: string;
  readonly text: string;
}

/** What is said of a kind of keys. */
export interface KeyRule {
  readonly strength: Strength;
  /** Records on one key with which it still links; one more and it is a hub. */
  readonly cap: number;
}

/** A key that several records carry. */
export interface LinkReason extends SharedKey {
  readonly kind: string;
  readonly text: string;
  readonly strength: Strength;
}

export interface LinkedGroup {
  /** Places of the records, ascending. */
  readonly records: readonly number[];
  /** All keys that its records share, the strongest first, then those of most records, then by kind and text. */
  readonly reasons: readonly LinkReason[];
  /** Those of the reasons that already hold it together. */
  readonly backbone: readonly LinkReason[];
}

export interface LinkedRecords {
  /** Of two records or more, by their first records. */
  readonly groups: readonly LinkedGroup[];
  /** Keys beyond their cap, which link nothing, by kind and text. */
  readonly hubs: readonly LinkReason[];
}

const STRENGTHS: readonly Strength[] = ['strong', 'moderate', 'weak'];

/**
 * Links records that share a key, directly or through others. Kinds that `rules` does not name throw a RangeError. A
 * kind of weak strength links nothing by itself: it stands among the reasons of what others link.
 * The same groups in whatever sequence the records come. Time: linear in records and keys, but for sorting.
 */
export function linkRecords(
  records: readonly (readonly RecordKey[])[],
  rules: Readonly<Record<string, KeyRule>>,
): LinkedRecords {
  const shared = sharedKeys(records, rules).sort(compareReasons);
  const isHub = ({ kind, members }: LinkReason) => members.length > rules[kind]!.cap;
  const accepted = shared.filter((reason) => !isHub(reason));
  const linking = accepted.filter(({ strength }) => strength !== 'weak');
  const components = componentsOf(records.length, linking);
  const groupOf = new Map(components.flatMap(({ members }, i) => members.map((member) => [member, i])));
  const supporting: LinkReason[][] = components.map(() => []);
  for (const reason of accepted) {
    if (reason.strength !== 'weak') continue;
    const parts = new Map<number, number[]>();
    for (const member of reason.members) {
      const group = groupOf.get(member);
      if (group !== undefined) parts.set(group, [...(parts.get(group) ?? []), member]);
    }
    for (const [group, members] of parts) {
      if (members.length >= 2) supporting[group]!.push({ ...reason, members });
    }
  }
  return {
    groups: components.map((component, i) => ({
      records: component.members,
      reasons: [...component.keys, ...supporting[i]!],
      backbone: backboneOf(component),
    })),
    hubs: shared.filter(isHub).sort((a, b) => compareTexts(a.kind, b.kind) || compareTexts(a.text, b.text)),
  };
}

/** Keys on two records or more, with the records that carry them, ascending. */
function sharedKeys(
  records: readonly (readonly RecordKey[])[],
  rules: Readonly<Record<string, KeyRule>>,
): LinkReason[] {
  const byKind = new Map<string, Map<string, number[]>>();
  records.forEach((keys, record) => {
    for (const { kind, text } of keys) {
      if (!Object.hasOwn(rules, kind)) throw new RangeError(`no rule for keys of the kind ${kind}`);
      const ofKind = byKind.get(kind) ?? new Map<string, number[]>();
      byKind.set(kind, ofKind);
      const members = ofKind.get(text);
      if (members === undefined) ofKind.set(text, [record]);
      else if (members.at(-1) !== record) members.push(record);
    }
  });
  return [...byKind].flatMap(([kind, ofKind]) =>
    [...ofKind].flatMap(([text, members]) =>
      members.length < 2 ? [] : [{ kind, text, strength: rules[kind]!.strength, members }],
    ),
  );
}

function compareReasons(a: LinkReason, b: LinkReason): number {
  return (
    STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength) ||
    b.members.length - a.members.length ||
    compareTexts(a.kind, b.kind) ||
    compareTexts(a.text, b.text)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
