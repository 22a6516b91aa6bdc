// Which orders can be linked: those of buyers who share a key, but never one of a minor.
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/core/identity.js';
import { IdentityLines } from '../../src/core/identity-lines.js';
import { Together } from '../../src/core/together.js';
import { jiggedRooms } from '../../src/linkage/jigged-rooms.js';
import { LinkableOrders } from '../../src/steps/linkable-orders.js';
import { auditedOrder, type Told } from '../support/audited-order.js';

const PERSON: Identity = {
  name: '',
  surname: '',
  phone: '13900000001',
  room: '',
  pickup: '',
  place: '',
  district: '',
  province: '',
  masked: false,
};

const NO_NOTES = { byLine: new Map(), elsewhere: new Int32Array() };

/** The orders that are linked, of people with names of their own and one phone. */
function linked(told: readonly Told[]): number[] {
  const identities = new IdentityLines();
  told.forEach((_, line) => {
    identities.set(line, { ...PERSON, name: `name ${line}`, surname: String(line) }, '');
  });
  const linkable = new LinkableOrders();
  told.forEach((one, order) => {
    const phone = identities.phones.of(order);
    const audited = auditedOrder({ order, phone, ...one });
    linkable.add({ ...audited, judged: { ...audited.judged, line: order } });
  });
  return [
    ...linkable
      .linked(
        { identities, together: new Together(), lines: { size: told.length } },
        NO_NOTES,
        jiggedRooms(identities),
      )
      .values(),
  ].flatMap(({ orders }) => orders.map(({ order }) => order));
}

describe('orders that can be linked', () => {
  it('are those of several buyers on one phone', () => {
    expect(linked([{}, {}, {}])).toEqual([0, 1, 2]);
    expect(linked([{}])).toEqual([]);
  });

  it('leave out an order of a minor, and what it alone would link', () => {
    expect(linked([{}, { minor: true }, {}])).toEqual([0, 2]);
    expect(linked([{}, { minor: true }])).toEqual([]);
  });
});
