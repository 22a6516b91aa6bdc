// What may be shown of a cell: known harmless text whole, everything else masked by what it holds, wherever it stands.

import type { ProblemCode } from '../core/problem.js';
import { halfWidth } from '../core/tokens.js';
import { cutCharacters } from './text.js';

/** Characters of a cell that a report shows at most. */
const MOST_CHARACTERS = 40;
/** Code units of a cell that are looked at: what is masked shrinks, so more than are shown. */
const MOST_UNITS = 1000;

/** `张三` as `张*`; one star whatever the length, so that the length tells nothing. */
export function maskName(text: string): string {
  const [first] = text.trim();
  return first === undefined ? '' : `${first}*`;
}

/** `13812341234` as `138****1234`, whatever stands between its digits; fewer than 11 digits keep two at each end. */
export function maskPhone(text: string): string {
  return maskDigits(halfWidth(text).replace(/\D/g, ''));
}

/** A token of a note as its first and last character, `a***3`; of one of three characters or fewer only the first. */
export function maskToken(token: string): string {
  const signs = [...token];
  return signs.length === 0 ? '' : `${signs[0]}***${signs.length > 3 ? signs.at(-1) : ''}`;
}

/** A waybill whole, for those who have to name it; a phone that stands in its place is masked. */
export function wholeWaybill(waybill: string): string {
  return /(?<!\d)1[3-9]\d{9}(?!\d)/.test(waybill) ? maskWaybill(waybill) : waybill;
}

/** A waybill as its two first and four last characters, `SF****1234`; of one of less than ten only the last four. */
export function maskWaybill(waybill: string): string {
  return `${waybill.length < 10 ? '' : waybill.slice(0, 2)}****${waybill.slice(-4)}`;
}

function maskDigits(digits: string): string {
  if (isIdNumber(digits)) return `${digits.slice(0, 3)}****`;
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return digits.length >= 7 ? `${digits.slice(0, 2)}****${digits.slice(-2)}` : '****';
}

/** An identity number: its seventh to fourteenth digit (in the old form to the twelfth) are a date of birth. */
function isIdNumber(digits: string): boolean {
  return (
    /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]?$/.test(digits) ||
    /^\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/.test(digits)
  );
}

