// Recipients of a damaged file read here and by way of another thread's batches: the very same identities and notes.

import { isDeepStrictEqual } from 'node:util';
import { encoded, makeFile } from './files.js';
import { damaged } from './mutations.js';
import { scannerOf } from './scanner-laws.js';

/** @typedef {import('./scanner-kinds.js').Kind} Kind */
/** @typedef {import('./scanner-laws.js').Product} Product */
/** @typedef {import('./scanner-laws.js').ScanCase} ScanCase */

const CELLS = [
  ...[
    '',
    ' ',
    '-',
    '张三',
    '李四\t',
    '张*',
    'account-1',
    '店铺二',
    '听雨苑菜鸟驿站',
    '青禾路12号听雨苑3-2-401',
  ],
  ...['19912345678', '18412345678转12', '+86 199-1234-5678', '199****5678', '浙江省', '杭州市', '西湖区'],
];
/** Fields of the columns that are read, in no order that means anything. */
const FIELDS = /** @type {const} */ ([
  ...['recipient', 'phone', 'province', 'city', 'district', 'street', 'address', 'buyer_id', 'shop_id'],
]);

/** @type {ReturnType<Product['recipientMemory']> | undefined} */
let memory;

/** Memory as a run gets it, but for the state: it is 10 MiB, too much to be made for each case. @param {Product} product */
function freshMemory({ recipientMemory }) {
  memory ??= recipientMemory();
  return { ...memory, state: new Int32Array(new SharedArrayBuffer(12)) };
}

/**
 * Every record that has cells is noted, every second one is held.
 * @param {Product} product
 * @param {ScanCase} one
 * @param {(view: ReturnType<typeof scannerOf>) => import('../../src/ingest/recipient-reader.js').Recipients} make
 */
function feed(product, one, make) {
  const view = scannerOf(product, one, { chunk: one.bytes.length + 1, at: 0 });
  const recipients = make(view);
  let line = 0;
  for (let i = 0; view.next(); i++) {
    if (view.count === 0) continue;
    recipients.note(0);
    if (i % 2 === 0) recipients.set(line++);
  }
  return recipients;
}

/**
 * @param {Product} product
 * @param {ScanCase} one
 * @returns {string | null}
 */
function sameByBatches(product, one) {
  const { Crowd, IdentityLines, ORDER_FIELDS, RecipientReader, RecipientSender, Shops, identify } = product;
  const names = /** @type {(keyof typeof ORDER_FIELDS)[]} */ (Object.keys(ORDER_FIELDS));
  const places = /** @type {readonly string[]} */ (FIELDS);
  const column = /** @type {Record<keyof typeof ORDER_FIELDS, number>} */ (
    Object.fromEntries(names.map((name) => [name, places.indexOf(name)]))
  );
  const { encoding } = one;
  const book = { identities: new IdentityLines(), crowd: new Crowd(), shopNumbers: new Shops(false) };
  feed(product, one, (view) => new RecipientReader(view, column, book, 'generic', identify));
  const shared = freshMemory(product);
  const ring = new product.RingFiller(shared, 1);
  const sender = feed(product, one, (view) => new RecipientSender(view, column, 0, ring));
  if (sender instanceof RecipientSender) sender.pass();
  ring.end();
  const emptier = new product.RingEmptier(shared);
  const sources = [{ column, encoding, platform: 'generic' }];
  const parts = product.readRecipients(emptier, sources, false, identify);
  if (ring.isLost) return 'the ring is lost';
  if (!isDeepStrictEqual(parts.identities, book.identities.handOver())) return 'identities differ';
  const [there, here] = [parts.crowd, book.crowd.handOver()].map(({ size, pieces }) => [
    size,
    ...(pieces[0]?.subarray(0, size * 3) ?? []),
  ]);
  return isDeepStrictEqual(there, here) ? null : 'notes differ';
}

/** @type {Kind} */
export const RECIPIENTS = {
  name: 'recipients',
  law: 'recipients read by way of batches are those read without, whatever the bytes are',
  make(random) {
    const { lines, encoding, delimiter } = makeFile(random, { tame: true });
    const people = Array.from({ length: random.int(1, 8) }, () =>
      Array.from({ length: FIELDS.length }, () => random.pick(CELLS)).join(delimiter),
    );
    const text = `${people.join('\n')}\n${lines.join('')}`;
    const bytes = encoded(text, encoding);
    const file = damaged(random, bytes, { delimiter: delimiter.charCodeAt(0) });
    const sizes = { maxRecord: file.length + 16, maxCells: random.int(1, 40) };
    return { parts: { file }, settings: { delimiter, encoding, ...sizes, expected: 0, cuts: [] } };
  },
  check(product, { parts, settings }) {
    const one = { bytes: parts['file'] ?? Buffer.alloc(0), ...settings };
    return sameByBatches(product, one);
  },
};
