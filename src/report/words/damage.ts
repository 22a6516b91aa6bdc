// The words of data problems that make the answer incomplete: a short label, what it means, what to do.

import type { ProblemCode } from '../../core/problem.js';
import { type Both, type ProblemText, problemText as text } from './language.js';

export const DAMAGE_WORDS = {
  'amount-missing': {
    zh: text('金额是空的', '这一行没有实收，也没有实付，没读进来。', '回商家后台看这一单，或重新导出。'),
    en: text(
      'amount missing',
      'The row shows no amount at all, so it was not read.',
      'Look the order up in the back office, or export again.',
    ),
  },
  'amount-unreadable': {
    zh: text(
      '金额读不出',
      '写的不是一个确切的金额（如 1.2万、1e5、三位小数），没有猜，这一行没读进来。',
      '在导出里改成 1234.50 这样的数，或重新导出。',
    ),
    en: text(
      'amount unreadable',
      'The cell is no exact amount; nothing was guessed, the row was not read.',
      'Write it as 1234.50, or export again.',
    ),
  },
  'bill-cut-off': {
    zh: text(
      '货款明细没有下载完',
      '写了起止时间，却没有页脚合计：后面的行多半没下载到，最后一天起不算盖住，结果不完整。',
      '重新下载这份货款明细，别删页脚，再核查一次。',
    ),
    en: text(
      'bill without its end',
      'It states a period but has no footer: rows at its end are probably missing, so its last days prove nothing.',
      'Download the bill again, leave its footer in place, and repeat the audit.',
    ),
  },
  'bill-footer-differs': {
    zh: text(
      '货款明细和页脚合计对不上',
      '前面是页脚写的，后面是读到的（括号里是笔数）；文件被改过、筛选过，或没下载完，结果不完整。',
      '重新下载货款明细，不要删行，再核查一次。',
    ),
    en: text(
      'bill differs from its own footer',
      'First what the footer says, then what was read (rows in brackets): rows were lost, changed or filtered.',
      'Download the bill again, leave its rows as they are, and repeat the audit.',
    ),
  },
  'bill-row-inconsistent': {
    zh: text(
      '结算行加不平',
      '前面是合计写的，后面是各项加起来的；加不平的行不算到账，没读进来。',
      '回商家后台看这一单的结算，或重新导出。',
    ),
    en: text(
      'settlement row does not add up',
      'First the total as written, then the sum of its parts; such a row proves nothing and was not read.',
      'Look the order up in the back office, or export again.',
    ),
  },
  'bill-row-unreadable': {
    zh: text(
      '账单行读不出',
      '金额、时间或订单号读不出，这一行没读进来，到账可能少算。',
      '重新下载这份账单，别用 Excel 存。',
    ),
    en: text(
      'bill row unreadable',
      'An amount, time or order number cannot be read; the row was not read, so receipts may be missing.',
      'Download the bill again and do not save it in Excel.',
    ),
  },
  'bytes-invalid': {
    zh: text(
      '有坏字节',
      '这一行有不属于这种编码的字节，可能是半个汉字，没读进来。',
      '重新导出；一定要读，加 --lossy，坏掉的字会显示成替代符。',
    ),
    en: text(
      'invalid bytes',
      'The row holds bytes that are no text in this encoding, so it was not read.',
      'Export again, or add --lossy to read it with replacement characters.',
    ),
  },
  'file-cut-off': {
    zh: text(
      '文件尾部断了',
      '最后一行不完整，后面可能还有没下载到的订单，结果不完整。',
      '重新下载这个文件，再核查一次。',
    ),
    en: text(
      'file cut off',
      'The last row is incomplete; orders behind it may be missing, so the answer is incomplete.',
      'Download the file again and repeat the audit.',
    ),
  },
  'order-id-damaged': {
    zh: text(
      '订单号坏了',
      '订单号被表格软件改成了数字（如 2.60531E+14），或不是订单号，改不回来，没读进来。',
      '重新导出，别用 Excel 存 CSV；要看就先复制一份。',
    ),
    en: text(
      'order number damaged',
      'A spreadsheet turned it into a number such as 2.60531E+14, or it is none; the row was not read.',
      'Export again and do not save the CSV in Excel; look at a copy instead.',
    ),
  },
  'order-id-missing': {
    zh: text('没有订单号', '这一行有内容，却没有订单号，没读进来。', '看看是不是合计行或断开的行。'),
    en: text(
      'order number missing',
      'The row holds something but no order number, so it was not read.',
      'See whether it is a total or a broken row.',
    ),
  },
  'quote-unclosed': {
    zh: text('引号没有结束', '引号开了没有关，那一行没读进来，后面的行照常读。', '补上引号，或重新导出。'),
    en: text(
      'unclosed quote',
      'A quote is never closed; that row was not read, the rows below were.',
      'Mend the quote, or export again.',
    ),
  },
  'record-long': {
    zh: text(
      '行太长、列错位',
      '格子比表头多，而且对不上列，没读进来。',
      '多半是没加引号的逗号：补上引号，或重新导出。',
    ),
    en: text(
      'row too long',
      'It has more cells than the header and its columns are shifted, so it was not read.',
      'Often a comma without quotes: mend it, or export again.',
    ),
  },
  'record-short': {
    zh: text('行太短、缺列', '格子比表头少，要用的列不在，没读进来。', '重新导出；手工改过的，补齐那一行。'),
    en: text(
      'row too short',
      'It has fewer cells than the header and lacks what is needed, so it was not read.',
      'Export again, or complete the row.',
    ),
  },
  'record-too-large': {
    zh: text('一行太大', '一行超过 1 MiB，不像订单，没读进来。', '看看是不是少了半边引号，或不是订单导出。'),
    en: text(
      'row too large',
      'A row of more than 1 MiB is no order; it was not read.',
      'See whether a quote is missing, or whether this is an order export.',
    ),
  },
  'record-too-wide': {
    zh: text('一行列太多', '一行超过 2,000 列，没读进来。', '看看分隔符对不对（--delimiter）。'),
    en: text(
      'row too wide',
      'A row of more than 2,000 cells was not read.',
      'Check the delimiter (--delimiter).',
    ),
  },
  'state-unreadable': {
    zh: text(
      '状态看不懂，也没有时间',
      '不认识状态，又没有任何时间可推断，金额算了，逾期区间是「日期有误」。',
      '回商家后台看这几单的状态。',
    ),
    en: text(
      'neither state nor time',
      'The state is not known and no time tells it; the money counts, the bucket is invalid.',
      'Look these orders up in the back office.',
    ),
  },
  'time-unreadable': {
    zh: text(
      '时间读不出',
      '写的不是日历上有的时间，金额算了，逾期区间是「日期有误」。',
      '在导出里改成 2026-07-20 10:09:23 这样的写法，或重新导出。',
    ),
    en: text(
      'time unreadable',
      'The cell is no time of the calendar; the money counts, the bucket is invalid.',
      'Write it as 2026-07-20 10:09:23, or export again.',
    ),
  },
  'total-row-differs': {
    zh: text(
      '和文件自己的合计对不上',
      '前面是合计行写的，后面是读到的；合计之后删过、筛过或改过行，结果可能不完整。',
      '重新导出，不要删行；合计行写的是别的范围，就删掉它。',
    ),
    en: text(
      'differs from its own total',
      'First what the total row says, then what was read: rows were deleted, filtered or changed, or the total is of something else.',
      'Export again and leave the rows as they are; delete a total of something else.',
    ),
  },
} as const satisfies Partial<Record<ProblemCode, Both<ProblemText>>>;
