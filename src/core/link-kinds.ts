// Kinds of keys that orders share, and how much each of them says when it joins two buyers.

import type { Strength } from './finding.js';

/**
 * What can join buyers, what says most first. `room`: an address down to the room. `payer`: the phone of the account
 * that pays. `masked`: the visible parts of a masked name and phone in one district. `note`: a rare token in notes.
 * `jigged`: rooms that are written like one another. `lockstep`: the same products within the same minutes.
 */
export const LINK_KINDS = [
  'phone',
  'room',
  'waybill',
  'payer',
  'masked',
  'note',
  'jigged',
  'lockstep',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What an order can carry: the former, and a pickup point, which joins nobody. In the sequence of reports. */
export const KEY_KINDS = ['phone', 'room', 'pickup', ...LINK_KINDS.slice(2)] as readonly KeyKind[];
export type KeyKind = LinkKind | 'pickup';

/** How sure a link of a kind is. */
export const KIND_STRENGTH: Readonly<Record<LinkKind, Strength>> = {
  phone: 'strong',
  room: 'strong',
  waybill: 'strong',
  payer: 'moderate',
  masked: 'moderate',
  note: 'moderate',
  jigged: 'moderate',
  lockstep: 'moderate',
};
