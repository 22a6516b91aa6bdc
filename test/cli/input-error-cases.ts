// Reproducers of the errors about inputs: what lies in the folder, and what is typed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OTHER_HEADERS } from '../support/headers.js';
import { BILL, copyHeader, type ErrorCase, type ErrorCases, files, ORDERS, orders } from './error-case.js';

/** A file that begins with these bytes and goes on with zeros. */
const begins = (start: string): Uint8Array =>
  Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(600)]);

const looksLike = (name: string, content: string | Uint8Array): ErrorCase => ({
  title: `${name} is not what its name says`,
  make: files({ [name]: content }, name),
  path: name,
});

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP_MEMBER = (name: string) => {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), Buffer.alloc(300)]);
};

const wide = Array.from({ length: 2100 }, (_, i) => `extra_${i}`).join(',');

/** Forty ordinary orders, received well inside the bill's month. */
const received = Array.from({ length: 40 }, (_, i) => `260601-1000000000000${10 + i}`);
const MONTH = '起始时间：2026-06-01 00:00:00  终止时间：2026-06-30 23:59:59';
const ORDERS_OF_SHOP = [
  '订单号,订单状态,实付金额,是否先用后付,发货时间,确认收货时间',
  ...received.map((id) => `${id},已收货,10.00,否,2026-06-02 08:00:00,2026-06-05 08:00:00`),
  '260601-100000000000090,已收货,10.00,是,2026-06-02 08:00:00,2026-06-05 08:00:00\n',
].join('\n');
/** The month's bill in which the first of them stand, so many, and the others under other shops' numbers. */
const billOfShop = (found: number) =>
  `${MONTH}\n${BILL}${received
    .map((id, i) => (i < found ? id : id.replace('260601-1', '260601-2')))
    .map((id) => `${id},2026-06-06 08:00:00,10.00,0.00,交易收入,-,0010002|交易收入-订单收入\n`)
    .join('')}#支出合计：0笔0.00元\n#收入合计：40笔400.00元\n`;

