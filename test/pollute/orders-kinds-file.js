// Kinds of damage to a file as a whole: line ends, lines between, other headers, marks, and where it is cut off.

import { createRandom } from '../support/random.js';
import { quoted } from './orders-base.js';
import { cleanLines, encodeBare, headerLine, line, MARKS, spoil, withLines } from './orders-file.js';
import { doubled } from './orders-kinds-cells.js';

/** @typedef {import('./orders-base.js').Base} Base */
/** @typedef {import('./orders-file.js').Case} Case */
/** @typedef {import('./orders-file.js').Kind} Kind */
/** @typedef {import('./orders-file.js').Line} Line */

/** One line of the file that ends otherwise than the others: each record is there, and that is told. @type {Kind} */
const lineEndOther = {
  name: 'line-end-other',
  *cases(base) {
    const lines = cleanLines(base);
    for (const at of lines.keys()) {
      for (const [name, end] of [
        ['lf', '\n'],
        ['cr', '\r'],
        ['cr-crlf', '\r\r\n'],
        ['lf-cr', '\n\r'],
      ]) {
        const changed = lines.map((l, i) => (i === at ? { ...l, end: end ?? '' } : l));
        yield { id: `l${at}-${name}`, lines: changed, must: 'true', alarm: 'file' };
      }
    }
  },
};

/** All three ends in turn, as files put together from several have them. @type {Kind} */
const lineEndsMixed = {
  name: 'line-ends-mixed',
  *cases(base) {
    const ends = ['\r\n', '\n', '\r'];
    const random = createRandom(base.seed);
    for (let n = 0; n < 20; n++) {
      const lines = cleanLines(base).map((l) => ({ ...l, end: random.pick(ends) }));
      yield {
        id: `n${n}`,
        lines,
        must: 'true',
        alarm: new Set(lines.map(({ end }) => end)).size > 1 ? 'file' : 'none',
      };
    }
  },
};

/** Lines that belong to no order, at every place. @type {(name: string, texts: (base: Base) => readonly string[], from: number, to: (places: number) => number, alarm?: Case['alarm']) => Kind} */
const betweenKind = (name, texts, from, to, alarm = 'none') => ({
  name,
  *cases(base) {
    const last = cleanLines(base).length;
    for (let place = from; place <= to(last); place++) {
      for (const [n, text] of texts(base).entries()) {
        const added = text.split('\r\n').map((part) => line(part));
        yield { id: `l${place}-${n}`, lines: withLines(base, place, added), must: 'true', alarm };
      }
    }
  },
});

/** @param {Base} base */
const blanks = (base) => ['', '\r\n\r\n', '   ', '\t', ','.repeat(base.header.length - 1)];

/** What tools write above a table. */
const PREAMBLES = [
  '订单导出',
  '店铺：禾木生活旗舰店\r\n导出时间：2026-07-20 10:09:23',
  '订单导出,,,\r\n\r\n起始时间：2026-04-01 00:00:00  终止时间：2026-07-20 23:59:59',
  '"导出人：张三, 李四"\r\n----------订单明细列表---------',
];

/** Totals of something else: each has an amount below the header of the amounts. @param {Base} base */
function otherTotals(base) {
  /** @param {string} first */
  const sums = (first) => {
    const cells = base.header.map((name, column) =>
      /元|付款|单价/.test(name) ? '1234.50' : column === 0 ? first : '',
    );
    return cells.join(',');
  };
  return [sums('合计'), sums('总计：'), sums('小计')];
}

/** Rows that sum up no amounts. @param {Base} base */
const footers = (base) => ['#收入合计：14笔1234.50元\r\n#支出合计：0笔0.00元', `合计,${base.raw.length}`];

/** The header once more: it counts as a header and is told. @type {Kind} */
const headerAgain = {
  name: 'header-again',
  *cases(base) {
    const last = cleanLines(base).length;
    const { text } = headerLine(base);
    const spaced = base.header.map((name) => `${name}\t`).join(',');
    for (let place = 1; place <= last; place++) {
      for (const [name, again] of [
        ['same', String(text)],
        ['mark', `\ufeff${text}`],
        ['spaced', spaced],
      ]) {
        const added = [line(again ?? '', { damaged: true })];
        yield {
          id: `l${place}-${name}`,
          lines: withLines(base, place, added),
          must: 'true',
          alarm: 'record',
        };
      }
    }
  },
};

/** A header of another table: what stands below it means something else, so nothing is audited. @type {Kind} */
const headerDifferent = {
  name: 'header-different',
  *cases(base) {
    const last = cleanLines(base).length;
    const others = {
      turned: base.header.toReversed(),
      longer: [...base.header, '店铺名称'],
      shorter: base.header.slice(0, -3),
      bill: '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述'.split(','),
      sales: '售后编号,订单编号,交易金额,售后状态,退款类型,退款金额,订单状态,申请时间'.split(','),
    };
    for (let place = 1; place <= last; place++) {
      for (const [name, header] of Object.entries(others)) {
        const added = [line(header.map((cell) => quoted(cell)).join(','), { damaged: true })];
        const lines = withLines(base, place, place % 2 === 0 ? added : [line(''), ...added]);
        yield { id: `l${place}-${name}`, lines, must: 'safe', alarm: 'record', stop: 'must' };
      }
    }
  },
};

