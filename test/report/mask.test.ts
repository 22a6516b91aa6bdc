// Masking: what is known to be harmless is shown, everything else is not, wherever it stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEM_LEVELS, type ProblemCode } from '../../src/core/problem.js';
import { ALL_FORMATS } from '../../src/platforms/index.js';
import { maskCell, maskName, maskPhone, maskText, maskToken, wholeWaybill } from '../../src/report/mask.js';
import { makePerson } from '../support/people.js';
import { createRandom } from '../support/random.js';

const CODES = Object.keys(PROBLEM_LEVELS) as ProblemCode[];

describe('maskText', () => {
  it.each([
    ['张三', '张*'],
    ['欧阳修远', '欧*'],
    ['13812341234', '138****1234'],
    ['１３８１２３４１２３４', '138****1234'],
    ['+86 138-1234-1234', '+861****1234'],
    ['18412345678-1234', '184****1234'],
    ['0571-88881234', '057****1234'],
    ['88881234', '88****34'],
    ['330106199003071234', '330****'],
    ['33010619900307123X', '330****'],
    ['330106900307123', '330****'],
    ['zhang.san+1@example.com', 'z***@***'],
    ['浙江省杭州市西湖区文三路1号2栋301室', '浙江省杭州市西湖区****'],
    ['浙江省 杭州市 西湖区 文三路1号', '浙江省 杭州市 西湖区****'],
    ['北京市朝阳区青禾路3号 张三 13812341234', '北京市朝阳区****'],
    ['张三 广东省深圳市南山区', '张* 广东省深圳市南山区'],
    ['内蒙古自治区呼和浩特市新城区某街', '内蒙古自治区呼和浩特市新城区****'],
    ['文三路1号2栋301室', '文**号*栋*室'],
    ['138****1234', '138****1234'],
    ['是', '是'],
    ['12.50', '12.50'],
    ['', ''],
  ])('shows %j as %j', (text, shown) => {
    expect(maskText(text)).toBe(shown);
  });

  it('shows at most 40 characters', () => {
    expect([...maskText('一 '.repeat(100))]).toHaveLength(40);
  });
});

describe('maskToken', () => {
  it.each([
    ['abc123', 'a***3'],
    ['19900012345', '1***5'],
    ['芝麻开门', '芝***门'],
    ['王建国', '王***'],
    ['ab', 'a***'],
    ['😀bcd😁', '😀***😁'],
    ['', ''],
  ])('shows %j as %j', (token, shown) => {
    expect(maskToken(token)).toBe(shown);
  });
});

describe('maskName and maskPhone', () => {
  it('keep a surname and the ends of a number', () => {
    expect(maskName(' 张三丰 ')).toBe('张*');
    expect(maskName('张**')).toBe('张*');
    expect(maskName('')).toBe('');
    expect(maskPhone('138 1234 1234')).toBe('138****1234');
    expect(maskPhone('12345')).toBe('****');
  });
});

