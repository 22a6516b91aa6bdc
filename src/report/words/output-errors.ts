// Messages for options and outputs: what cannot be written or was not understood, and what to do, in both languages.

import type { UserErrorCode } from '../../core/user-error.js';
import { about, type ErrorWords, lines, reasonName } from './facts.js';
import { COMMANDS, HELP_TOPICS } from './help-topics.js';
import { type Both, listed } from './language.js';

/** Why an order has nothing to claim. */
const WHY_NOTHING: Readonly<Record<string, Both>> = {
  ordinary: { zh: '不是先用后付的订单', en: 'it is no pay-later order' },
  later: { zh: '截止日期之后才下单', en: 'it was placed after the as-of date' },
  settled: { zh: '没有未收的钱，也没有发出去没回来的货', en: 'nothing is outstanding, and no goods are out' },
  unshipped: { zh: '还没发货，先核实再发就行', en: 'it is not shipped: hold it and check' },
  group: { zh: '组里每一单都没有', en: 'none of its orders has anything' },
};
const NO_CLAIM: Both = {
  zh: '不是先用后付，没发货，或没有未收的钱和没回来的货',
  en: 'no pay-later order, not shipped, or neither money nor goods outstanding',
};

function whyNothing(why: string): Both {
  return WHY_NOTHING[why] ?? NO_CLAIM;
}

