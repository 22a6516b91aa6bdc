// A group of linked orders by its name: `C-` and ten hex digits, or its number in the report.

import { distance } from 'fastest-levenshtein';
import { UserError } from '../core/user-error.js';
import type { TracedGroup } from '../report/group-text.js';
import type { Examined } from './examined.js';
import { findingsModel } from './findings.js';

const NAME = /^(?:C-[0-9A-Z]{1,12}|G\d{1,6})$/;
const MOST_NEAR = 3;
/** So many slips of the hand, or so many characters in front that are right. */
const [MOST_SLIPS, SHARED_PREFIX] = [2, 5];

/** True for what looks like a group's name, in capitals or not. */
export function isGroupName(text: string): boolean {
  return NAME.test(text.toUpperCase());
}

/** The group of that name. Throws `group-not-found` with those that are near. */
export function traceGroup(examined: Examined, text: string): TracedGroup {
  const { findings, asOfDay, asOfSource } = examined;
  const wanted = text.toUpperCase();
  const groups = findingsModel(findings).clusters.map((group) => ({ group, id: group.id }));
  const found = groups.find(({ group, id }) => id.toUpperCase() === wanted || `G${group.number}` === wanted);
  if (found !== undefined) return { group: found.group, asOfDay, asOfSource };
  const near = groups
    .map(({ id }) => ({ id, slips: distance(id.toUpperCase(), wanted) }))
    .filter(({ id, slips }) => slips <= MOST_SLIPS || isBegun(id.toUpperCase(), wanted))
    .sort((a, b) => a.slips - b.slips || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ id }) => id);
  throw new UserError('group-not-found', { group: text, near, groups: groups.length });
}

function isBegun(id: string, wanted: string): boolean {
  return wanted.length >= SHARED_PREFIX && id.startsWith(wanted.slice(0, SHARED_PREFIX));
}
