// Tokens of notes: one contact has one spelling however it is written, and nothing ordinary is ever a token.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteTokens as readNote } from '../../src/linkage/note-tokens.js';

const noteTokens = (note: string) => readNote(note).tokens;

/** Every way of writing one contact, and the token that all of them are. */
const CONTACTS: Readonly<Record<string, readonly string[]>> = {
  abc123: [
    ...[
      'V信：ab_c123',
      'vx abc123',
      '微 信 abc123',
      '微信号:abc123',
      'VX:ABC123',
      'ｖｘ：ＡＢＣ１２３',
      'wx abc-123',
    ],
    ...[
      '加v abc123',
      '加V：abc123 谢谢',
      '薇信abc123',
      '威信号 abc123',
      '维信abc123',
      '徽信：abc123',
      'v❤ abc123',
    ],
    ...[
      'wechat: abc123',
      'WeChat ID: abc123',
      'weixin=abc123',
      'vxabc123',
      'V:abc123',
      'v：abc123',
      '加我：abc123',
    ],
    ...[
      '微信号是abc123',
      '加微信abc123聊',
      '老板好，vx abc123，到了说一声',
      '放门口，微信abc123',
      'vx abc 123 谢谢',
    ],
    ...[
      'w x a b c 1 2 3',
      'v x：a b c 1 2 3',
      '联系方式：abc123',
      '微信\u200babc123',
      '【微信】abc123',
      '(vx)abc123',
    ],
  ],
  gx88k2: ['vx gx88k2', '微信GX88K2', 'v信 gx_88_k2', '加v gx88k2。', '微信号码：gx88k2'],
  zhanglaosan: ['vx zhanglaosan', '加v zhanglaosan', '微信:ZhangLaoSan', '微信 zhang_lao_san'],
  '87654321': [
    ...[
      'QQ87654321',
      'qq:87654321',
      'ＱＱ：８７６５４３２１',
      'q q 87654321',
      '扣扣 87654321',
      '企鹅87654321',
    ],
    ...['qq号87654321', 'QQ号码：87654321', 'q:87654321', '加q87654321', '加Q 87654321', '87654321@qq.com'],
    ...['微信 87654321', 'QQ 87654321 谢谢'],
  ],
  '19900012345': [
    ...['19900012345', '电话19900012345', '199 0001 2345', '199-0001-2345', '1990001 2345', '199 00012345'],
    ...[
      '+86 19900012345',
      '+8619900012345',
      '0086 199-0001-2345',
      '１９９０００１２３４５',
      '1 9 9 0 0 0 1 2 3 4 5',
    ],
    ...[
      'V19900012345',
      'vx19900012345',
      '微信19900012345',
      '加v：19900012345',
      'tel19900012345',
      'q19900012345',
    ],
    ...[
      '①⑨⑨⓪⓪⓪①②③④⑤',
      '请打199.0001.2345，谢谢',
      '19900012345（王）',
      '张三19900012345放门口',
      '199·0001·2345',
    ],
  ],
  '19900012345-1234': ['19900012345-1234', '19900012345转1234', '19900012345 转 1234', '199 0001 2345[1234]'],
  '057188886666': ['0571-88886666', '公司电话 0571-88886666', '０５７１－８８８８６６６６'],
  'li.si@example.org': [
    'li.si@example.org',
    '发票发到Li.Si@Example.org，谢谢',
    '邮箱：ｌｉ.ｓｉ＠example.org',
  ],
  'm.example.cn/h.k9x': [
    ...[
      'http://m.example.cn/h.k9x',
      'https://m.example.cn/h.k9x/',
      'm.example.cn/h.k9x',
      'M.EXAMPLE.CN/h.k9x',
    ],
    ...['看这里https://m.example.cn/h.k9x，谢谢', 'www.m.example.cn/h.k9x'],
  ],
  k9x27b4: ['k9x27b4', 'K9X27B4', '备注k9x27b4', 'ｋ９ｘ２７ｂ４', '放门口 k9x27b4 谢谢', '（k9x27b4）'],
  gx883012: ['gx883012', 'GX883012', '码GX883012', 'gx883012，放门口'],
  abk9: ['暗号abk9', '暗号：ABK9', '暗 号 是 abk9', '暗号为“abk9”', '说暗号ａｂｋ９'],
  芝麻开门: ['暗号芝麻开门', '暗号：芝麻开门', '暗号 芝麻开门，谢谢', '暗 号是“芝麻开门”'],
  王建国: [
    ...[
      '对接人王建国',
      '对接人：王建国',
      '对 接 人 王建国 放门口',
      '找王建国拿',
      '找王建国取',
      '到了找王建国拿货，谢谢',
    ],
    ...[
      '王建国介绍的',
      '王建国介绍来的',
      '由王建国介绍',
      '经王建国推荐',
      '是王建国推荐的',
      '老板你好，王建国推荐的',
    ],
  ],
  欧阳明月: ['对接人欧阳明月', '欧阳明月介绍的', '找欧阳明月拿'],
};

