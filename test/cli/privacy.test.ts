// Canary people in an export, whole and damaged: no name, phone, address, account or note of theirs leaves in clear.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toBytes } from '../support/bytes.js';
import { type Outcome, run } from '../support/command.js';
import { ORDER_HEADERS, OTHER_HEADERS } from '../support/headers.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** People who do not exist, with everything by which one could call them. */
const PEOPLE = [
  {
    name: '欧阳雪鹭',
    phone: '19912345678',
    street: '望澜街道',
    address: '听雨路77号云栖雅筑3幢1502室',
    account: 'canary_buyer_8842',
    note: '放门卫老瞿那里，微信 canarywx77',
    identity: '110101190003070010',
  },
  {
    name: 'Wilhelmina Canary',
    phone: '19987654321-4455',
    street: '白鹭湾街道',
    address: '星渚路318号禾木家园2单元901',
    account: '金丝雀小铺888',
    note: '致电 199 8765 4321 联系瞿女士',
    identity: '11010119000307002X',
  },
] as const;

/** No output may hold any of these; parts too, for half a name in the open is no mask. */
const CANARIES = [
  ...['欧阳雪鹭', '雪鹭', '欧阳', '19912345678', '199 1234 5678', '听雨路', '云栖雅筑', '1502', '望澜街道'],
  ...['canary_buyer_8842', 'canary', 'Canary', 'Wilhelmina', '老瞿', '瞿女士', 'canarywx77', '门卫'],
  ...['19987654321', '8765 4321', '星渚路', '禾木家园', '金丝雀', '110101190003070010', '19000307'],
];

const FORMS = {
  'Pinduoduo 2020': {
    header: ORDER_HEADERS.pinduoduo2020,
    columns: {
      order: '订单号',
      state: '订单状态',
      amount: '用户实付金额(元)',
      time: '发货时间',
      fee: '邮费(元)',
      name: '收货人',
      phone: '手机',
      street: '街道',
      note: '买家留言',
      account: '商家备注',
      identity: '身份证号码',
      method: '支付方式',
      address: '消费者资料',
    },
  },
  'Kuaishou 64': {
    header: ORDER_HEADERS.kuaishou64,
    columns: {
      order: '订单号',
      state: '订单状态',
      amount: '实付款',
      time: '发货时间',
      fee: '快递费',
      name: '收货人姓名',
      phone: '收货人电话',
      street: '收货地址-街道',
      note: '买家留言',
      account: '账号明细',
      identity: '实名姓名',
      method: '支付方式',
      address: '收货地址',
    },
  },
} as const;

type Field = keyof (typeof FORMS)['Kuaishou 64']['columns'];

/** The export: sound rows, and for every person every way in which personal data ends up where it does not belong. */
function makeExport(form: keyof typeof FORMS): { bytes: Uint8Array; rows: number } {
  const { header, columns } = FORMS[form];
  let serial = 100_000_000_000_000;
  const record = (
    person: (typeof PEOPLE)[number],
    changes: Partial<Record<Field, string>> = {},
  ): string[] => {
    const number = String(serial++);
    const values: Record<string, string> = {
      ...person,
      order: form === 'Kuaishou 64' ? `2${number.slice(1)}` : `260701-${number}`,
      state: '已发货',
      amount: '88.00',
      time: '2026-07-02 08:00:00',
      fee: '0',
      method: '先用后付',
      ...changes,
    };
    const cells: string[] = header.map(() => '');
    for (const [field, name] of Object.entries(columns))
      cells[header.indexOf(name as never)] = values[field] ?? '';
    return cells;
  };
  const rows = PEOPLE.flatMap((person) => {
    const personal = [
      person.name,
      person.phone,
      person.address,
      person.account,
      person.note,
      person.identity,
    ];
    return [
      record(person),
      ...(['order', 'state', 'amount', 'time', 'fee', 'method'] as const).flatMap((field) =>
        personal.map((text) => record(person, { [field]: text })),
      ),
      record(person).slice(0, 40),
      ['', ...record(person)],
      [...record(person), person.note],
      record(person, { note: `${person.note}\0锟斤拷` }),
      record(person, { order: '' }),
    ];
  });
  const quoted = record(PEOPLE[0], { note: 'QUOTE' });
  const text = toBytes({ header, rows: [...rows, quoted] });
  const bytes = Buffer.from(text).toString('latin1').replace('QUOTE', '"open');
  // The last one lacks its end, and half a character stands in it.
  const broken = Buffer.from(record(PEOPLE[1]).slice(0, 45).join(',')).toString('latin1').slice(0, -1);
  return { bytes: Buffer.from(`${bytes}${broken}\xe6`, 'latin1'), rows: rows.length };
}

