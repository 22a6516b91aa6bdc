// Messages for tables that are read but not understood: header, columns, encoding, pay-later; in both languages.

import type { UserErrorCode } from '../../core/user-error.js';
import type { Language } from '../model.js';
import { about, type ErrorWords, type Facts, lines } from './facts.js';
import { type Both, grouped, listed } from './language.js';
import { kindName, PLATFORMS } from './terms.js';

/** `拼多多订单` for the platform and kind that an unknown table comes nearest to; null when none is near. */
function nearest(facts: Facts): Both | null {
  const platform = facts.text('platform') as keyof typeof PLATFORMS;
  const kind = facts.text('kind') as 'orders' | 'bill' | 'after-sales';
  const book = facts.text('book') === 'account' ? 'account' : undefined;
  const name = PLATFORMS[platform];
  if (name === undefined || facts.number('recognised') === 0) return null;
  return {
    zh: `${name.zh}的${kindName(kind, platform, book).zh}导出`,
    en: `${name.en} ${kindName(kind, platform, book).en}`,
  };
}

/** What each file is: `货款明细.csv：拼多多货款明细`. */
function kindLines(facts: Facts, language: Language): string[] {
  const kinds = facts.list('kinds');
  return facts.paths('path').flatMap((path, i) => {
    const [platform, kind, book] = (kinds[i] ?? '').split(' ') as [
      keyof typeof PLATFORMS,
      'bill' | 'after-sales',
      'account' | undefined,
    ];
    if (PLATFORMS[platform] === undefined) return [];
    const name = path.split(/[\\/]/).at(-1) ?? path;
    const what = kindName(kind, platform, book)[language];
    return language === 'zh'
      ? `${name}：${PLATFORMS[platform].zh}${what}`
      : `${name}: ${PLATFORMS[platform].en} ${what}`;
  });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('');
}

