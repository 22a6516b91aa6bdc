// Keys as reports name them: by kind and place, and what of each may be shown.

import type { KeyKind } from '../core/link-kinds.js';
import type { OrderBook } from '../core/order-book.js';
import { maskPhone, maskToken, maskWaybill } from '../report/mask.js';

/** `phone#3`: identities are named by kind and by their place among those of the run. */
export function keyName(kind: KeyKind, key: number): string {
  return `${kind}#${key + 1}`;
}

/** What may be shown of a key; '' where nothing may, or nothing is kept of it. */
export function shownKey(book: OrderBook, kind: KeyKind, key: number): string {
  const { identities, notes, waybills } = book;
  switch (kind) {
    case 'phone':
      return maskPhone(identities.phoneText(key));
    case 'payer':
      return maskPhone(identities.payerText(key));
    case 'note':
      return maskToken(notes.text(key));
    case 'masked':
      return `****${identities.tailText(key)}`;
    // Nothing behind the district is shown.
    case 'room':
    case 'jigged':
      return `${placeText(book, identities.rooms.firstLine(key))}****`;
    case 'pickup':
      return `${placeText(book, identities.pickups.firstLine(key))}****`;
    // Waybills that are no cell of their own are numbered behind the cells.
    case 'waybill':
      return key < waybills.size ? maskWaybill(Buffer.from(waybills.bytes(key)).toString('latin1')) : '';
    default:
      return '';
  }
}

/** Province, city and district of a line's address; 北京 is a province and a city, and stands there once. */
function placeText({ identities }: OrderBook, line: number): string {
  return [...new Set(identities.districtText(line).split('|'))].join('');
}