/** Seven or more digits, also with single blanks, points, brackets or dashes between them. */
const LONG_NUMBER = /\d(?:[-\s.()_]{0,2}\d){6,}[Xx]?/g;
const MAIL = /([\w+-])[\w.+-]*@[\w.-]+/g;
/** House, building and room numbers. */
const HOUSE = /\d+(?=\s?(?:号|栋|幢|座|楼|层|单元|室|弄|户|组|房|[-#]))|(?<=[-#])\d+/g;
const WORD = /[\p{L}\p{M}]{2,}/gu;

const PROVINCES = [
  ...['北京', '天津', '上海', '重庆', '河北', '山西', '内蒙古', '辽宁', '吉林', '黑龙江', '江苏', '浙江'],
  ...['安徽', '福建', '江西', '山东', '河南', '湖北', '湖南', '广东', '广西', '海南', '四川', '贵州', '云南'],
  ...['西藏', '陕西', '甘肃', '青海', '宁夏', '新疆', '台湾', '香港', '澳门'],
].join('|');

/** From a province to a district; 小区, 园区 and their like are no districts. */
const TO_DISTRICT = new RegExp(
  `(?:${PROVINCES})(?:省|市|特别行政区|[壮维回][^市县区]{0,4}自治区|自治区)?` +
    '(?:\\s?\\p{Script=Han}{1,8}?(?:市(?!场)|自治州|地区|盟))?' +
    '(?:\\s?\\p{Script=Han}{1,7}?(?:(?<![小社园校景厂])区|县(?!城)|旗|市(?!场)))?',
  'u',
);

/**
 * Any cell's text as it may be shown: phones and other long numbers `138****1234`, identity numbers `110****`, mail
 * addresses, addresses to the district, and of every other word its first character (`张*`). Nothing needs to be
 * recognised as personal to be masked; short figures, single letters and punctuation stay. At most 40 characters.
 */
export function maskText(cell: string): string {
  const text = nearBeginning(cell);
  const place = TO_DISTRICT.exec(text);
  if (place === null) return cutCharacters(maskPlain(text), MOST_CHARACTERS);
  const before = maskPlain(text.slice(0, place.index));
  const behind = text.slice(place.index + place[0].length).trim();
  return cutCharacters(`${before}${place[0]}${behind === '' ? '' : '****'}`, MOST_CHARACTERS);
}

/** The beginning of a long text, without the word or figure that was cut through. */
function nearBeginning(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  return `${text.slice(0, MOST_UNITS).replace(/[\p{L}\p{M}\p{N}\p{Cs}]+$/u, '')}..`;
}

function maskPlain(text: string): string {
  return halfWidth(text)
    .replace(MAIL, '$1***@***')
    .replace(LONG_NUMBER, (run) => maskDigits(run.replace(/[-\s.()_]/g, '')))
    .replace(HOUSE, '*')
    .replace(WORD, (word) => `${[...word][0]}*`);
}

/** What amounts and times are made of, and what spreadsheets write in their place. */
const FIGURES = /^[\d\s.,:/+%()¥$Ee元万亿千百角分年月日时点秒上下午星期周一二三四五六TZ-]+$/;
const DATE_WORDS = /\b(?:am|pm|gmt|utc|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/gi;
const SHEET_ERRORS = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|#+)$/i;

/** A figure or a time that nobody can be called by: no long run of digits, none broken up by dashes either. */
function isFigure(text: string): boolean {
  const half = halfWidth(text);
  if (SHEET_ERRORS.test(half.trim())) return true;
  if (!FIGURES.test(half.replace(DATE_WORDS, '')) || /\d{7}/.test(half)) return false;
  const joined = half.replace(/(?<=\d)[-\s.()]+(?=\d)/g, '');
  return !/\d{10}/.test(joined) || /^\s*(?:19|20)\d\d[-/.年]/.test(half);
}

const DATED_ID = /^\d{6}-\d{15}$/;
const MOBILE = /(?:^|\D)(?:86)?1[3-9]\d{9}(?:\D|$)/;

/** An order number, also one that a spreadsheet has damaged; never a phone or an identity number. */
function isOrderId(text: string): boolean {
  const bare = text.trim();
  if (DATED_ID.test(bare)) return true;
  if (/^\d\.?\d{0,5}E\+?\d+$/i.test(bare)) return true;
  const id = bare.replace(/\.0+$/, '');
  if (!/^[\w-]{4,64}$/.test(id) || MOBILE.test(id)) return false;
  if (/^\d+$/.test(id)) return id.length >= 12 && !isIdNumber(id);
  return /\d{4}/.test(id) && !/[A-Za-z]{5}/.test(id) && !(id.match(/\d+/g) ?? []).some(isIdNumber);
}

/** Weights and last signs of an identity number's checksum (GB 11643). */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_SIGNS = '10X98765432';

/** An identity number whose checksum holds: of order numbers that long one in ten thousand looks like one. */
function isCheckedIdNumber(text: string): boolean {
  if (text.length !== 18 || !isIdNumber(text)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return ID_SIGNS[sum % 11] === text[17]?.toUpperCase();
}

/**
 * The number of an audited order as reports name it: whole where its platform writes such numbers, masked where a phone,
 * an identity number or an account stands in its column. `usual`: the platform's own form.
 */
export function maskOrderId(id: string, usual: RegExp): string {
  if (usual.test(id) && /\d{6}/.test(id)) return MOBILE.test(id) || isCheckedIdNumber(id) ? maskText(id) : id;
  return isOrderId(id) ? id : maskText(id);
}

const STATE_CHARACTERS = new Set(
  '待等付款支发货出库揽运输途派投递妥收签拒交易成功完关闭取消退回换补审核中售后处理未已部分买家卖方订单无确认下超时异常失败' +
    '驳撤销申请同意平台介入冻结锁定风控预备团拼先用享扣是否',
);
const STATE_WORDS =
  /^(?:await(?:ing)?|pending|paid|unpaid|pay(?:ment)?|part(?:ly|ially)?|(?:un)?shipped|ship(?:ment|ping)?|in|transit|delivered|delivery|received|receipt|completed?|closed?|cancell?ed|refund(?:ed|ing)?|returned|rejected|failed|processing|on|hold|after|sale|order|open|refunding|succeeded|yes|no|true|false|none)$/i;

/** A state's text: all but one of its characters are those that states are made of. */
function isState(text: string): boolean {
  let foreign = 0;
  for (const character of text.replace(/[A-Za-z]+/g, (word) => (STATE_WORDS.test(word) ? '' : word))) {
    if (/[\p{L}\p{N}]/u.test(character) && !STATE_CHARACTERS.has(character)) foreign++;
  }
  return foreign === 0 || (foreign === 1 && [...text].length >= 5);
}

/** Words of an after-sale whose characters stand in names as well: only the whole word is harmless. */
const AFTER_SALE_WORDS = /用户|消费者|商家|仅退款|补寄|维修|缺货|拦截|召回|逾期|有效期/g;

function isAfterSaleState(text: string): boolean {
  return isState(text.replace(AFTER_SALE_WORDS, ''));
}

const SHOWN_WHOLE: Readonly<Partial<Record<ProblemCode, (text: string) => boolean>>> = {
  'after-sale-state-unknown': isAfterSaleState,
  'after-sale-time-unreadable': isFigure,
  'after-sale-type-unknown': isAfterSaleState,
  'amount-missing': isFigure,
  'bill-code-unknown': (text) => /^\d{3,8}$/.test(text),
  'bill-footer-differs': isFigure,
  'bill-row-inconsistent': isFigure,
  'bill-row-unreadable': (text) => isFigure(text) || isOrderId(text),
  'bill-sign': isFigure,
  'amount-unreadable': isFigure,
  'deadline-unreadable': isFigure,
  'fee-unreadable': isFigure,
  'time-unreadable': isFigure,
  'total-row-differs': isFigure,
  'time-far-ahead': isFigure,
  'list-entry-unmatched': isFigure,
  'order-id-damaged': isOrderId,
  'order-id-missing': isOrderId,
  'order-id-unusual': isOrderId,
  'pay-later-conflict': isOrderId,
  'record-repeated': isOrderId,
  'record-superseded': isOrderId,
  'flag-unknown': isState,
  'state-unknown': isState,
  'state-unreadable': isState,
};

/**
 * What a problem may show of the text that caused it: a figure, an order number or a state whole where the problem is
 * about such a one and the text looks like one; everything else as `maskText` has it. At most 40 characters.
 */
export function maskCell(code: ProblemCode, text: string): string {
  const isHarmless = SHOWN_WHOLE[code];
  return text.length <= MOST_UNITS && isHarmless?.(text)
    ? cutCharacters(text, MOST_CHARACTERS)
    : maskText(text);
}

/** A cell of a record, whatever its column: a dated order number, a figure or a state whole, else as `maskText`. */
export function maskRecordCell(text: string): string {
  const isHarmless =
    text.length <= MOST_UNITS && (DATED_ID.test(text.trim()) || isFigure(text) || isState(text));
  return isHarmless ? cutCharacters(text, MOST_CHARACTERS) : maskText(text);
}