/** Notes that hold nothing to be linked by. */
const ORDINARY: Readonly<Record<string, readonly string[]>> = {
  courtesies: [
    ...[
      '',
      ' ',
      '-',
      '无',
      '放门口',
      '谢谢',
      '放门口, 谢谢',
      '尽快发货',
      '加急',
      '老客户, 送小样',
      '轻拿轻放！！！',
    ],
    ...[
      '发顺丰',
      '请发中通',
      '不要发邮政',
      '周末送货',
      '送货前打电话',
      'thank you very much',
      'THANKS',
      'please hurry',
    ],
    ...[
      'ok ok ok ok',
      '谢谢老板😊😊😊😊😊😊',
      '👍👍👍👍👍👍',
      '。。。。。。',
      '!!!!!!!',
      '～～～～～～',
      '……………',
    ],
    ...[
      '找不到路打电话',
      '对不起，写错了',
      '推门进',
      '介意串货',
      '暗色的',
      '加微信',
      '加我微信',
      '微信联系',
      '有微信吗',
    ],
    ...[
      '微信支付',
      '微信 please',
      'vx thanks',
      '微信付款100元',
      '微信转账12345元',
      '推荐一个颜色',
      '强烈推荐',
      '强烈推荐的',
    ],
  ],
  goods: [
    ...[
      'XL',
      'xxl',
      '2XL',
      '42码',
      '要42码',
      '36/37码',
      'A17款',
      'A17',
      'iPhone15',
      'iPhone15ProMax',
      'iphone 15 pro max',
    ],
    ...[
      '苹果15promax透明壳',
      'Mate60Pro',
      'mate60',
      'redmi12c',
      'Note13Pro',
      'RTX4090',
      'rtx4060ti16g',
      'i7-13700K',
    ],
    ...[
      '12400F',
      'DDR5-6400',
      'DDR56400',
      'WH-1000XM5',
      'wf1000xm4',
      'NB574',
      'dw5600',
      'AX3000',
      'TK9527',
      'abc123',
    ],
    ...[
      '500ml',
      '100cm',
      '256GB',
      '10W30',
      '220V',
      '5G手机',
      '3XL加大',
      'S23Ultra',
      'switch2024abc',
      'Type-C2C3A4',
    ],
    ...[
      '粉色M码',
      '白色 L',
      'GX883012款',
      '尺码:170/92A',
      '货号KZ20230112',
      '款号 ab12cd34',
      '型号：k9x27b4',
      'SKU: gx883012',
    ],
    ...[
      'vx iphone15',
      '微信 iphone15promax',
      'A01050',
      'B120405',
      'ps5pro2t1tb',
      '编码K9X27B4',
      '批号 GX883012',
    ],
  ],
  'times and amounts': [
    ...[
      '2026-06-01',
      '20260601',
      '2026/6/1 12:30',
      '6月1日前',
      '6.18',
      '18:00-20:00',
      '12点半',
      '06-01 12:30:45',
    ],
    ...[
      '99.9元',
      '退款128.50',
      '已返5元',
      '¥1,299.90',
      '补差价 150 20260601',
      '转账12345',
      '改价 88888',
      '100 200 300',
    ],
    ...[
      '日期GX20260601',
      'gx20260601',
      'AB260601',
      '1/2/3/4/5/6',
      '12345',
      '1234567',
      '123456789',
      '微信 20260601',
    ],
  ],
  places: [
    ...[
      '401室',
      '3-2-401',
      'A座1203',
      'b1203',
      '3栋2单元401',
      'B栋B1203房',
      '12号楼3单元1502',
      '5楼',
      '房号k9x27b4',
    ],
    ...[
      '门牌12-34-56',
      '邮编310000',
      '3幢2-1502',
      'T2栋1801',
      '二期16-2-3401',
      '门禁密码2580#',
      '楼下密码#1357',
      '1203*',
    ],
  ],
  'numbers of the shop and of carriers': [
    ...[
      '补发 SF1234567890123',
      '补发SF1234567890123',
      'SF1234567890123',
      '圆通YT1234567890123',
      'JT1234567890123',
    ],
    ...[
      '中通 73123456789012',
      '快递单号：9876543210123',
      'JDVA01234567890',
      'EA123456789CN',
      '换货 STO773123456789012',
    ],
    ...['运单 19900012345', '单号:19900012345', '260601-123456789012345', '订单260601-123456789012345补发'],
    ...[
      '原单 260601-123456789012345',
      '订单号2605311234567890',
      '3600000000000000123',
      '发票 税号91330106MA2K9X27B4',
    ],
    ...[
      '91330106MA2K9X27B4',
      '抬头：某公司 税号 91330106MA2K9X27B4',
      '物流AB12CD34EF',
      '快递 k9x27b4',
      'DPK202612345678',
    ],
  ],
  'tags of a shop': [
    ...[
      'G-1',
      'G-12',
      'G-0612',
      'V-3',
      'V-20260601',
      'V-12abc',
      'S单',
      'S单12',
      'g-ab12cd34',
      'V 12',
      'v12',
      'Q1',
      'BD-01',
    ],
    ...[
      'G-k9x27b4',
      '刷单',
      '补单 G-15',
      '拍单3',
      '测评A组',
      'A-1',
      'k9x27b4-G',
      'VIP',
      'vip888',
      'VIP客户',
      'S-20260601-01',
    ],
  ],
  'masked, invented and incomplete contacts': [
    ...[
      '199****2345',
      '手机 199****2345',
      '1990001*345',
      '***',
      '13800138000',
      '13800000000',
      '18888888888',
      '1990001234',
    ],
    ...[
      '199000123456',
      '尾号2345',
      '电话 2345',
      '微信 ab1',
      'vx 1234',
      'qq 1234',
      '微信****',
      'vx a***3',
      'li@',
      '@wang',
    ],
    ...[
      'www.taobao.com',
      'https://www.jd.com/',
      'pinduoduo.com',
      'qq.com',
      '9.9',
      '3.14159265',
      '1.2.3.4.5.6',
      'www.',
      'http://',
    ],
  ],
  'people who are nobody': [
    ...[
      '朋友介绍的',
      '同事推荐的',
      '闺蜜推荐的',
      '小红书推荐的',
      '主播推荐的',
      '直播间推荐的',
      '老王介绍的',
      '小李推荐的',
    ],
    ...[
      '王哥介绍',
      '李姐推荐的',
      '张师傅介绍的',
      '陈总推荐',
      '对接人老王',
      '对接人小李',
      '对接人王经理',
      '对接人',
      '对接人：',
    ],
    ...[
      '找物业拿',
      '找门卫取',
      '找前台拿',
      '找保安拿',
      '找驿站取',
      '找我拿',
      '找老板拿',
      '找同事小张拿',
      '找时间取',
      '找人拿',
    ],
    ...[
      '质量好推荐的',
      '值得推荐',
      '王者荣耀推荐的',
      '联系人王先生',
      '联系人王建国',
      '收货人王建国',
      '王建国收',
      '口令王建国',
    ],
    ...[
      '暗号',
      '暗号：',
      '暗号666',
      '暗号8888',
      '暗号主播送的',
      '暗号福利',
      '暗号谢谢',
      '是我同学介绍的',
      '高老师推荐的',
    ],
  ],
};

