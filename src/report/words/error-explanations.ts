// What error codes mean where no file is at hand: for those whose message is made of the facts of a run.

import { UserError, type UserErrorCode } from '../../core/user-error.js';
import type { Language } from '../model.js';
import { describeError } from './errors.js';
import type { ErrorText } from './facts.js';
import type { Both } from './language.js';
import { LIST_ERROR_MEANINGS } from './lists.js';

type Pair = readonly [what: string, todo: string];

/** The other messages say the same without facts. */
const WITHOUT_FACTS: Readonly<Partial<Record<UserErrorCode, Both<Pair>>>> = {
  'arguments-wrong': {
    zh: ['命令后面少了东西，或多了东西。', '怎么写，用 bnpl-audit <命令> --help 看。'],
    en: [
      'Something is missing behind a command, or too much stands there.',
      'See bnpl-audit COMMAND --help.',
    ],
  },
  'bills-foreign': {
    zh: [
      '货款明细和订单对不上：普通订单在账单里找到的不到一半，账单是另一家店、另一段时间或另一个收款账户的。',
      '换成同一家店、同一段时间的货款明细；有几个收款账户的，每个账户的都要给。',
    ],
    en: [
      'The bills do not fit the orders: less than half of the ordinary orders stand in them, so they are of another shop, period or wallet.',
      'Give the bills of the same shop and period; with several accounts, those of each of them.',
    ],
  },
  'config-several': {
    zh: [
      '同一个文件夹里有几份配置，不知道用哪一份。',
      '留下一份，或用 --config 说明；都不用，加 --no-config。',
    ],
    en: [
      'Several configurations stand in one folder, and it is not clear which one is meant.',
      'Keep one, name one with --config FILE, or use none with --no-config.',
    ],
  },
  'config-syntax': {
    zh: [
      '配置文件不是写对的 YAML，或用了锚点、引用、类型标记，或套得太深。',
      '报错里有行和列；缩进用空格，冒号后面要有空格。JSON 也可以。',
    ],
    en: [
      'The configuration is not valid YAML, or uses anchors, aliases or tags, or is nested too deeply.',
      'The message gives line and column; indent with blanks, and leave one behind each colon. JSON will do too.',
    ],
  },
  'config-unknown-key': {
    zh: [
      '配置里有不认识的键：写错的键如果跳过，会以为设上了。',
      '报错里有行、列和相近的键；全部的键用 bnpl-audit init 看。',
    ],
    en: [
      'The configuration has a key that is not known: skipped, it would seem to be set.',
      'The message gives line, column and near keys; bnpl-audit init writes all of them.',
    ],
  },
  'config-unreadable': {
    zh: [
      '配置文件读不了：没有这个文件、没有权限，或不是 UTF-8 编码。',
      '看看名字、权限和编码；不用配置，加 --no-config。',
    ],
    en: [
      'The configuration cannot be read: it is missing, permission is denied, or it is not UTF-8.',
      'Check name, permissions and encoding, or use none with --no-config.',
    ],
  },
  'config-value': {
    zh: [
      '配置或 --set 里的值不对：单位不对、超出范围、不是数，或写了两次。',
      '报错里写着在哪里、应该是什么；金额按元写，如 1000 元。',
    ],
    en: [
      'A value of the configuration or of --set is wrong: its unit, its range, no number, or set twice.',
      'The message says where and what is expected; amounts are written in yuan, such as 1000 yuan.',
    ],
  },
  'file-is-xlsx-encrypted': {
    zh: [
      '这是带密码的 Excel 工作簿，还不能直接读。',
      '快手导出的密码是原文件名（不算 .xlsx）的最后六个字符；打开后另存为「CSV UTF-8（逗号分隔）」，再核查那个 .csv。',
    ],
    en: [
      'An Excel workbook with a password, which is not read directly.',
      'The password of a Kuaishou export is the last six characters of its original name without .xlsx; open it, save it as "CSV UTF-8 (comma delimited)", and audit that .csv.',
    ],
  },
  'file-not-readable': {
    zh: [
      '文件在，但是读不了：被别的程序占用、没有权限，或磁盘出错。',
      '在 Excel、WPS 或同步盘里关掉它，看看自己有没有读的权限；或先复制到别的文件夹。',
    ],
    en: [
      'The file is there and cannot be read: another program holds it, permission is denied, or the disk fails.',
      'Close it in other programs and check its permissions, or copy it to another folder first.',
    ],
  },
  'file-special': {
    zh: ['这是文件夹、管道或设备，不是文件。', '给一个 .csv 文件；要从管道读，文件名写 - 。'],
    en: [
      'A folder, a pipe or a device, not a file.',
      'Name a .csv file; to read from a pipe, write - as the file.',
    ],
  },
  'folder-without-exports': {
    zh: [
      '给的文件夹或通配符里，没有认得出的导出文件。',
      '直接写导出文件的名字，可以用通配符，如 *orders_export*.csv；单个文件是什么，用 bnpl-audit inspect 看。',
    ],
    en: [
      'The folder or wildcard holds no export that is known.',
      'Name the export itself, or a wildcard such as *orders_export*.csv; bnpl-audit inspect says what a file is.',
    ],
  },
  'format-unknown': {
    zh: [
      '认不出是哪种导出：前 30 行里没有一行像拼多多或快手的表头，或缺了关键的列。',
      '导出时勾上缺的列；列名改过的，用 --map 字段=列名 说明；自己做的表，加 --platform generic。',
    ],
    en: [
      "Not a known export: none of the first 30 rows is a header of Pinduoduo's or Kuaishou's back office, or columns are missing.",
      'Export the missing columns; name renamed ones with --map field=HEADER; for a table of your own add --platform generic.',
    ],
  },
  'header-damaged': {
    zh: [
      '表头有坏字节，可能少认一列，而那一列也许决定金额，所以没有核查。',
      '重新导出、重新下载；一定要读，加 --lossy，坏掉的列名就当不认识。',
    ],
    en: [
      'The header holds invalid bytes: a column may be lost that decides over money, so no audit was made.',
      'Export and download again; --lossy reads on, and takes a spoiled header for an unknown one.',
    ],
  },
  'header-different': {
    zh: [
      '文件中间又出现一个表头，和上面的不一样：一个文件里放了两张表。',
      '拆成两个文件，各带自己的表头，再一起核查。',
    ],
    en: [
      'A second header stands within the file, other than the first: two tables are in one file.',
      'Split them into two files, each with its header, and audit both.',
    ],
  },
  'header-too-wide': {
    zh: ['列太多，不像一份导出，多半是分隔符认错了。', '看看分隔符对不对（--delimiter），或删掉用不到的列。'],
    en: [
      'Too many columns for an export; as a rule the delimiter was taken wrongly.',
      'Check the delimiter (--delimiter), or remove columns that are not needed.',
    ],
  },
  ...LIST_ERROR_MEANINGS,
  'map-column-absent': {
    zh: ['--map 里写的列，文件里没有。', '照文件里的列名写；列名用 bnpl-audit inspect 看。'],
    en: [
      'The file has no column under the name given with --map.',
      "Write the file's own header; bnpl-audit inspect lists them.",
    ],
  },
  'map-field-unknown': {
    zh: [
      '--map 里等号前面的字段不认识。',
      '常用的：order_id、status、buyer_paid、merchant_receives、pay_later、shipped_at、received_at。',
    ],
    en: [
      'The field before the = in --map is not known.',
      'Often used: order_id, status, buyer_paid, merchant_receives, pay_later, shipped_at, received_at.',
    ],
  },
  'option-invalid': {
    zh: [
      '选项后面的值不对，比如日期不存在、该写数字的写了字。',
      '报错里写着应该是什么样；全部选项用 --help 看。',
    ],
    en: [
      'The value of an option is wrong, such as a date that does not exist.',
      'The message says what is expected; --help lists all options.',
    ],
  },
  'option-unknown': {
    zh: ['没有这个选项。', '全部选项用 bnpl-audit --help 看；文件名以 - 开头的，写成 ./-名字。'],
    en: [
      'There is no such option.',
      'See bnpl-audit --help for all options; a file whose name begins with - is written ./-name.',
    ],
  },
  'option-value-missing': {
    zh: ['选项后面少了值。', '怎么写，用 bnpl-audit --help 看。'],
    en: ['An option stands without its value.', 'See bnpl-audit --help.'],
  },
  'options-conflict': {
    zh: ['两个选项互相排斥。', '去掉其中一个。'],
    en: ['Two options exclude each other.', 'Leave one of them out.'],
  },
  'what-if-key': {
    zh: [
      '--what-if 只能换决定列出什么的数字，不能换决定怎么读文件的、开关和一家店的设置。',
      '换检查项里是数字的参数或平台的天数，比如 large.min=500,1000,2000。',
    ],
    en: [
      '--what-if tries numbers that decide what is found: no switches, nothing that decides how files are read, no single shop.',
      "Try a rule's parameter that is a number or the platforms' days, such as large.min=500,1000,2000.",
    ],
  },
  'output-not-writable': {
    zh: [
      '结果写不了：文件夹不存在、没有权限、名字太长或磁盘只读。',
      '用 -o 写到自己有权限、已经存在的文件夹。',
    ],
    en: [
      'A result cannot be written: the folder is missing, permission is denied, the name is too long or the disk is read-only.',
      'Write with -o to a folder that exists and that you may write to.',
    ],
  },
  'pay-later-undecidable': {
    zh: [
      '没有哪一列说得清哪些订单是先用后付，没有核查：不猜。',
      '导出时已经只筛了先用后付，加 --all-pay-later；有订单号清单，加 --pay-later-orders 文件；有一列只是名字不同，加 --map pay_later=列名；或换一个带「是否先用后付」的模板重新导出。',
    ],
    en: [
      'No column tells which orders are pay-later, so no audit was made: nothing is guessed.',
      'Add --all-pay-later if the export was filtered already, --pay-later-orders FILE with a list of order numbers, --map pay_later=HEADER for a column under another name, or export again with a template that has 是否先用后付.',
    ],
  },
  'stdout-closed': {
    zh: [
      '标准输出写到一半写不了了，结果没写完。',
      '看看输出接到了哪里，磁盘满没满；标注表可以用 -o 写到文件。',
    ],
    en: [
      'Standard output could not be written to the end.',
      'See where it leads and whether that disk is full; the copy can go to a file with -o.',
    ],
  },
};

/** What an error code means and what to do about it, without the facts of a run. */
export function errorMeaning(code: UserErrorCode, language: Language): ErrorText {
  const own = WITHOUT_FACTS[code]?.[language];
  if (own !== undefined) return { what: own[0], todo: own[1] };
  const { what, todo } = describeError(new UserError(code), language);
  const plain = what.replace(/[：:]\s*$/, '');
  return { what: `${plain}${language === 'zh' ? '。' : '.'}`, todo };
}