export const OUTPUT_ERRORS = {
  'arguments-wrong': {
    zh: (facts) => ({
      what: `${facts.text('command')} 后面的内容不对`,
      todo: `怎么写，用 bnpl-audit ${facts.text('command')} --help 看。`,
    }),
    en: (facts) => ({
      what: `Wrong words behind ${facts.text('command')}`,
      todo: `See bnpl-audit ${facts.text('command')} --help.`,
    }),
  },
  'command-unknown': {
    zh: (facts) => ({
      what: `没有这个命令或专题：${facts.text('name')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `想写的是不是：${listed(facts.list('near'), 'zh')}`,
        `命令有 ${listed(COMMANDS, 'zh')}；专题有 ${listed(HELP_TOPICS, 'zh')}。用 bnpl-audit help 看。`,
      ),
    }),
    en: (facts) => ({
      what: `Unknown command or topic: ${facts.text('name')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `Meant perhaps: ${listed(facts.list('near'), 'en')}`,
        `Commands are ${listed(COMMANDS, 'en')}; topics are ${listed(HELP_TOPICS, 'en')}. See bnpl-audit help.`,
      ),
    }),
  },
  'disk-full': about(
    ['磁盘满了，没有写成', '原来的文件没有动。腾出空间再运行，或用 -o 写到别的盘。'],
    [
      'The disk is full, the file was not written',
      'The old file is as it was. Make room, or write elsewhere with -o.',
    ],
  ),
  'explain-unknown': {
    zh: (facts) => ({
      what: `没有可以解释的名字：${facts.text('name')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `相近的：${listed(facts.list('near'), 'zh')}`,
        '可以写检查项（如 LU1、single-large）、错误代码、逾期区间、环节、到账状态、建议处理或标注表的列名；检查项用 bnpl-audit rules 看。',
      ),
    }),
    en: (facts) => ({
      what: `Nothing to explain under this name: ${facts.text('name')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `Near names: ${listed(facts.list('near'), 'en')}`,
        'Name a rule (LU1, single-large), an error code, a bucket, stage, collection state, next step or a column of the annotated copy; bnpl-audit rules lists the rules.',
      ),
    }),
  },
  'inspect-one-file': {
    zh: (facts) => ({
      what: `inspect 一次只看一个文件${facts.path() === '' ? '' : `：${facts.path()}`}`,
      todo: lines(
        facts.list('found').length === 0 ? '' : `这里有：${listed(facts.list('found'), 'zh')}`,
        '写一个文件名，几个文件就分几次看。',
      ),
    }),
    en: (facts) => ({
      what: `inspect takes one file at a time${facts.path() === '' ? '' : `: ${facts.path()}`}`,
      todo: lines(
        facts.list('found').length === 0 ? '' : `There are: ${listed(facts.list('found'), 'en')}`,
        'Name one file, and inspect several one after the other.',
      ),
    }),
  },
  'option-invalid': {
    zh: (facts) => ({
      what: `${facts.text('option')} 的值不对：${facts.text('value') || '（空）'}`,
      todo: facts.text('expected') === '' ? '用 --help 看怎么写。' : `应该是：${facts.text('expected')}`,
    }),
    en: (facts) => ({
      what: `Wrong value for ${facts.text('option')}: ${facts.text('value') || '(empty)'}`,
      todo: facts.text('expected') === '' ? 'See --help.' : `Expected: ${facts.text('expected')}`,
    }),
  },
  'option-unknown': {
    zh: (facts) => ({
      what: `没有这个选项：${facts.text('option')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `想写的是不是：${listed(facts.list('near'), 'zh')}`,
        '全部选项用 bnpl-audit --help 看；文件名以 - 开头的，写成 ./-名字。',
      ),
    }),
    en: (facts) => ({
      what: `Unknown option: ${facts.text('option')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `Meant perhaps: ${listed(facts.list('near'), 'en')}`,
        'See bnpl-audit --help for all options; a file whose name begins with - is written ./-name.',
      ),
    }),
  },
  'option-value-missing': {
    zh: (facts) => ({
      what: `${facts.text('option')} 后面少了值`,
      todo: '怎么写，用 bnpl-audit --help 看。',
    }),
    en: (facts) => ({ what: `No value behind ${facts.text('option')}`, todo: 'See bnpl-audit --help.' }),
  },
  'options-conflict': {
    zh: (facts) => ({
      what: `这两个选项不能一起用：${listed(facts.list('options'), 'zh')}`,
      todo: '去掉其中一个。',
    }),
    en: (facts) => ({
      what: `These options exclude each other: ${listed(facts.list('options'), 'en')}`,
      todo: 'Leave one of them out.',
    }),
  },
  'what-if-key': {
    zh: (facts) => ({
      what: `--what-if 不能换这个键：${facts.text('key')}`,
      todo: '可以换的是检查项里是数字的参数（比如 large.min、LU3.medium、late.month）和平台的天数；全部的键：bnpl-audit schema config。',
    }),
    en: (facts) => ({
      what: `--what-if cannot try this key: ${facts.text('key')}`,
      todo: "It takes rules' parameters that are numbers (such as large.min, LU3.medium, late.month) and the platforms' days; all keys: bnpl-audit schema config.",
    }),
  },
  'evidence-marked': {
    zh: (facts) => ({
      what: `这单的商家备注里有店铺自己的标记，确定要交给平台吗：${facts.text('order')}`,
      todo: '标记过的订单交上去，平台会看备注里写的是什么。核对过没有问题，加 --marked 再做。',
    }),
    en: (facts) => ({
      what: `The shop itself has marked this order; shall it be handed to the platform: ${facts.text('order')}`,
      todo: "The platform will ask what the seller's note means. Add --marked when you have checked that it is in order.",
    }),
  },
  'evidence-nothing': {
    zh: (facts) => ({
      what: `这里没有要申诉的（${whyNothing(facts.text('why')).zh}）：${facts.text('order')}`,
      todo: '看这一单的全部数字：bnpl-audit trace 订单号 订单.csv。',
    }),
    en: (facts) => ({
      what: `There is nothing to claim (${whyNothing(facts.text('why')).en}): ${facts.text('order')}`,
      todo: 'All figures of the order: bnpl-audit trace ORDER orders.csv.',
    }),
  },
  'order-not-found': {
    zh: (facts) => ({
      what: `给的文件里没有这个订单号：${facts.text('order')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `相近的订单号：${listed(facts.list('near'), 'zh')}`,
        facts.number('rejected') === 0
          ? ''
          : `另有 ${facts.number('rejected')} 行没读进来，它可能在里面：加 --rejects 列出来看。`,
        '对一下订单号有没有少位；Excel 会把长订单号的后几位变成 0，从商家后台复制最稳。',
      ),
    }),
    en: (facts) => ({
      what: `The files do not hold this order number: ${facts.text('order')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `Near order numbers: ${listed(facts.list('near'), 'en')}`,
        facts.number('rejected') === 0
          ? ''
          : `${facts.number('rejected')} rejected rows were not read, it may be among them: list them with --rejects.`,
        'Check that no digit is missing; Excel turns the last digits of long numbers into 0, so copy it from the back office.',
      ),
    }),
  },
  'group-not-found': {
    zh: (facts) => ({
      what: `这些文件里没有这个关联订单组：${facts.text('group')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `相近的：${listed(facts.list('near'), 'zh')}`,
        facts.number('groups') === 0
          ? '这些文件里一个关联订单组也没有。'
          : `这里有 G1 到 G${facts.number('groups')}，编号见核对结果和标注表。`,
        '组里进出一单，编号就会变：用组里的一个订单号来查最稳，bnpl-audit trace 订单号 订单.csv。',
      ),
    }),
    en: (facts) => ({
      what: `The files do not hold this group of linked orders: ${facts.text('group')}`,
      todo: lines(
        facts.list('near').length === 0 ? '' : `Near ones: ${listed(facts.list('near'), 'en')}`,
        facts.number('groups') === 0
          ? 'There is no group of linked orders in these files.'
          : `There are G1 to G${facts.number('groups')}; their names stand in the summary and in the annotated copy.`,
        'With an order more or less a group has another name: one of its orders always leads to it, bnpl-audit trace ORDER orders.csv.',
      ),
    }),
  },
  'orders-missing': {
    zh: () => ({
      what: '没有说核查哪个文件',
      todo: '写上订单导出的文件名，如：bnpl-audit 订单.csv；从管道读，写 - 。',
    }),
    en: () => ({
      what: 'No file was named',
      todo: 'Name an order export, such as: bnpl-audit orders.csv; to read from a pipe, write -.',
    }),
  },
  'output-busy': about(
    ['文件正开着，写不进去', '在 Excel 或 WPS 里关掉它，再运行一次；或用 -o 换个名字。原来的文件没有动。'],
    [
      'Another program holds the file',
      'Close it in Excel or WPS and run again, or choose another name with -o. The old file is as it was.',
    ],
  ),
  'output-collision': about(
    ['两份结果会写到同一个文件', '用 -o 给一个文件夹，或分开运行；两个输入同名的，先改一个名字。'],
    [
      'Two outputs would be written to one file',
      'Give a folder with -o, or run them apart; rename one of two inputs of the same name.',
    ],
  ),
  'output-exists': about(
    ['已经有这个文件，而且不是本工具写的，没有覆盖', '用 -o 换个名字；确定可以覆盖，就加 --force。'],
    [
      'There is such a file already, and bnpl-audit did not write it',
      'Choose another name with -o, or add --force to replace it.',
    ],
  ),
  'output-is-input': about(
    ['输出和输入是同一个文件，不能写', '用 -o 换个名字。加了 --force 也不会覆盖导出原件。'],
    ['The output is one of the inputs', 'Choose another name with -o. Even --force never replaces an input.'],
  ),
  'output-is-link': about(
    ['要写的地方是一个链接，没有跟过去写', '用 -o 给真正的文件名；加了 --force 也一样。'],
    [
      'The output is a symbolic link, which is not followed',
      'Name the file itself with -o; --force does not change this.',
    ],
  ),
  'output-not-writable': {
    zh: (facts) => ({
      what: `写不了文件（${reasonName(facts).zh}）：${facts.path()}`,
      todo: '用 -o 写到自己有权限、已经存在的文件夹。',
    }),
    en: (facts) => ({
      what: `The file cannot be written (${reasonName(facts).en}): ${facts.path()}`,
      todo: 'Write with -o to a folder that exists and that you may write to.',
    }),
  },
  'stdout-closed': {
    zh: (facts) => ({
      what: `标准输出写不了，结果没写完（${reasonName(facts).zh}）`,
      todo: '看看输出接到了哪里，磁盘满没满；标注表可以用 -o 写到文件。',
    }),
    en: (facts) => ({
      what: `Standard output could not be written to the end (${reasonName(facts).en})`,
      todo: 'See where it leads and whether that disk is full; the copy can go to a file with -o.',
    }),
  },
  'stdout-twice': {
    zh: () => ({
      what: '几份标注表都要写到标准输出',
      todo: '一次只给一个文件；或用 -o 给一个文件夹。',
    }),
    en: () => ({
      what: 'Several annotated copies are to go to standard output',
      todo: 'Name one input at a time, or give a folder with -o.',
    }),
  },
} as const satisfies Partial<Record<UserErrorCode, ErrorWords>>;