const flat = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([key, notes]) => notes.map((note): [string, string] => [key, note]));

describe('tokens of notes', () => {
  it.each(flat(CONTACTS))('%s in %j', (token, note) => {
    expect(noteTokens(note)).toEqual([token]);
  });

  it.each(flat(ORDINARY))('none of %s: %j', (_, note) => {
    expect(noteTokens(note)).toEqual([]);
  });

  it('takes several of one note, each once, sorted', () => {
    expect(noteTokens('vx abc123 或 QQ 87654321，电话199 0001 2345，vx：ABC123')).toEqual([
      '19900012345',
      '87654321',
      'abc123',
    ]);
    expect(noteTokens('补发 SF1234567890123，对接人王建国 19900012345')).toEqual(['19900012345', '王建国']);
    expect(noteTokens('iPhone15 黑色 42码，vx gx88k2')).toEqual(['gx88k2']);
  });

  it('keeps an id whole and apart from its neighbours', () => {
    expect(noteTokens('vx abc123 iphone15 2件')).toEqual(['abc123']);
    expect(noteTokens('微信abc123 XL')).toEqual(['abc123']);
    expect(noteTokens('微信abc124')).not.toEqual(noteTokens('微信abc123'));
    expect(noteTokens('19900012345-1234')).not.toEqual(noteTokens('19900012345-1235'));
  });

  const blank = fc.constantFrom('', ' ', '\u3000', '\t', '，', '。', '；');
  const aside = fc.constantFrom('放门口', '谢谢', '尽快发货', '42码', '白色', '加急', '6月1日前', '3栋401室');

  it('finds a contact among courtesies whatever stands around it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...flat(CONTACTS)), aside, aside, ([token, note], before, behind) => {
        expect(noteTokens(`${before}，${note}，${behind}`)).toEqual([token]);
      }),
      { seed: 20_260_601, numRuns: 400 },
    );
  });

  it('finds nothing in ordinary notes that are put together', () => {
    const ordinary = fc.constantFrom(...flat(ORDINARY).map(([, note]) => note));
    fc.assert(
      fc.property(ordinary, ordinary, aside, (a, b, c) => {
        expect(noteTokens(`${a}；${c}；${b}`)).toEqual([]);
      }),
      { seed: 20_260_602, numRuns: 2000 },
    );
  });

  it('reads any text to an end, to few distinct tokens in order, in the same way again', () => {
    const sign = fc.constantFrom(
      ...[...'vxqwab_c123-@.:/＋８①号微信暗对接人找拿介绍王推荐的 \t*'],
      'vx ',
      '199',
      '\ud83d',
    );
    const note = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(sign, { maxLength: 60 }));
    fc.assert(
      fc.property(note, blank, (signs, tail) => {
        const text = Array.isArray(signs) ? signs.join('') : signs;
        const tokens = noteTokens(text);
        expect(tokens).toEqual([...new Set(tokens)].sort());
        expect(tokens.length).toBeLessThanOrEqual(8);
        for (const token of tokens) expect(token).toMatch(/^\S{2,}$/u);
        expect(noteTokens(text + tail.trim())).toEqual(noteTokens(text + tail.trim()));
      }),
      { seed: 20_260_603, numRuns: 2000 },
    );
  });

  it('takes no longer than its length allows', () => {
    for (const sign of [
      'a',
      '1',
      'a.',
      'v ',
      '1 ',
      'a1',
      'vx',
      '王',
      '暗号',
      '找王',
      'www.',
      '@a',
      '_a',
      '-',
    ]) {
      expect(noteTokens(sign.repeat(200_000)).length).toBeLessThanOrEqual(8);
    }
  });
});

describe('what a note does not announce', () => {
  it.each([
    ['gxk1860', ['gxk1860']],
    ['找gxk1860对接', ['gxk1860']],
    ['联系GXK1860 已约好', ['gxk1860']],
    ['ｇｘｋ１８６０', ['gxk1860']],
    ['q922580 和 tk9527', ['q922580', 'tk9527']],
    ['微信gxk1860', []],
    ['gxk88abc 不是 gxk18', ['gxk88abc']],
    ['iphone15pro', []],
    ['12345678', []],
    ['abcdefgh', []],
    ['gxk1860款', []],
    ['型号gxk1860', []],
    ['放门口，谢谢', []],
  ])('is bare: %s', (note, bare) => {
    expect(readNote(note).bare).toEqual(bare);
  });

  it('is what the same id is where it is announced', () => {
    expect(readNote('微信GXK_1860').tokens).toEqual(readNote('找gxk1860对接').bare);
    expect(readNote('微信gxk1860，找gxk1860对接')).toMatchObject({ tokens: ['gxk1860'], bare: ['gxk1860'] });
  });
});
