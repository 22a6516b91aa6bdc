// What the cells of a recipient look like beside who it is: a contact in the address.

import { LOOKS, type Recipient } from '../core/identity.js';
import { noteTokens } from './note-tokens.js';

/** Without one of these an address holds no contact: nearly every one. */
const MAY_HOLD_CONTACT =
  /[@vwqＶＷＱｖｗｑ]|[微薇威维徽][\s·]?信|扣扣|企鹅|加我|联系|\.(?:com|cn)|1[3-9]\d(?:\d{4}|[\s.·-]{1,2}\d)|[０-９]{3}/iu;

/** Bits of `LOOKS`; `phone`: the recipient's own, which may stand in the address as well. */
export function looksOf({ address }: Recipient, phone: string): number {
  if (!MAY_HOLD_CONTACT.test(address)) return 0;
  return noteTokens(address).contacts.some((contact) => contact !== phone) ? LOOKS.contact : 0;
}
