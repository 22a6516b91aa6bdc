// Kinds of damage that Excel does on opening and saving: numbers, dates and amounts as it likes them.

import { cleanLines, withRecord } from './orders-file.js';
import { replaced, turnAt } from './orders-kinds-cells.js';

/** @typedef {import('./orders-base.js').Base} Base */
/** @typedef {import('./orders-file.js').Case} Case */
/** @typedef {import('./orders-file.js').Kind} Kind */

/** @param {Base} base @param {RegExp} names */
const columnsNamed = (base, names) =>
  [...base.header.keys()].filter((column) => names.test(base.header[column] ?? ''));

const ID = /^订单号$/;
const WAYBILL = /^快递单号$/;
/** Times that something is made of; a promise is kept or not, and takes no part in the figures shown. */
const TIMES = /^(?:支付时间|发货时间|确认收货时间|订单成交时间|订单创建时间|订单支付时间)$/;
const AMOUNTS = /[(（]元[)）]|^(?:实付款|快递费|店铺优惠|平台补贴|主播补贴|支付优惠|商品单价)$/;
const LONG_NUMBERS = /^(?:快递单号|商品id|商品ID|样式ID|SKU编码)$/;

const DAY_MS = 86_400_000;
/** The day from which Excel counts. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/**
 * The cells of some columns that hold something, each in its other form.
 * @typedef {object} Wish
 * @property {string} name
 * @property {RegExp} columns
 * @property {readonly ((value: string) => string | null)[]} forms null: this value has no such form
 * @property {Case['must']} must
 * @property {Case['alarm']} alarm
 * @property {boolean} [onlyPayLater] ordinary orders' cells of these columns take no part in anything
 */
/** @param {Wish} wish @returns {Kind} */
const formKind = ({ name, columns, forms, must, alarm, onlyPayLater = false }) => ({
  name,
  *cases(base, encoding) {
    for (const column of columnsNamed(base, columns)) {
      for (const [record, cells] of base.cells.entries()) {
        const value = (cells[column] ?? '').trim();
        if (value === '' || value === '-') continue;
        if (onlyPayLater && base.payLater[base.orders[record] ?? -1] !== true) continue;
        for (const [n, form] of forms.entries()) {
          const written = turnAt(encoding, record, column, forms.length) === n ? form(value) : null;
          if (written === null) continue;
          const lines = withRecord(base, record, replaced(base, record, column, written).join(','));
          const header = base.header[column] ?? '';
          yield { id: `r${record}c${column}-${n}`, lines, must, alarm, column: header };
        }
      }
    }
  },
});

/** @param {string} id */
const digitsOf = (id) => id.replaceAll(/\D/g, '');
/** As Excel shows a long number: six digits and the power. @param {string} id */
const scientific = (id) => {
  const digits = digitsOf(id);
  return `${digits[0]}.${digits.slice(1, 6)}E+${String(digits.length - 1).padStart(2, '0')}`;
};
/** Fifteen digits are kept. @param {string} id */
const rounded = (id) => id.slice(0, 15).padEnd(id.length, '0');

/** @param {string} time */
function serial(time) {
  const [day = '', clock = '0:0:0'] = time.split(' ');
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const days = (Date.UTC(year, month - 1, date) - EXCEL_EPOCH) / DAY_MS;
  return (days + (hour * 3600 + minute * 60 + second) / 86_400).toFixed(6);
}

/** @type {(time: string) => { y: string, m: string, d: string, clock: string }} */
function partsOf(time) {
  const [day = '', clock = ''] = time.split(' ');
  const [y = '', m = '', d = ''] = day.split('-');
  return { y, m, d, clock };
}

