// Rules about what stands in notes, names and addresses.
import { describe, expect, it } from 'vitest';
import { LOOKS, NOBODY } from '../../src/core/identity.js';
import { identify } from '../../src/linkage/identity.js';
import { noteTokens } from '../../src/linkage/note-tokens.js';
import { contactInText } from '../../src/rules/contact-in-text.js';
import { checked } from '../support/audited-order.js';

describe('contact-in-text', () => {
  it('speaks of open orders alone, and its words hold no contact', () => {
    expect(checked(contactInText, { open: 80, contactTold: true })?.orders).toEqual([0]);
    expect(checked(contactInText, { open: 80 })).toBeNull();
    expect(checked(contactInText, { open: 0, contactTold: true })).toBeNull();
  });
});

describe('contacts of a note', () => {
  it.each([
    ['加V：ab_c9182', 'abc9182'],
    ['QQ：87654321', '87654321'],
    ['19900012345', '19900012345'],
    ['微信 19900012345，到了联系', '19900012345'],
    ['送货打 19900012345，加v zhanglaosan', 'zhanglaosan'],
  ])('%s', (note, contact) => {
    expect(noteTokens(note).contacts).toContain(contact);
  });

  it.each([
    '送货打这个电话 19900012345',
    '派送联系 19900012345',
    '到了打电话 0512-88880001',
    'k9x27b4',
    '找王建国拿',
  ])('none in %s, which is a token all the same', (note) => {
    expect(noteTokens(note)).toMatchObject({ contacts: [], tokens: [expect.any(String)] });
  });
});

describe('what an address looks like', () => {
  const looks = (address: string, phone = '') => identify({ ...NOBODY, address, phone }).looks ?? 0;

  it.each([
    '听泉街31号5幢303室 加微信xyz8801',
    '听泉街31号5幢303室 199 0001 2345',
    '听泉街31号5幢303室 扣扣：87654321',
  ])('a contact stands in %s', (address) => {
    expect(looks(address) & LOOKS.contact).toBe(LOOKS.contact);
  });

  it.each(['听泉街31号5幢1303室', '听泉街31号V区5幢303室', '听泉街31号5幢303室 送货打 19900012345'])(
    'none in %s',
    (address) => {
      expect(looks(address, '19911099001') & LOOKS.contact).toBe(0);
    },
  );

  it("the recipient's own phone is none", () => {
    expect(looks('听泉街31号5幢303室 19911099001', '19911099001') & LOOKS.contact).toBe(0);
    expect(looks('听泉街31号5幢303室 19911099001', '19911099002') & LOOKS.contact).toBe(LOOKS.contact);
  });
});