export const FORMAT_ERRORS = {
  'encoding-unknown': {
    zh: (facts) => ({
      what: `不认识这个编码：${facts.text('name')}`,
      todo: '可以写 utf-8、gb18030（gbk 也行）、utf-16le、utf-16be；不写 --encoding 就自动判断。',
    }),
    en: (facts) => ({
      what: `Unknown encoding: ${facts.text('name')}`,
      todo: 'Known are utf-8, gb18030 (gbk is the same), utf-16le, utf-16be; without --encoding it is detected.',
    }),
  },
  'bills-foreign': {
    zh: (facts) => ({
      what: `货款明细和订单不是一家店的，或时间、钱包对不上：普通订单只对上 ${facts.number('percent')}%（${facts.number('orders')} 单）：${facts.path()}`,
      todo: '换成同一家店、同一段时间的货款明细；有几个收款账户的，每个账户的都要给。',
    }),
    en: (facts) => ({
      what: `the bills are another shop's, period's or wallet's: only ${facts.number('percent')}% of ${facts.number('orders')} ordinary orders stand in them: ${facts.path()}`,
      todo: 'Give the bills of the same shop and period; with several accounts, those of each of them.',
    }),
  },
  'not-a-bill': {
    zh: (facts) => ({
      what: `--bills 后面的文件不是货款明细或结算单：${facts.path()}`,
      todo: '订单导出直接写在命令后面，不用 --bills；单个文件是什么，用 bnpl-audit inspect 看。',
    }),
    en: (facts) => ({
      what: `a file after --bills is no bill or settlement: ${facts.path()}`,
      todo: 'Name order exports without --bills; bnpl-audit inspect tells what a file is.',
    }),
  },
  'not-after-sales': {
    zh: (facts) => ({
      what: `--after-sales 后面的文件不是售后单：${facts.path()}`,
      todo: '订单导出直接写在命令后面，账单写在 --bills 后面；单个文件是什么，用 bnpl-audit inspect 看。',
    }),
    en: (facts) => ({
      what: `a file after --after-sales is no after-sales export: ${facts.path()}`,
      todo: 'Name order exports without an option and bills with --bills; bnpl-audit inspect tells what a file is.',
    }),
  },
  'not-recipients': {
    zh: (facts) => ({
      what: `--recipients 后面的文件不是收件信息表：${facts.path()}`,
      todo: lines(
        '要有订单号（订单号、平台订单号、线上订单号、原始单号等）或快递单号，还要有收件人、手机、地址，',
        `或平台的收件人编号（open_address_id、buyerOpenId）；${
          facts.list('there').length === 0
            ? '这份里一列都没有。'
            : `这份里有的：${quoted(facts.list('there'))}`
        }`,
      ),
    }),
    en: (facts) => ({
      what: `a file after --recipients is no table of recipients: ${facts.path()}`,
      todo: lines(
        'It needs an order number (订单号, 平台订单号, 线上订单号, 原始单号) or a waybill (快递单号), and a',
        'recipient (收件人), phone (手机), address (地址) or anonymous id (open_address_id, buyerOpenId);',
        facts.list('there').length === 0
          ? 'the file has none of these columns.'
          : `of these the file has: ${facts.list('there').join(', ')}`,
      ),
    }),
  },
  'format-unknown': {
    zh: (facts) => {
      if (facts.number('doubled') === 1) {
        return {
          what: `表头是乱码，UTF-8 的文件被当成 GBK 打开后又存过：${facts.path()}`,
          todo: '乱掉的字改不回来，回商家后台重新导出。要用 Excel 看，先复制一份再打开。',
        };
      }
      const near = nearest(facts);
      if (near === null) {
        return {
          what: `认不出是哪种导出，没有一个列名对得上：${facts.path()}`,
          todo: lines(
            '要的是拼多多或快手商家后台导出的订单 CSV，表头在前 30 行里。',
            '列名是自己起的，用 --platform generic 加 --map 字段=列名 说明，如 --map order_id=单号。',
          ),
        };
      }
      const missing = facts.list('missing');
      return {
        what: `认不出是哪种导出：${facts.path()}`,
        todo: lines(
          `最像${near.zh}：对上 ${facts.number('recognised')} 个列名${missing.length === 0 ? '' : `，还缺${quoted(missing)}`}`,
          '导出时勾上缺的列；列名改过的，用 --map 字段=列名 说明；自己做的表，加 --platform generic。',
        ),
      };
    },
    en: (facts) => {
      if (facts.number('doubled') === 1) {
        return {
          what: `The header is garbled, UTF-8 was read as GBK and saved again: ${facts.path()}`,
          todo: 'It cannot be undone: export again. To look at an export in Excel, open a copy.',
        };
      }
      const near = nearest(facts);
      if (near === null) {
        return {
          what: `Not a known export, none of its headers is known: ${facts.path()}`,
          todo: lines(
            "Needed is an order CSV of Pinduoduo's or Kuaishou's back office, its header among the first 30 rows.",
            'For a table of your own: --platform generic and --map field=HEADER, such as --map order_id=No.',
          ),
        };
      }
      const missing = facts.list('missing');
      return {
        what: `Not a known export: ${facts.path()}`,
        todo: lines(
          `Nearest: ${near.en}, ${facts.number('recognised')} headers known${missing.length === 0 ? '' : `, missing: ${listed(missing, 'en')}`}`,
          'Export the missing columns; name renamed ones with --map field=HEADER; for a table of your own add --platform generic.',
        ),
      };
    },
  },
  'header-damaged': {
    zh: (facts) => ({
      what: `表头（第 ${facts.number('row')} 行）有坏字节，可能少认一列：${facts.path()}`,
      todo: '重新导出、重新下载；一定要读，加 --lossy，坏掉的列名就当不认识。',
    }),
    en: (facts) => ({
      what: `The header (row ${facts.number('row')}) holds invalid bytes, a column may be lost: ${facts.path()}`,
      todo: 'Export and download again; --lossy reads on, and takes a spoiled header for an unknown one.',
    }),
  },
  'header-different': {
    zh: (facts) => ({
      what: `第 ${facts.number('row')} 行又是一个表头，和上面的不一样：${facts.path()}`,
      todo: '一个文件里放了两张表：拆成两个文件，各带自己的表头，再一起核查。',
    }),
    en: (facts) => ({
      what: `Row ${facts.number('row')} is a second header, other than the first: ${facts.path()}`,
      todo: 'Two tables are in one file: split them into two files, each with its header, and audit both.',
    }),
  },
  'header-too-wide': {
    zh: (facts) => ({
      what: `列太多，超过 ${grouped(facts.number('limit'))} 列：${facts.path()}`,
      todo: '看看分隔符对不对（--delimiter），或删掉用不到的列。',
    }),
    en: (facts) => ({
      what: `More than ${grouped(facts.number('limit'))} columns: ${facts.path()}`,
      todo: 'Check the delimiter (--delimiter), or remove columns that are not needed.',
    }),
  },
  'list-empty': about(
    ['订单号清单里没有订单号', '一行写一个订单号，或给一个带「订单号」列的 CSV。'],
    ['The list holds no order number', 'Write one order number a line, or give a CSV with a column 订单号.'],
  ),
  'map-column-absent': {
    zh: (facts) => ({
      what: `--map ${facts.text('field')}=${facts.text('header')}，但没有「${facts.text('header')}」这一列：${facts.path()}`,
      todo: `这个文件的列有：${listed(facts.list('columns'), 'zh')}${facts.more('columns') === 0 ? '' : ` 等，另有 ${facts.more('columns')} 列`}`,
    }),
    en: (facts) => ({
      what: `--map ${facts.text('field')}=${facts.text('header')}, but there is no such column: ${facts.path()}`,
      todo: `The file's columns: ${listed(facts.list('columns'), 'en')}${facts.more('columns') === 0 ? '' : ` and ${facts.more('columns')} more`}`,
    }),
  },
  'map-field-unknown': {
    zh: (facts) => ({
      what: `--map 里没有这个字段：${facts.text('field')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `想写的是不是：${listed(facts.list('near'), 'zh')}`,
        `常用的：order_id、status、buyer_paid、merchant_receives、pay_later、shipped_at、received_at；全部 ${facts.list('fields').length + facts.more('fields')} 个见 README。`,
      ),
    }),
    en: (facts) => ({
      what: `Unknown field in --map: ${facts.text('field')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `Meant perhaps: ${listed(facts.list('near'), 'en')}`,
        `Often used: order_id, status, buyer_paid, merchant_receives, pay_later, shipped_at, received_at; all ${facts.list('fields').length + facts.more('fields')} are in the README.`,
      ),
    }),
  },
  'no-orders-input': {
    zh: (facts) => ({
      what: `给的文件里没有订单导出：${facts.path()}`,
      todo: lines(
        ...kindLines(facts, 'zh'),
        '货款明细和售后单要和订单一起给：再加上商家后台导出的订单 CSV。',
      ),
    }),
    en: (facts) => ({
      what: `There is no order export among the files: ${facts.path()}`,
      todo: lines(
        ...kindLines(facts, 'en'),
        'Bills and after-sales go with orders: add the order CSV of the back office.',
      ),
    }),
  },
  'pay-later-undecidable': {
    zh: (facts) => ({
      what: `看不出哪些订单是先用后付，没有核查：${facts.path()}`,
      todo: lines(
        facts.number('blank') === 1
          ? `有能说明的列，但整列都是空的：${listed(facts.list('columns'), 'zh')}`
          : `找过这些列，都没有：${listed(facts.list('columns'), 'zh')}`,
        '选一个办法：',
        '1. 导出前已经筛成只有先用后付：加 --all-pay-later',
        '2. 有一份先用后付的订单号：加 --pay-later-orders 文件（一行一个）',
        '3. 有一列能说明，只是名字不同：加 --map pay_later=列名',
        '4. 回商家后台换一个模板，勾上「是否先用后付」，重新导出',
      ),
    }),
    en: (facts) => ({
      what: `Nothing tells which orders are pay-later, no audit was made: ${facts.path()}`,
      todo: lines(
        facts.number('blank') === 1
          ? `A column that could tell is there, but blank throughout: ${listed(facts.list('columns'), 'en')}`
          : `None of these columns is there: ${listed(facts.list('columns'), 'en')}`,
        'Ways out:',
        '1. The export was already filtered to pay-later: add --all-pay-later',
        '2. There is a list of pay-later order numbers: add --pay-later-orders FILE (one a line)',
        '3. A column under another name tells it: add --map pay_later=HEADER',
        '4. Export again with another template that has 是否先用后付',
      ),
    }),
  },
} as const satisfies Partial<Record<UserErrorCode, ErrorWords>>;
