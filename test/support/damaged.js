// Small order exports, each with one kind of damage that real files carry; short enough to be read by eye.

import iconv from 'iconv-lite';
import { encodeText } from './bytes.js';

const HEADER =
  '订单号,订单状态,商品,是否先用后付,商品总价(元),用户实付金额(元),商家实收金额(元),商品数量(件),订单成交时间,发货时间,确认收货时间,商家备注';
const RECEIVED =
  '260601-100000000000001,已收货,挂耳咖啡,是,69.90,64.90,69.90,1,2026-06-01 09:00:00,2026-06-02 10:00:00,2026-06-06 12:00:00,';
const SHIPPED =
  '260712-100000000000002,已发货，待收货,护眼台灯,是,129.00,129.00,129.00,1,2026-07-12 20:15:00,2026-07-13 10:00:00,,';
const ORDINARY =
  '260615-100000000000003,已收货,抽纸整箱,否,36.90,36.90,36.90,1,2026-06-15 11:30:00,2026-06-16 08:00:00,2026-06-19 18:00:00,';
const UNSHIPPED =
  '260719-100000000000004,待发货,智能手机,是,2999.00,2999.00,2999.00,1,2026-07-19 21:40:00,,,';

/** @param {string[]} lines */
const file = (...lines) => encodeText(`${lines.join('\r\n')}\r\n`, 'utf8');
/** @param {string} line @param {string} from @param {string} to */
const change = (line, from, to) => {
  if (!line.includes(from)) throw new Error(`nothing to damage: ${from}`);
  return line.replace(from, to);
};

/** @returns {Map<string, Buffer>} by file name */
export function makeDamaged() {
  const whole = [HEADER, RECEIVED, SHIPPED, ORDINARY, UNSHIPPED];
  const text = `${whole.join('\r\n')}\r\n`;
  const lost = '锟斤拷锟斤拷';
  return new Map([
    ['blank-lines.csv', file(HEADER, RECEIVED, '', SHIPPED, ',,,,,,,,,,,', ORDINARY, '', '')],
    ['cut-off.csv', encodeText(text.slice(0, text.indexOf('待发货') + 5), 'utf8')],
    ['empty.csv', Buffer.alloc(0)],
    ['header-only.csv', file(HEADER)],
    ['footer-total.csv', file(...whole, '合计,,,,3234.80,3229.80,3234.80,4,,,,')],
    ['invalid-byte.csv', withInvalidBytes()],
    [
      'mixed-line-ends.csv',
      encodeText(`${HEADER}\r\n${RECEIVED}\n${SHIPPED}\r${ORDINARY}\r\n${UNSHIPPED}\n`, 'utf8'),
    ],
    [
      'mojibake-cells.csv',
      file(
        HEADER,
        change(RECEIVED, '挂耳咖啡', lost),
        change(SHIPPED, '护眼台灯', '护眼\ufffd\ufffd'),
        ORDINARY,
      ),
    ],
    ['mojibake-whole.csv', encodeText(iconv.decode(encodeText(text, 'utf8'), 'gb18030'), 'utf8')],
    [
      'ragged-rows.csv',
      file(
        HEADER,
        RECEIVED.split(',').slice(0, 5).join(','),
        // A comma that should have stood between quotes moves every later cell by one.
        change(SHIPPED, '护眼台灯', '护眼台灯,充电版'),
        `${ORDINARY},,`,
        UNSHIPPED,
      ),
    ],
    [
      'scientific-ids.csv',
      file(
        HEADER,
        change(RECEIVED, '260601-100000000000001', '2.60531E+14'),
        SHIPPED,
        change(ORDINARY, '260615-100000000000003', '1234.0'),
        UNSHIPPED,
      ),
    ],
    ['second-header.csv', file(HEADER, RECEIVED, SHIPPED, HEADER, ORDINARY, UNSHIPPED)],
    [
      'unclosed-quote.csv',
      file(HEADER, RECEIVED, change(SHIPPED, '护眼台灯', '"护眼台灯'), ORDINARY, UNSHIPPED),
    ],
    [
      'unreadable-cells.csv',
      file(
        HEADER,
        change(RECEIVED, '64.90,69.90', '64.90,1.2万'),
        change(SHIPPED, '129.00,129.00,129.00', '129.00,1e5,NaN'),
        change(ORDINARY, '2026-06-19 18:00:00', '2026-02-30 18:00:00'),
        change(UNSHIPPED, '2026-07-19 21:40:00', '46222.9028'),
      ),
    ],
  ]);
}

/** One byte that UTF-8 never has, and a character that lost its last byte. */
function withInvalidBytes() {
  const product = Buffer.from('护眼台灯');
  const broken = change(SHIPPED, '护眼台灯', '\u0001');
  const [before, after] = broken.split('\u0001').map((part) => Buffer.from(part));
  const note = Buffer.concat([Buffer.from(ORDINARY), Buffer.from([0xff])]);
  return Buffer.concat([
    Buffer.from(`${HEADER}\r\n${RECEIVED}\r\n`),
    ...[before ?? Buffer.alloc(0), product.subarray(0, -1), after ?? Buffer.alloc(0), Buffer.from('\r\n')],
    ...[note, Buffer.from(`\r\n${UNSHIPPED}\r\n`)],
  ]);
}