/** A mark of byte order where there should be none. @type {Kind} */
const markElsewhere = {
  name: 'mark-elsewhere',
  *cases(base) {
    for (const [at, l] of cleanLines(base).entries()) {
      const lines = cleanLines(base).with(at, { ...l, text: `\ufeff${l.text}`, damaged: at > 0 });
      yield { id: `l${at}`, lines, must: 'safe', alarm: 'if-untrue' };
    }
    yield {
      id: 'end',
      lines: [...cleanLines(base), line('\ufeff', { end: '' })],
      must: 'true',
      alarm: 'none',
    };
  },
};

/** A mark that tells another encoding than the file has. @type {Kind} */
const markWrong = {
  name: 'mark-wrong',
  *cases(base, encoding) {
    for (const [other, mark] of Object.entries(MARKS)) {
      if (mark.length === 0 || mark.equals(MARKS[encoding])) continue;
      // UTF-8 with its mark is no damage.
      if (other === 'utf8-bom' && encoding === 'utf8') continue;
      yield { id: other, lines: spoil(cleanLines(base)), must: 'safe', alarm: 'file', stop: 'may', mark };
    }
  },
};

/** The whole file read in the wrong encoding and saved. @type {Kind} */
const doubledFile = {
  name: 'double-encoded-file',
  *cases(base) {
    const clean = cleanLines(base);
    yield {
      id: 'all',
      lines: spoil(clean.map((l) => ({ ...l, text: doubled(String(l.text)) }))),
      must: 'safe',
      alarm: 'file',
      stop: 'must',
    };
    // A header mended by hand above records that are still spoiled.
    const records = clean.map((l, at) =>
      at === 0 ? l : { ...l, text: doubled(String(l.text)), damaged: true },
    );
    yield { id: 'records', lines: records, must: 'safe', alarm: 'file', stop: 'may' };
  },
};

/** Zeros that a crashed disk left behind. @type {Kind} */
const nulBlock = {
  name: 'nul-block',
  *cases(base) {
    for (let place = 1; place <= cleanLines(base).length; place++) {
      const added = [line('\0'.repeat(512), { damaged: true })];
      yield { id: `l${place}`, lines: withLines(base, place, added), must: 'true', alarm: 'record' };
    }
  },
};

/**
 * The file ends too early. Behind a whole record nobody can know that there were more; within the last cell of a record
 * nobody can know that it went on; in the header the file shows no order, and says so by its figures.
 * @type {Kind}
 */
const cutOff = {
  name: 'cut-off',
  *cases(base, encoding) {
    const clean = cleanLines(base);
    const size = clean.reduce((sum, { text, end }) => sum + encodeBare(text + end, encoding).length, 0);
    const step = Math.max(1, Math.floor(size / 97));
    for (let cut = step; cut < size; cut += step) {
      /** @type {Line[]} */
      const lines = [];
      let left = cut;
      for (const l of clean) {
        const bytes = encodeBare(String(l.text), encoding);
        const end = encodeBare(l.end, encoding);
        if (left <= 0) break;
        if (left >= bytes.length + end.length) lines.push(l);
        else if (left > bytes.length)
          lines.push({ ...l, end: left - bytes.length >= end.length / 2 ? '\r' : '' });
        else if (left === bytes.length) lines.push({ ...l, end: '' });
        else lines.push({ ...l, text: bytes.subarray(0, left), end: '', damaged: true });
        left -= bytes.length + end.length;
      }
      const last = lines.at(-1);
      const text = Buffer.isBuffer(last?.text) ? last.text : Buffer.alloc(0);
      const isHeader = lines.length === 1;
      const cells = commas(text, encoding) + 1;
      const isSeen = last?.damaged === true && !isHeader && cells < base.header.length;
      const isInside = last?.damaged === true && !isSeen;
      yield {
        id: `b${cut}`,
        lines,
        must: isInside || isHeader ? 'any' : 'safe',
        alarm: isSeen ? 'record' : 'none',
        stop: isHeader ? 'may' : 'never',
      };
    }
  },
};

/** Delimiters outside quotes. @param {Buffer} bytes @param {import('../support/bytes.js').Encoding} encoding */
function commas(bytes, encoding) {
  const text = encoding.startsWith('utf16') ? bytes.toString('utf16le') : bytes.toString('latin1');
  return text.replaceAll(/"(?:[^"]|"")*(?:"|$)/g, '').split(',').length - 1;
}

/** @type {readonly Kind[]} */
export const FILE_KINDS = [
  lineEndOther,
  lineEndsMixed,
  betweenKind('blank-lines', blanks, 0, (last) => last),
  betweenKind(
    'preamble',
    () => PREAMBLES,
    0,
    () => 0,
    'forbidden',
  ),
  betweenKind('footer', footers, 2, (last) => last, 'forbidden'),
  betweenKind('total-other', otherTotals, 2, (last) => last, 'file'),
  // Words that no list of footers can hold: whether they are told is left open, but they must not touch an order.
  betweenKind(
    'remark',
    () => ['以上数据仅供参考', '导出时间：2026-07-20 10:09:23'],
    1,
    (last) => last,
  ),
  headerAgain,
  headerDifferent,
  markElsewhere,
  markWrong,
  doubledFile,
  nulBlock,
  cutOff,
];