export const INPUT_ERROR_CASES: ErrorCases = {
  'bills-foreign': [
    {
      title: 'a bill that holds one in eight of the ordinary orders',
      make: files({ 'o.csv': ORDERS_OF_SHOP, 'b.csv': billOfShop(5) }, 'o.csv', '--bills', 'b.csv'),
      path: 'b.csv',
      says: /12\.5%[\s\S]*40/,
    },
    {
      title: 'the same bill among the orders',
      make: files({ 'o.csv': ORDERS_OF_SHOP, 'b.csv': billOfShop(19) }, 'o.csv', 'b.csv'),
      path: 'b.csv',
      says: /47\.5%/,
    },
  ],
  'copy-as-input': [
    {
      title: 'a copy named as input',
      make: files({ 'o.audited.csv': `order_id,status,buyer_paid,${copyHeader}\n` }, 'o.audited.csv'),
      path: 'o.audited.csv',
    },
  ],
  'file-empty': [
    { title: 'no bytes', make: files({ 'e.csv': '' }, 'e.csv'), path: 'e.csv' },
    { title: 'a byte order mark only', make: files({ 'e.csv': '\ufeff' }, 'e.csv'), path: 'e.csv' },
    {
      title: 'an empty list',
      make: files({ 'o.csv': ORDERS, 'l.txt': '' }, 'o.csv', '--pay-later-orders', 'l.txt'),
      path: 'l.txt',
    },
  ],
  'file-is-archive': [
    looksLike('a.csv', ZIP_MEMBER('orders.csv')),
    looksLike('b.csv', begins('\x1f\x8b\x08')),
    looksLike('c.csv', begins('7z\xbc\xaf\x27\x1c')),
    looksLike('d.csv', begins('Rar!\x1a\x07')),
  ],
  'file-is-html': [
    looksLike('a.csv', '<!DOCTYPE html><html><body>login</body></html>'),
    looksLike('b.csv', '\ufeff\n<table><tr><td>订单号</td></tr></table>'),
  ],
  'file-is-image': [
    looksLike('a.csv', begins('\x89PNG\r\n\x1a\n')),
    looksLike('b.csv', begins('\xff\xd8\xff')),
  ],
  'file-is-pdf': [looksLike('a.csv', begins('%PDF-1.7'))],
  'file-is-xls': [{ ...looksLike('a.csv', begins(OLE)), says: /CSV UTF-8/ }],
  'file-is-xlsx': [
    { ...looksLike('a.csv', ZIP_MEMBER('[Content_Types].xml')), says: /CSV UTF-8/ },
    looksLike('b.xlsx', ZIP_MEMBER('xl/workbook.xml')),
  ],
  'file-is-xlsx-encrypted': [
    {
      title: 'a workbook with a password, and what Kuaishou takes for one',
      make: files(
        {
          'orders_20260720a1b2c3.xlsx': Buffer.concat([
            begins(OLE),
            Buffer.from('EncryptedPackage', 'utf16le'),
            Buffer.alloc(64),
          ]),
        },
        'orders_20260720a1b2c3.xlsx',
      ),
      path: 'orders_20260720a1b2c3.xlsx',
      says: /a1b2c3\b/,
    },
  ],
  'file-not-found': [
    {
      title: 'a misspelt name',
      make: files({ 'orders.csv': ORDERS }, 'order.csv'),
      path: 'order.csv',
      says: /orders\.csv/,
    },
    {
      title: 'a mistyped command',
      make: files({}, 'inspekt', 'x.csv'),
      path: 'inspekt',
      says: /bnpl-audit inspect/,
    },
    {
      title: 'a misspelt bill',
      make: files({ 'o.csv': ORDERS, 'bill.csv': BILL }, 'o.csv', '--bills', 'bills.csv'),
      path: 'bills.csv',
      says: /bill\.csv/,
    },
    { title: 'no such list', make: orders('--pay-later-orders', 'l.txt'), path: 'l.txt' },
    { title: 'inspect of nothing', make: files({}, 'inspect', 'x.csv'), path: 'x.csv' },
  ],
  'file-not-readable': [
    {
      title: 'a link that leads to itself',
      make: (folder) => {
        symlinkSync('l.csv', join(folder, 'l.csv'));
        return ['l.csv'];
      },
      path: 'l.csv',
    },
  ],
  'file-special': [
    {
      title: 'a named pipe',
      make: (folder) => {
        execFileSync('mkfifo', [join(folder, 'p.csv')]);
        return ['p.csv'];
      },
      path: 'p.csv',
    },
    { title: 'a device that never ends', make: () => ['/dev/zero'] },
  ],
  'folder-without-exports': [
    {
      title: 'a folder with other things',
      make: (folder) => {
        mkdirSync(join(folder, 'd'));
        writeFileSync(join(folder, 'd', 'a.csv'), 'a,b\n1,2\n');
        return ['d'];
      },
      path: 'd',
      says: /a\.csv/,
    },
    {
      title: 'a wildcard that nothing fits',
      make: files({ 'o.csv': ORDERS }, '*.tsv'),
      path: '*.tsv',
      says: /o\.csv/,
    },
  ],
  'format-unknown': [
    {
      title: 'another table',
      make: files({ 'o.csv': 'a,b\n1,2\n' }, 'o.csv'),
      path: 'o.csv',
      says: /--platform generic/,
    },
    {
      title: 'a header that lacks the order number',
      make: files(
        { 'o.csv': '商品,订单状态,商品总价(元),用户实付金额(元),商家实收金额(元),商品数量(件)\n' },
        'o.csv',
      ),
      path: 'o.csv',
      says: /订单号/,
    },
  ],
  'header-damaged': [
    {
      title: 'an invalid byte in the header',
      make: files(
        {
          'o.csv': Buffer.concat([
            Buffer.from('订单号,订单状态,用户实付金额(元),商品id,商品规格,商家实收金'),
            Buffer.from([0xe9, 0x0a]),
          ]),
        },
        'o.csv',
      ),
      path: 'o.csv',
    },
  ],
  'header-different': [
    {
      title: 'two tables in one file',
      make: files({ 'o.csv': `${ORDERS}order_id,status,buyer_paid,note,product\n` }, 'o.csv'),
      path: 'o.csv',
      says: /^(?:错误|error) [\w-]+.*3/,
    },
  ],
  'header-too-wide': [
    {
      title: 'more than 2,000 columns',
      make: files({ 'o.csv': `order_id,status,buyer_paid,${wide}\n` }, 'o.csv'),
      path: 'o.csv',
    },
  ],
  'list-empty': [
    {
      title: 'a list of other things',
      make: files({ 'o.csv': ORDERS, 'l.txt': 'order_id\n\n' }, 'o.csv', '--pay-later-orders', 'l.txt'),
      path: 'l.txt',
    },
  ],
  'list-entry-unusable': [
    {
      title: 'a phone that cannot be read',
      make: files(
        {
          'o.csv': ORDERS,
          'p.csv': '姓名,手机\n张一,19900000001\n张二,1990000\n',
          'bnpl-audit.yaml': 'lists: {phones: {file: p.csv}}\n',
        },
        'o.csv',
      ),
      path: 'p.csv',
      says: /^(?:错误|error) [\w-]+.*3/,
    },
    {
      title: 'an address that is a whole city',
      make: files(
        { 'o.csv': ORDERS, 'c.yaml': 'lists:\n  addresses:\n    - 杭州\n' },
        'o.csv',
        '--config',
        'c.yaml',
      ),
      path: 'c.yaml',
      says: /^(?:错误|error) [\w-]+.*3/,
    },
    {
      title: 'a table without known columns',
      make: files(
        { 'o.csv': ORDERS, 's.csv': '甲,乙\n丙,丁\n', 'c.yaml': 'lists: {staff: {file: s.csv}}' },
        'o.csv',
        '--config',
        'c.yaml',
      ),
      path: 's.csv',
    },
  ],
  'list-too-large': [
    {
      title: 'a list of eight megabytes',
      make: files(
        {
          'o.csv': ORDERS,
          't.txt': `补单\n${'# 说明\n'.repeat(1 << 20)}`,
          'c.yaml': 'lists: {tags: {file: t.txt}}',
        },
        'o.csv',
        '--config',
        'c.yaml',
      ),
      path: 't.txt',
    },
  ],
  'map-column-absent': [
    {
      title: 'a column that is not there',
      make: orders('--map', 'pay_later=bnpl'),
      path: 'o.csv',
      says: /buyer_paid/,
    },
  ],
  'no-orders-input': [
    {
      title: 'a bill alone',
      make: files({ 'b.csv': BILL }, 'b.csv'),
      path: 'b.csv',
      says: /拼多多货款明细|Pinduoduo bill/,
    },
  ],
  'not-after-sales': [
    {
      title: 'orders behind --after-sales',
      make: files({ 'o.csv': ORDERS, 'p.csv': ORDERS }, 'o.csv', '--after-sales', 'p.csv'),
      path: 'p.csv',
    },
    {
      title: 'a bill behind --after-sales',
      make: files({ 'o.csv': ORDERS, 'b.csv': BILL }, 'o.csv', '--after-sales', 'b.csv'),
      path: 'b.csv',
    },
  ],
  'not-a-bill': [
    { title: 'orders named as a bill', make: orders('--bills', 'o.csv'), path: 'o.csv', says: /--bills/ },
    {
      title: 'one after-sales export behind a bill',
      make: files(
        { 'o.csv': ORDERS, 'b.csv': BILL, 'a.csv': `${OTHER_HEADERS.pinduoduoAfterSales.join(',')}\n` },
        'o.csv',
        '--bills',
        'b.csv',
        '--bills',
        'a.csv',
      ),
      path: 'a.csv',
    },
  ],
  'pay-later-undecidable': [
    {
      title: 'no column that could tell',
      make: files({ 'o.csv': 'order_id,status,buyer_paid\n12345678,shipped,10.00\n' }, 'o.csv'),
      path: 'o.csv',
      says: /--all-pay-later[\s\S]*--pay-later-orders[\s\S]*--map/,
    },
    {
      title: 'a column that is blank throughout',
      make: files({ 'o.csv': 'order_id,status,buyer_paid,pay_later\n12345678,shipped,10.00,\n' }, 'o.csv'),
      path: 'o.csv',
    },
  ],
};
