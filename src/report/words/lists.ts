// Words about the shop's lists: their names, what is wrong with an entry, and what they took out or found.

import type { EntryFault, ListName } from '../../core/lists.js';
import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { UserErrorCode } from '../../core/user-error.js';
import type { ErrorWords, Facts } from './facts.js';
import { type Both, grouped, plural } from './language.js';

export const LIST_TITLES: Readonly<Record<ListName, Both>> = {
  phones: { zh: '电话名单', en: 'known phones' },
  addresses: { zh: '地址名单', en: 'known addresses' },
  'pickup-points': { zh: '代收点名单', en: 'known pickup points' },
  wholesale: { zh: '批发客户名单', en: 'wholesale buyers' },
  staff: { zh: '店铺自己人和地址名单', en: 'staff and own addresses' },
  tags: { zh: '店内标记', en: "the shop's note tags" },
  'pickup-words': { zh: '代收点的叫法', en: 'words for pickup points' },
  'note-words': { zh: '留言和备注里要核实的字样', en: 'words in notes that need a look' },
};

const FAULTS: Readonly<Record<EntryFault, Both<readonly [what: string, todo: string]>>> = {
  'phone-unreadable': {
    zh: ['读不出完整的电话号码', '写完整的手机号，或带区号的座机，一行一个。'],
    en: [
      'no full phone number',
      'Write a whole mobile number, or a landline with its area code, one a line.',
    ],
  },
  'address-short': {
    zh: [
      '地址太短，会盖住整条街、整个区县',
      '写到门牌号、小区、大厦或房号，比如：浙江省杭州市西湖区青禾路12号。',
    ],
    en: [
      'the address is so short that it would cover a whole street or district',
      'Write it down to the house, compound, building or room: 浙江省杭州市西湖区青禾路12号.',
    ],
  },
  masked: {
    zh: ['打了码，认不出是谁', '写没有打码的电话、地址或账号。'],
    en: ['it is masked and names nobody', 'Write the phone, address or account in full.'],
  },
  'nothing-usable': {
    zh: ['没有能用的内容', '电话、地址、账号至少写一个；批发客户写账号、电话，或姓名加电话；只写姓名不行。'],
    en: [
      'nothing usable stands there',
      'Write a phone, an address or an account; a wholesale buyer by account, phone, or name and phone. A name alone names nobody.',
    ],
  },
  'word-unusable': {
    zh: [
      '不能当作标记、叫法或字样',
      '写有字母、数字或汉字的短词；代收点的叫法和留言字样要两个字以上、二十个字以内。',
    ],
    en: [
      'it is no tag or word',
      'Write a short word with letters, figures or Chinese characters; a word for pickup points or for notes has 2 to 20 of them.',
    ],
  },
  'quote-open': {
    zh: ['引号没有配对', '把这一行多出来的双引号去掉，或补上另一半。'],
    en: ['a quote is never closed', 'Take the double quote away, or close it.'],
  },
  'columns-unknown': {
    zh: [
      '认不出列',
      '第一行写列名：姓名、手机、地址、账号、备注（或 name, phone, address, account, note），或只留一列。',
    ],
    en: [
      'the columns are not known',
      'Name them in the first line: name, phone, address, account, note (or 姓名, 手机, 地址, 账号, 备注), or keep one column.',
    ],
  },
};

function faultOf(facts: Facts): Both<readonly [string, string]> {
  return FAULTS[facts.text('fault') as EntryFault] ?? FAULTS['nothing-usable'];
}

function titleOf(facts: Facts): Both {
  return LIST_TITLES[facts.text('list') as ListName] ?? { zh: '名单', en: 'the list' };
}

type ListError = Extract<UserErrorCode, 'list-entry-unusable' | 'list-too-large'>;

export const LIST_ERRORS: Readonly<Record<ListError, ErrorWords>> = {
  'list-entry-unusable': {
    zh: (facts) => ({
      what: `${titleOf(facts).zh}${facts.number('row') === 0 ? '' : `第 ${facts.number('row')} 行`}，${faultOf(facts).zh[0]}：${facts.path()}`,
      todo: faultOf(facts).zh[1],
    }),
    en: (facts) => ({
      what: `${facts.number('row') === 0 ? 'An entry' : `Line ${facts.number('row')}`} of ${titleOf(facts).en}, ${faultOf(facts).en[0]}: ${facts.path()}`,
      todo: faultOf(facts).en[1],
    }),
  },
  'list-too-large': {
    zh: (facts) => ({
      what: `名单文件太大，超过 ${facts.number('limit')} MB：${facts.path()}`,
      todo: '看看是不是拿错了文件；名单一行一个，只留要用的。',
    }),
    en: (facts) => ({
      what: `A list of more than ${facts.number('limit')} MB: ${facts.path()}`,
      todo: 'Check whether it is the right file; a list has one entry a line.',
    }),
  },
};

/** What an error of a list means where no file is at hand. */
export const LIST_ERROR_MEANINGS = {
  'list-entry-unusable': {
    zh: [
      '名单里有一行不能用：电话读不出、地址太短、打了码，或什么也没写。整次核查停下，免得以为名单起了作用。',
      '错误信息里有文件和行号，改好那一行再运行。',
    ],
    en: [
      'A line of a list cannot be used: no full phone, too short an address, masked, or nothing there. The run stops rather than leave it out in silence.',
      'The message names the file and the line; mend it and run again.',
    ],
  },
} as const satisfies Readonly<Record<string, Both<readonly [string, string]>>>;

/** Under `--verbose`: how many entries a list has, and the orders that are on it. */
export const LIST_LINE: Both<(list: ListName, entries: number, orders: number, fen: number) => string> = {
  zh: (list, entries, orders, fen) =>
    `${LIST_TITLES[list].zh} ${grouped(entries)} 条：对上先用后付 ${grouped(orders)} 单，未收货款 ${yuan(fen)} 元`,
  en: (list, entries, orders, fen) =>
    `${LIST_TITLES[list].en}, ${plural(entries, 'entry', 'entries')}: ${plural(orders, 'pay-later order')}, outstanding ${yuan(fen)} yuan`,
};
export const LISTS_TITLE: Both = {
  zh: '名单（在名单里的单仍然算在各项合计里）',
  en: 'Lists (orders on them stay in all totals)',
};
/** A finding that is shown apart: its sentence, and that its yuan are in the totals all the same. */
export const ASIDE: Both<(line: string) => string> = {
  zh: (line) => `${line}（仍算在上面的合计里）`,
  en: (line) => `${line[0]?.toUpperCase() ?? ''}${line.slice(1)} (part of the totals above)`,
};
