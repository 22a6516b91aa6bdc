// Rules about what stands in notes, names and addresses.
import { describe, expect, it } from 'vitest';
import { LOOKS, NOBODY } from '../../src/core/identity.js';
import { identify } from '../../src/linkage/identity.js';
import { noteTokens } from '../../src/linkage/note-tokens.js';
import { contactInText } from '../../src/rules/contact-in-text.js';
import { noteWords } from '../../src/rules/note-words.js';
import type { GatherRule, RunTotals } from '../../src/rules/rule.js';
import { auditedOrder, checked, type Told, view } from '../support/audited-order.js';

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
    '听泉街31号5幢303室 ｖｘ：abc8801',
    '听泉街31号5幢303室 abc1.top/x',
    '听泉街31号5幢303室 0512-88880001',
    '听泉街31号5幢303室 加我：abc88012',
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

describe('note-words', () => {
  const { min } = noteWords.params;
  const values = { min: min!.value };
  const drafts = (orders: readonly Told[], clusters: readonly unknown[] = []) => {
    const gathering = (noteWords as GatherRule).gather(values, view);
    orders.forEach((told, order) => {
      gathering.see(auditedOrder({ order, ...told }));
    });
    return gathering.drafts({ clusters } as unknown as RunTotals).map(({ orders: [order] }) => order);
  };
  const word = { open: 80, noteWords: ['提现'] };

  it('are told beside a contact, a large order or a group that alarms', () => {
    const orders = [word, { ...word, contactTold: true }, { ...word, open: 1000 }, word, word];
    const clusters = [
      { alarming: true, orders: [3] },
      { alarming: false, orders: [4] },
    ];
    expect(drafts(orders, clusters)).toEqual([1, 2, 3]);
    expect(drafts(orders)).toEqual([1, 2]);
  });

  it('are not told of what is not open, is not yet shipped and large, or has no such words', () => {
    expect(
      drafts([
        { open: 0, noteWords: ['提现'], contactTold: true },
        { open: 999.99, noteWords: ['提现'] },
        { open: 1000, noteWords: ['提现'], shipped: '' },
        { open: 2000, contactTold: true },
      ]),
    ).toEqual([]);
  });

  it('the sentence quotes the word of the list and nothing more', () => {
    const line = noteWords.line([{ kind: 'term', name: 'note-word', term: '提现' }], false);
    expect(line.zh).toBe('留言里有需要核实的字样：「提现」');
    expect(line.en).toBe('a word in the note needs a look: “提现”');
  });
});