function leaks(text: string): string[] {
  return CANARIES.filter((canary) => text.includes(canary));
}

describe.each(Object.keys(FORMS) as (keyof typeof FORMS)[])('personal data of a %s export', (form) => {
  let cwd = '';
  beforeAll(() => {
    cwd = folder();
    writeFileSync(join(cwd, 'o.csv'), makeExport(form).bytes);
  });

  const expectSilent = ({ code, stdout, stderr }: Outcome, exit: number) => {
    expect(code, stderr).toBe(exit);
    expect(leaks(stdout)).toEqual([]);
    expect(leaks(stderr)).toEqual([]);
  };

  it.each(['zh', 'en'])(
    'is in no summary, no inspection, no report and no list of rejects, in %s',
    async (language) => {
      const words = [
        '--rejects',
        'r.csv',
        '--json',
        'r.json',
        '--worklists',
        'lists',
        '--html',
        'r.html',
        '--lang',
        language,
      ];
      expectSilent(await run(['o.csv', ...words], { cwd }), 3);
      const report = readFileSync(join(cwd, 'r.json'), 'utf8');
      expect(leaks(report)).toEqual([]);
      // The problems are all there, with what stood in the cells masked.
      const { problems } = JSON.parse(report) as { problems: { text?: string }[] };
      expect(problems.filter(({ text }) => text !== undefined && text !== '').length).toBeGreaterThan(20);
      expectSilent(await run(['o.csv', '--json', '-', '--no-output', '--lang', language], { cwd }), 3);
      const rejects = readFileSync(join(cwd, 'r.csv'), 'utf8');
      // All those that must be rejected are there, masked: ids, amounts and shapes of both people.
      expect(rejects.split('\r\n').length).toBeGreaterThan(PEOPLE.length * 12);
      expect(leaks(rejects)).toEqual([]);
      expect(leaks(readFileSync(join(cwd, 'r.html'), 'utf8'))).toEqual([]);
      for (const name of readdirSync(join(cwd, 'lists'))) {
        expect(leaks(readFileSync(join(cwd, 'lists', name), 'utf8')), name).toEqual([]);
      }
      expectSilent(await run(['inspect', 'o.csv', '--lang', language], { cwd }), 3);
      expectSilent(await run(['inspect', 'o.csv', '--lossy', '--lang', language], { cwd }), 3);
    },
  );

  it('is in the copy, which is the user’s own file, and in clear where that was asked for', async () => {
    expect((await run(['o.csv', '--rejects', 'r.csv', '--reveal'], { cwd })).code).toBe(3);
    expect(leaks(readFileSync(join(cwd, 'r.csv'), 'utf8'))).toEqual(
      expect.arrayContaining(['欧阳雪鹭', '19912345678']),
    );
    expect(leaks(readFileSync(join(cwd, 'o.audited.csv'), 'utf8'))).toEqual(
      expect.arrayContaining(['欧阳雪鹭', '雪鹭']),
    );
    const { code, stdout } = await run(['inspect', '--records', 'o.csv'], { cwd });
    expect(code).toBe(0);
    expect(leaks(stdout)).toEqual(expect.arrayContaining(['欧阳雪鹭', 'Wilhelmina', 'canarywx77']));
  });
});

/** Bills in whose cells every kind of personal data stands where it does not belong. */
const BILLS = {
  'Pinduoduo bill': {
    header: OTHER_HEADERS.pinduoduoBill,
    sound: {
      商户订单号: '260701-100000000000001',
      发生时间: '2026-07-06 08:00:00',
      '收入金额（+元）': '88.00',
      '支出金额（-元）': '0.00',
      账务类型: '交易收入',
      备注: '-',
      业务描述: '0010002|交易收入-订单收入',
    },
    above: ['拼多多店铺账务明细查询', '起始时间：2026-07-01 00:00:00  终止时间：2026-07-31 23:59:59'],
  },
  'Kuaishou settlement': {
    header: OTHER_HEADERS.kuaishouBill,
    sound: {
      商家ID: '100200300',
      订单号: '2607010000000001',
      '订单实付(元)': '88.00',
      '合计收入(元)': '88.00',
      '技术服务费(元)': '4.00',
      '合计支出(元)': '4.00',
      '实际结算金额(元)': '84.00',
      实际结算时间: '2026-07-06 08:00:00',
      账户名称: '',
      备注: '',
    },
    above: [],
  },
} as const;

