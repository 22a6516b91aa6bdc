// The words of data problems that are only told: a short label, what it means, what to do.

import type { ProblemCode } from '../../core/problem.js';
import { type Both, type ProblemText, problemText as text } from './language.js';

export const NOTE_WORDS = {
  'bytes-replaced': {
    zh: text(
      '坏字节已替换',
      '这一行有坏字节，按 --lossy 换成替代符后读了进来。',
      '金额、订单号在别的列就不受影响；不放心就重新导出。',
    ),
    en: text(
      'bytes replaced',
      'The row held invalid bytes and was read with replacement characters, as --lossy asks.',
      'Amounts and order numbers in other cells are not touched; export again when in doubt.',
    ),
  },
  'cells-beyond-header': {
    zh: text(
      '多出来的格子有字',
      '这一行比表头长，多出来的格子不是空的；列没有错位，照常读了。',
      '看看那一行末尾是什么，多半是备注里的逗号。',
    ),
    en: text(
      'cells beyond the header',
      'The row is longer than the header; its columns are in place, so it was read.',
      'See what stands at its end, often a comma in a note.',
    ),
  },
  'column-duplicate': {
    zh: text('列名重复', '要用的列名出现了两次，只读了第一列。', '第一列不对的话，把它改个名字或删掉。'),
    en: text(
      'duplicate column',
      'A header that is read stands twice; the first column was taken.',
      'If the first is the wrong one, rename or remove it.',
    ),
  },
  'copy-bom-added': {
    zh: text(
      '标注表加了 UTF-8 标记',
      '原文件是不带标记的 UTF-8，标注表最前面加了三个字节的标记，别的字节没动。',
      '不用处理，这样 Excel 和 WPS 打开不会乱码。',
    ),
    en: text(
      'BOM added to the copy',
      'The input is UTF-8 without a mark; the copy begins with one, nothing else differs.',
      'Nothing: Excel and WPS open the copy right that way.',
    ),
  },
  'formulas-guarded': {
    zh: text(
      '像公式的单元格加了撇号',
      '按 --escape-formulas 的要求，原文件里像公式的单元格前面加了撇号，这些行和原文件不再逐字节相同。',
      '要逐字节相同的标注表，去掉这个选项。',
    ),
    en: text(
      'formula-like cells guarded',
      "As --escape-formulas asks, the file's own cells that look like formulas got an apostrophe in front.",
      'Leave the option out for a copy that is the input byte for byte.',
    ),
  },
  'fee-unreadable': {
    zh: text(
      '费用或优惠读不出',
      '邮费、优惠、单价这类数读不出，应收不受影响，成交金额可能算不出。',
      '需要成交金额时，在导出里改成 12.00 这样的数。',
    ),
    en: text(
      'fee or discount unreadable',
      'The receivable is not affected; the list amount may be unknown.',
      'Where the list amount matters, write the cell as 12.00.',
    ),
  },
  'flag-unknown': {
    zh: text(
      '是或否看不懂',
      '这一列该写是或否，写的是别的，按没写算。',
      '改成 是 或 否；先用后付也可以用 --pay-later-orders 给清单。',
    ),
    en: text(
      'yes or no not understood',
      'The column holds something else than yes or no; it counts as blank.',
      'Write yes or no; for pay-later a list with --pay-later-orders does as well.',
    ),
  },
  'header-repeated': {
    zh: text(
      '表头重复出现',
      '中间又有一行一样的表头，多半是几份导出接在了一起，已跳过。',
      '不用处理；行数对不上再查。',
    ),
    en: text(
      'header repeated',
      'The same header stands further down, as when exports are joined; it was skipped.',
      'Nothing, unless the number of rows is not what it should be.',
    ),
  },
  'input-repeated': {
    zh: text('同一个文件给了两次', '只读了一次。', '不用处理。'),
    en: text('file named twice', 'It was read once.', 'Nothing.'),
  },
  'line-ends-mixed': {
    zh: text('换行符不统一', '文件里有几种换行符，都认了，标注表原样保留。', '不用处理。'),
    en: text('mixed line ends', 'All of them were understood, and the copy keeps them.', 'Nothing.'),
  },
  'list-entry-unmatched': {
    zh: text(
      '名单里没用上的',
      '名单里有些条目，先用后付的单里一个也没有对上。',
      '看看是不是写错了、过期了，或不是这家店的；用不着的可以删掉。',
    ),
    en: text(
      'list entry matched nothing',
      'No pay-later order matched these entries of a list.',
      'See whether they are misspelt, out of date or of another shop; what is not needed can go.',
    ),
  },
  'list-entry-unreadable': {
    zh: text(
      '清单里有不是订单号的',
      '给的清单里这一行不是订单号，没有用。',
      '改成完整的订单号；被表格软件改过的，重新取一份。',
    ),
    en: text(
      'list entry is no order number',
      'This line of your list was not used.',
      'Write the whole order number; take it anew if a spreadsheet changed it.',
    ),
  },
  'list-unmatched': {
    zh: text(
      '清单里的订单号对不上',
      '给的清单里有些订单号，导出里没有。',
      '看看导出的时间范围够不够，清单是不是这家店的。',
    ),
    en: text(
      'listed orders not found',
      'Some numbers of your list stand in no export.',
      'See whether the exports cover those dates, and whether the list is of this shop.',
    ),
  },
  mojibake: {
    zh: text(
      '有乱码',
      '有「锟斤拷」这样的乱码，字在导出之前或另存时就坏了。',
      '金额和订单号能读就不影响；要看清字，重新导出。',
    ),
    en: text(
      'garbled text',
      'Characters were lost before this file was written, or when it was saved again.',
      'Figures that can be read are not affected; export again to see the text.',
    ),
  },
  'nul-bytes': {
    zh: text(
      '有空字节',
      '单元格里有看不见的空字节，多半是下载或转换时坏的，照常读了。',
      '那几行的内容不对，就重新下载。',
    ),
    en: text(
      'NUL bytes',
      'Cells hold invisible NUL bytes, often from a damaged download; they were read all the same.',
      'Download again if those rows look wrong.',
    ),
  },
  'order-id-unusual': {
    zh: text(
      '订单号不像这个平台的',
      '样子和平台的订单号不同，照常读了。',
      '看看是不是别的平台的表，或给的列不对（--map order_id=列名）。',
    ),
    en: text(
      'unusual order numbers',
      "They do not look like this platform's, and were read all the same.",
      'See whether the file is of another platform, or name the column with --map order_id=HEADER.',
    ),
  },
  'order-ids-rounded': {
    zh: text(
      '订单号可能被四舍五入',
      '太多长订单号的末尾是 0，多半是 Excel 打开又保存过，号码已经不准。',
      '重新导出，不要用 Excel 保存。',
    ),
    en: text(
      'order numbers perhaps rounded',
      'Too many long numbers end in 0, as when Excel saved the file: they may be wrong.',
      'Export again and do not save the file in Excel.',
    ),
  },
  'pay-later-torn': {
    zh: text(
      '同一订单有的说是先用后付，有的说不是',
      '同一个订单的几行，或几份导出，对是不是先用后付说法不同；还算数的行里有一行说是，就按先用后付算。',
      '到商家后台看这个订单；几份导出不同的，以较新的一份为准。',
    ),
    en: text(
      'one order is pay-later and is not',
      'Records of one order disagree on pay-later; where one that counts says yes, the order is pay-later.',
      'Look at the order in the back office; of two exports the later one counts.',
    ),
  },
  'pay-method-unknown': {
    zh: text(
      '支付方式看不懂',
      '这一列写的不像一种支付方式（乱码、备注、号码），看不出是不是先用后付，按未知算。',
      '对照商家后台改好这一格；整列都这样，多半是列名和内容错开了，重新导出。',
    ),
    en: text(
      'payment method not understood',
      'The text is no way of paying (garbled, a note, a number): it cannot tell pay-later and counts as unknown.',
      'Mend the cell from the back office; if all are so, names and cells are out of step: export again.',
    ),
  },
  'pay-later-conflict': {
    zh: text(
      '清单和导出说法不同',
      '是不是先用后付，导出里写的和给的清单不一样，按导出算。',
      '抽几单在商家后台核对，改清单。',
    ),
    en: text(
      'list and export disagree',
      'Your list and the export say different things of pay-later; the export was believed.',
      'Check some of them in the back office and mend the list.',
    ),
  },
  'quote-bare': {
    zh: text('引号不规范', '单元格里有没成对的引号，按原样读了。', '不用处理；那一行的列不对，再改。'),
    en: text(
      'stray quote',
      'A cell holds a quote where none belongs; it was kept as it stands.',
      'Nothing, unless the columns of that row look wrong.',
    ),
  },
  'quote-swallowed-lines': {
    zh: text(
      '引号可能吞了几行',
      '一个单元格里有换行和很多分隔符，可能是少了半边引号，把后面的订单吞了进去。',
      '打开看那一行；确实吞了，补上引号或重新导出。',
    ),
    en: text(
      'a quote may have swallowed lines',
      'A cell holds line ends and many delimiters: a missing quote may hide orders inside it.',
      'Look at that row; mend the quote or export again.',
    ),
  },
  'record-repeated': {
    zh: text('同一行重复', '同一份导出里有完全一样的订单行，只算一次。', '确实是两件，再到后台核对。'),
    en: text(
      'repeated row',
      'The same order line stands twice in one export and was counted once.',
      'Check the back office if two were sold.',
    ),
  },
  'record-superseded': {
    zh: text('有更新的一份', '同一订单在另一份更晚的导出里，以那一份为准，这一行不算。', '不用处理。'),
    en: text(
      'replaced by a later export',
      'Another file was exported later and holds the order: that one counts.',
      'Nothing.',
    ),
  },
  'state-unknown': {
    zh: text('订单状态不认识', '状态的写法没见过，按发货、收货时间推断环节。', '推断得不对的单，先人工看。'),
    en: text(
      'state not known',
      'The text is new; the stage was inferred from the times.',
      'Check by hand the orders for which that looks wrong.',
    ),
  },
  'time-impossible': {
    zh: text(
      '时间不可能',
      '下单、付款、发货或收货的时间在导出之后，或比前一步早了一天以上，或远得离谱；金额照算，逾期天数不算。',
      '到商家后台核对这个订单的时间。',
    ),
    en: text(
      'impossible time',
      'An order, payment, shipping or receipt time lies after the export, a day before its predecessor, or absurdly far; the money counts, its days do not.',
      "Check the order's times in the back office.",
    ),
  },
  'time-far-ahead': {
    zh: text(
      '时间远在后面',
      '有时间比别的订单晚一个月以上，定截止日期时没有用它。',
      '看看是不是年份写错了。',
    ),
    en: text(
      'time far ahead',
      'A time lies more than a month behind all others; the as-of date was chosen without it.',
      'See whether its year is a typing error.',
    ),
  },
  'waybills-rounded': {
    zh: text(
      '快递单号被 Excel 改成了科学计数法',
      '这样的单号（如 7.73E+14）已经不准，按没有单号算，不拿来比对。',
      '重新导出，不要用 Excel 保存。',
    ),
    en: text(
      'waybills in scientific notation',
      'Excel has rounded them (as in 7.73E+14); they count as none and are not compared.',
      'Export again and do not save the file in Excel.',
    ),
  },
} as const satisfies Partial<Record<ProblemCode, Both<ProblemText>>>;