/** Local forms that say the same, and that the exports themselves come in after a re-save. */
const TIME_FORMS = [
  (/** @type {string} */ time) => {
    const { y, m, d, clock } = partsOf(time);
    return `${y}/${Number(m)}/${Number(d)} ${Number(clock.slice(0, 2))}${clock.slice(2, 5)}`;
  },
  (/** @type {string} */ time) => {
    const { y, m, d, clock } = partsOf(time);
    return `${y}年${Number(m)}月${Number(d)}日 ${clock}`;
  },
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Local forms that could be read in two ways, or hold no date at all. */
const TIME_RIDDLES = [
  (/** @type {string} */ time) => {
    const { y, m, d, clock } = partsOf(time);
    return `${Number(m)}/${Number(d)}/${y.slice(2)} ${clock.slice(0, 5)}`;
  },
  (/** @type {string} */ time) => {
    const { y, m, d, clock } = partsOf(time);
    return `${d}/${m}/${y} ${clock}`;
  },
  (/** @type {string} */ time) => {
    const { y, m, d } = partsOf(time);
    return `${Number(d)}-${MONTHS[Number(m) - 1]}-${y.slice(2)}`;
  },
  (/** @type {string} */ time) => `${time.slice(14, 19)}.0`,
  () => '####################',
];

/** @param {string} amount without sign of yuan and thousands */
const plain = (amount) => amount.replaceAll(/[¥￥,]/g, '');
/** @param {string} amount */
const grouped = (amount) => {
  const [whole = '', decimals = '00'] = plain(amount).split('.');
  return `${whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',')}.${decimals}`;
};
/** @param {string} text */
const inQuotes = (text) => (text.includes(',') ? `"${text}"` : text);

/** The same yuan in another dress. */
const AMOUNT_FORMS = [
  (/** @type {string} */ amount) => inQuotes(grouped(amount)),
  (/** @type {string} */ amount) => inQuotes(` ¥ ${grouped(amount)} `),
  (/** @type {string} */ amount) => String(Number(plain(amount))),
  (/** @type {string} */ amount) => inQuotes(`${grouped(amount)}元`),
];

/** No yuan that anybody may take for certain; a 0 is 0 in any form, so it has none. */
const AMOUNT_RIDDLES = [
  () => '########',
  () => '#VALUE!',
  (/** @type {string} */ amount) => Number(plain(amount)).toExponential(2).toUpperCase(),
  (/** @type {string} */ amount) => `${(Number(plain(amount)) / 10_000).toFixed(4)}万`,
  (/** @type {string} */ amount) => `"${plain(amount).replace('.', ',')}"`,
  (/** @type {string} */ amount) => `${plain(amount)}0`,
];

/** @type {(base: Base, column: number, form: (value: string) => string, damaged: boolean) => import('./orders-file.js').Line[]} */
const wholeColumn = (base, column, form, damaged) =>
  cleanLines(base).map((l) => {
    const [record] = l.records;
    const value = (base.cells[record ?? -1]?.[column] ?? '').trim();
    if (record === undefined || value === '' || value === '-') return l;
    return { ...l, text: replaced(base, record, column, form(value)).join(','), damaged };
  });

/** @type {Kind} */
const allIds = {
  name: 'ids-scientific',
  *cases(base) {
    const [column = 0] = columnsNamed(base, ID);
    yield { id: 'all', lines: wholeColumn(base, column, scientific, true), must: 'safe', alarm: 'file' };
  },
};

/**
 * Every order number rounded: no single one shows it, but so many that end in 0 do. Pinduoduo's have a hyphen, and Excel
 * leaves them alone. Which number it was cannot be known.
 * @type {Kind}
 */
const idsRounded = {
  name: 'ids-rounded',
  *cases(base) {
    if (base.platform === 'pinduoduo') return;
    const [column = 0] = columnsNamed(base, ID);
    yield { id: 'all', lines: wholeColumn(base, column, rounded, true), must: 'any', alarm: 'file' };
  },
};

/** @type {readonly Kind[]} */
export const EXCEL_KINDS = [
  formKind({
    name: 'id-scientific',
    columns: ID,
    forms: [scientific, (id) => `${digitsOf(id)}.0`, (id) => `${scientific(id).slice(0, 4)}E15`],
    must: 'safe',
    alarm: 'record',
  }),
  // A number among others whose last digit became 0 is a number: nobody can tell.
  formKind({ name: 'id-rounded', columns: ID, forms: [rounded], must: 'any', alarm: 'none' }),
  allIds,
  idsRounded,
  // Waybills link pay-later orders; those of ordinary ones are not read, so nobody is misled by them.
  formKind({
    ...{ name: 'waybill-scientific', columns: WAYBILL, forms: [scientific] },
    ...{ must: 'safe', alarm: 'record', onlyPayLater: true },
  }),
  // Waybills and numbers of goods have no fixed length: a zero that stood in front is gone for good, and no yuan with it.
  formKind({
    name: 'zeros-lost',
    columns: LONG_NUMBERS,
    forms: [(number) => number.slice(1), (number) => number.slice(2)],
    must: 'true',
    alarm: 'none',
  }),
  formKind({ name: 'time-serial', columns: TIMES, forms: [serial], must: 'safe', alarm: 'record' }),
  formKind({ name: 'time-riddle', columns: TIMES, forms: TIME_RIDDLES, must: 'safe', alarm: 'record' }),
  formKind({ name: 'time-local', columns: TIMES, forms: TIME_FORMS, must: 'true', alarm: 'forbidden' }),
  formKind({ name: 'amount-form', columns: AMOUNTS, forms: AMOUNT_FORMS, must: 'true', alarm: 'forbidden' }),
  formKind({
    name: 'amount-riddle',
    columns: AMOUNTS,
    forms: AMOUNT_RIDDLES.map((form) => (amount) => (Number(plain(amount)) === 0 ? null : form(amount))),
    must: 'safe',
    alarm: 'record',
  }),
  // A comma that should have stood between quotes.
  formKind({
    name: 'amount-split',
    columns: AMOUNTS,
    forms: [(amount) => (grouped(amount).includes(',') ? grouped(amount) : null)],
    must: 'safe',
    alarm: 'record',
  }),
];
