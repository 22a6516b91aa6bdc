// The same job in the usual way, for comparison: csv-parse, objects, csv-stringify. Counts and flags, nothing more.

import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';

const [input = '', output = ''] = process.argv.slice(2);
const options = { bom: true, columns: true, relax_column_count: true };

const unpaid = new Map();
for await (const record of createReadStream(input).pipe(parse(options))) {
  const id = record['订单号'].trim();
  if (record['是否先用后付'].trim() === '是')
    unpaid.set(id, (unpaid.get(id) ?? 0) + Number(record['商家实收金额(元)']));
}

await pipeline(
  createReadStream(input),
  parse(options),
  async function* annotate(/** @type {AsyncIterable<Record<string, string>>} */ records) {
    for await (const record of records) {
      yield { ...record, 核查_未收货款: unpaid.get((record['订单号'] ?? '').trim()) ?? '' };
    }
  },
  stringify({ header: true }),
  createWriteStream(output),
);