describe('maskCell', () => {
  it.each<[ProblemCode, string, string]>([
    ['amount-unreadable', '1.2万', '1.2万'],
    ['amount-unreadable', '¥1,23.5 元', '¥1,23.5 元'],
    ['amount-unreadable', '1e5', '1e5'],
    ['amount-unreadable', '#VALUE!', '#VALUE!'],
    ['amount-unreadable', '13812341234', '138****1234'],
    ['amount-unreadable', '138-1234-1234', '138****1234'],
    ['amount-unreadable', '张三', '张*'],
    ['fee-unreadable', '包邮', '包*'],
    ['time-unreadable', '2026-02-30 24:00:00', '2026-02-30 24:00:00'],
    ['time-unreadable', '2026年2月30日 下午3点', '2026年2月30日 下午3点'],
    ['time-unreadable', 'Jul 20 2026 3:00 PM', 'Jul 20 2026 3:00 PM'],
    ['time-unreadable', '46223.42', '46223.42'],
    ['time-unreadable', '张三 2026-07-20', '张* 20****20'],
    ['order-id-damaged', '2.60531E+14', '2.60531E+14'],
    ['order-id-damaged', '260531000000000.0', '260531000000000.0'],
    ['order-id-damaged', '1.38123412345E10', '138****2345E10'],
    ['order-id-unusual', '260719-118840263391207', '260719-118840263391207'],
    ['order-id-unusual', 'A-20260719-01', 'A-20260719-01'],
    ['order-id-unusual', '13812341234', '138****1234'],
    ['order-id-unusual', '330106199003071234', '330****'],
    ['order-id-damaged', '张三', '张*'],
    ['state-unknown', '已发货，派送异常', '已发货，派送异常'],
    ['state-unknown', 'awaiting pickup', 'a* p*'],
    ['state-unknown', 'pending shipment', 'pending shipment'],
    ['state-unknown', '张三', '张*'],
    ['state-unknown', '已收货 张三', '已* 张*'],
    ['flag-unknown', '是的', '是*'],
    ['quote-bare', '张三', '张*'],
  ])('%s: %j as %j', (code, text, shown) => {
    expect(maskCell(code, text)).toBe(shown);
  });

  it('shows every state that a platform is known to write', () => {
    for (const format of ALL_FORMATS) {
      if (format.kind !== 'orders') continue;
      for (const text of [...Object.keys(format.states), ...Object.keys(format.afterSaleStates)]) {
        expect(maskCell('state-unknown', text)).toBe(text);
      }
    }
  });

  it('never shows a person, whatever the problem and wherever the person stands', () => {
    const random = createRandom(7);
    for (let i = 0; i < 200; i++) {
      const person = makePerson(random);
      const texts = [
        person.name,
        person.phone,
        person.address,
        `${person.province}${person.city}${person.district}${person.street}${person.address}`,
        `${person.name} ${person.phone}`,
        `收货人：${person.name}，电话${person.phone}，${person.address}`,
        `放门口，${person.name}收`,
      ];
      for (const text of texts) {
        for (const code of CODES) {
          const shown = maskCell(code, text);
          expect(shown).not.toContain(person.name);
          expect(shown).not.toContain(person.phone);
          expect(shown).not.toContain(person.address.slice(0, 4));
          expect(shown).not.toMatch(/\d{5}/);
        }
      }
    }
  });

  it('takes a cell of a megabyte, and shows nothing of what it cut through', () => {
    for (const unit of ['a', '中', '1', '1 ', 'a.', '中\u0301']) {
      const shown = maskCell('state-unknown', unit.repeat(1 << 20));
      expect([...shown].length).toBeLessThanOrEqual(80);
      expect(shown).not.toMatch(/\d{7}/);
    }
  });

  const WITH_ORDER_ID: readonly string[] = ['pay-later-conflict', 'bill-row-unreadable'];
  it('shows no long number of any text, and at most 40 characters', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789１２-. 张三省E+'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.constantFrom(...CODES), (cell, code) => {
        const shown = maskCell(code, cell);
        expect([...shown].length).toBeLessThanOrEqual(40);
        // Order numbers are shown whole where one is to blame, and so are a bill's codes, of 8 digits at most.
        const isId = /^(?:order-id|record-)/.test(code) || WITH_ORDER_ID.includes(code);
        if (!isId) expect(shown).not.toMatch(code === 'bill-code-unknown' ? /\d{9}/ : /\d{7}/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('wholeWaybill', () => {
  it.each(['SF1234567890123', '781286567963807', '463155690297333', 'YT9903439915243'])(
    'shows %s as it stands',
    (waybill) => {
      expect(wholeWaybill(waybill)).toBe(waybill);
    },
  );

  it('masks a phone in its place', () => {
    expect(wholeWaybill('19900123456')).toBe('19****3456');
    expect(wholeWaybill('TEL19900123456')).toBe('TE****3456');
  });
});