function makeBill(form: keyof typeof BILLS): Uint8Array {
  const { header, sound, above } = BILLS[form];
  const cells: Readonly<Record<string, string>> = sound;
  const record = (changes: Readonly<Record<string, string>> = {}) =>
    header.map((name) => changes[name] ?? cells[name] ?? '');
  const rows = PEOPLE.flatMap((person) =>
    [person.name, person.phone, person.address, person.account, person.note, person.identity].flatMap(
      (text) => [
        // Digits alone are an amount where an amount belongs.
        ...Object.keys(cells)
          .filter((name) => !name.includes('金额') || !/^\d+$/.test(text))
          .map((name) => record({ [name]: text })),
        [...record(), text],
        record().slice(0, 2).concat(text),
        // A code that nobody knows, and an order number in a remark.
        record({ 业务描述: `0990001|${text}`, 备注: `（订单${text}）` }),
      ],
    ),
  );
  return toBytes(
    { header, rows: [...Array.from({ length: 30 }, () => record()), ...rows] },
    {
      preamble: [...above],
      footer: [`#收入合计：${PEOPLE[0].name}笔${PEOPLE[0].phone}元`, `#${PEOPLE[1].note}`],
    },
  );
}

describe.each(Object.keys(BILLS) as (keyof typeof BILLS)[])('personal data in a %s', (form) => {
  const orders = `order_id,status,buyer_paid,pay_later\n${Object.values(BILLS[form].sound)[form === 'Pinduoduo bill' ? 0 : 1]},shipped,88.00,yes\n`;

  it.each(['zh', 'en'])('is in no summary, no report and no copy, in %s', async (language) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'o.csv'), orders);
    writeFileSync(join(cwd, 'bill.csv'), makeBill(form));
    const words = [
      'o.csv',
      '--as-of',
      '2026-07-20',
      '--bills',
      'bill.csv',
      '--json',
      'r.json',
      '--rejects',
      'r.csv',
      '--lang',
      language,
    ];
    const { code, stdout, stderr } = await run(words, { cwd });
    expect(code, stderr).toBe(3);
    expect(leaks(stdout + stderr)).toEqual([]);
    const report = readFileSync(join(cwd, 'r.json'), 'utf8');
    expect(leaks(report)).toEqual([]);
    const { problems, totals } = JSON.parse(report) as {
      problems: { code: string; input: string; text?: string }[];
      totals: { netCollectedFen: number };
    };
    // What is damaged is told with its masked text, and what is sound is read.
    const told = problems.filter(({ input, text }) => input === 'bill.csv' && (text ?? '') !== '');
    expect(told.length).toBeGreaterThan(20);
    expect(totals.netCollectedFen).toBeGreaterThan(0);
    for (const name of ['r.csv', 'o.audited.csv']) {
      expect(leaks(readFileSync(join(cwd, name), 'utf8')), name).toEqual([]);
    }
    const inspected = await run(['inspect', 'bill.csv', '--lang', language], { cwd });
    expect(leaks(inspected.stdout + inspected.stderr)).toEqual([]);
  });
});

describe('personal data in a mistake', () => {
  const rows = PEOPLE.map((person) =>
    Object.values(person)
      .map((cell) => `"${cell}"`)
      .join(','),
  );

  it.each<{ what: string; files: Record<string, string>; args: string[]; exit: number }>([
    { what: 'a table without a header', files: { 'o.csv': rows.join('\n') }, args: ['o.csv'], exit: 2 },
    {
      what: 'a table without a header, inspected',
      files: { 'o.csv': rows.join('\n') },
      args: ['inspect', 'o.csv'],
      exit: 2,
    },
    {
      what: 'a list of order numbers that is none',
      files: {
        'o.csv': 'order_id,status,buyer_paid\n12345678,shipped,1.00\n',
        'l.csv': `12345678\n${rows.join('\n')}\n${PEOPLE.map(({ phone, name }) => `${phone}\n${name}`).join('\n')}\n`,
      },
      args: ['o.csv', '--pay-later-orders', 'l.csv'],
      exit: 0,
    },
    {
      what: 'a second header with people in it',
      files: {
        'o.csv': `order_id,status,buyer_paid,recipient\norder_id,status,buyer_paid,${PEOPLE[0].name}\n`,
      },
      args: ['o.csv'],
      exit: 2,
    },
  ])('$what is not shown', async ({ files, args, exit }) => {
    const cwd = folder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    for (const language of ['zh', 'en']) {
      const { code, stdout, stderr } = await run([...args, '--lang', language], { cwd });
      expect(code, stderr).toBe(exit);
      expect(leaks(stdout + stderr)).toEqual([]);
    }
  });
});
