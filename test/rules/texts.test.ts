// Rules about what stands in notes, names and addresses.
import { describe, expect, it } from 'vitest';
import { LOOKS, NOBODY } from '../../src/core/identity.js';
import { identify } from '../../src/linkage/identity.js';
import { noteTokens } from '../../src/linkage/note-tokens.js';
import { clutteredAddress } from '../../src/rules/cluttered-address.js';
import { contactInText } from '../../src/rules/contact-in-text.js';
import { noteWords } from '../../src/rules/note-words.js';
import type { GatherRule, RunTotals } from '../../src/rules/rule.js';
import { standInName } from '../../src/rules/stand-in-name.js';
import { auditedOrder, checked, type Told, view } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';
import { cluster } from '../support/run-totals.js';

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
    expect(line.zh).toBe('留言或备注里有需要核实的字样：「提现」');
    expect(line.en).toBe('a word in the notes needs a look: “提现”');
  });
});

describe('names that stand for any', () => {
  const looks = (name: string) => (identify({ ...NOBODY, name }).looks ?? 0) & LOOKS.standIn;

  it.each([
    '张三',
    '張三',
    '张三2',
    '李四',
    '测试',

    '测试1',
    '匿名',
    '匿名用户',
    '某某',
    '收货人',
    '芳',
    'A',
    'Li Wei',
    'abc12',
    'ＡＢ',
  ])('%s is one', (name) => {
    expect(looks(name)).toBe(LOOKS.standIn);
  });

  it.each([
    '',
    '张三丰',
    '张山',
    '王五月',
    '测*',
    '*',
    '张xx',
    '李A',
    '匿名张',
    '12',
    '收货人王伟',
    'Ayşe李',
  ])('%j is none', (name) => {
    expect(looks(name)).toBe(0);
  });
});

describe('addresses with clutter', () => {
  const cells = { province: '浙江省', city: '杭州市', district: '西湖区' };
  const looks = (address: string, told = cells) =>
    (identify({ ...NOBODY, ...told, address }).looks ?? 0) & LOOKS.cluttered;

  it.each([
    '听泉街31号5幢303室AQKZWRTP',
    '听泉街31号ABCD',
    '听泉街 31 号 ABCD',
    '望澜大道16号5幢404室啊啊啊啊',
    '望澜大道16号5幢404室~~~~',
    '余杭区知夏巷6号2幢202室',
    '浙江省杭州市西湖区余杭区知夏巷6号2幢202室',
    '知夏巷6号2幢202室滨江区',
    '苏州吴中区知夏巷6号2幢202室',
    '知夏巷6号2幢202室江苏省苏州市吴中区',
    '知夏巷6號2幢202室濱江區',
  ])('%s has some', (address) => {
    expect(looks(address)).toBe(LOOKS.cluttered);
  });

  it.each([
    '',
    '听泉街131号ABC',
    '听泉街1号ABC',
    'A座5BCD',
    '听泉街 31 号              5 幢',
    '３３３３听泉街１１１１１号',
    '听泉街3333号2-2-2-2-2----3######3',
    '森森森林公寓3幢505室',
    '浙江省杭州市西湖区浙江省杭州市西湖区知夏巷6号2幢202室',
    '西湖区知夏巷6号西湖区2幢202室',
    '知夏巷6号滨江小区2幢202室',
    '知夏巷6号高新区2幢202室',
    '知夏巷6号鼓楼区2幢202室',
    '东城区知夏巷6号2幢202室',
    '知夏巷6号吴中区2幢202室',
    '知夏巷6号余杭区域2幢202室',
    '听泉街31号***********ABCDEFGHIJK',
    '余杭区知夏巷**号',
  ])('%j has none', (address) => {
    expect(looks(address)).toBe(0);
  });

  it('a district that the address alone tells is the first one', () => {
    const nowhere = { province: '', city: '', district: '' };
    expect(looks('浙江省杭州市西湖区知夏巷6号2幢202室', nowhere)).toBe(0);
    expect(looks('浙江省杭州市西湖区余杭区知夏巷6号2幢202室', nowhere)).toBe(LOOKS.cluttered);
    expect(looks('知夏巷6号2幢202室', nowhere)).toBe(0);
    expect(looks('听泉街31号余杭区2幢202室', nowhere)).toBe(0);
  });

  it('a former name of the district is no other one', () => {
    const told = { province: '上海市', city: '上海市', district: '静安区' };
    expect(looks('听泉街31号闸北区2幢202室', told)).toBe(0);
    expect(looks('听泉街31号徐汇区2幢202室', told)).toBe(LOOKS.cluttered);
  });
});

describe.each([
  ['stand-in-name', standInName, LOOKS.standIn],
  ['cluttered-address', clutteredAddress, LOOKS.cluttered],
] as const)('%s', (_, rule, look) => {
  const drafts = (told: readonly Told[], alarming = true, changed = {}) => {
    const totals = {
      clusters: [cluster([], { orders: [9], alarming: true }), cluster([], { orders: [0, 1, 2], alarming })],
    };
    return gathered(rule as GatherRule, told, changed, {}, totals as unknown as RunTotals);
  };
  const such = { looks: look };

  it('tells those of one group that alarms together, from the second on', () => {
    expect(drafts([such, {}, such, such])).toMatchObject([{ orders: [0, 2], cluster: 1 }]);
    expect(drafts([such, {}, {}, such])).toEqual([]);
    expect(drafts([such, {}, such], false)).toEqual([]);
  });

  it('takes the number that is set, and looks at its own bit alone', () => {
    expect(drafts([such, such, {}], true, { orders: 3 })).toEqual([]);
    expect(drafts([such, {}, {}], true, { orders: 1 })).toHaveLength(1);
    const others = { looks: 0xff & ~look };
    expect(drafts([others, others, others])).toEqual([]);
  });

  it('says how many of the group', () => {
    const line = rule.line(drafts([such, such])[0]!.evidence, false);
    expect(line.zh).toMatch(/^这一组 3 单里 2 单/);
    expect(line.en).toMatch(/^2 of the group's 3 orders/);
  });
});
