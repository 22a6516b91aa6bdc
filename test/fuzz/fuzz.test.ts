// The fuzzer at the size that fits into every run of the tests; `npm run fuzz` runs 1,000,000 cases and others.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundleProduct, type Fault } from './bundle.js';
import { brokenLaw, readCase, runCase, writtenCase } from './campaign.js';
import { KINDS, SHARES } from './kinds.js';
import * as product from './product.js';

const SEED = 20_260_720;
const CASES = 20_000;
const FOUND = new URL('./found/', import.meta.url);

describe(`${CASES} cases of seed ${SEED}`, () => {
  it.each(KINDS)('$name: $law', async (kind) => {
    const cases = Math.ceil((CASES * SHARES[kind.name]!) / 1000);
    for (let n = 0; n < cases; n++) {
      const failure = await runCase(product, kind, SEED, n);
      const told = failure?.smallest && { ...failure, smallest: writtenCase(failure.smallest) };
      expect(told, `npm run fuzz -- --only ${kind.name} --seed ${SEED} --case ${n}`).toBeUndefined();
    }
  });

  it('are a whole: the shares add up', () => {
    expect(Object.values(SHARES).reduce((sum, share) => sum + share)).toBe(1000);
    expect(KINDS.map(({ name }) => name)).toEqual(Object.keys(SHARES));
  });
});

describe('cases that failed once', () => {
  it.each(readdirSync(FOUND).sort())('%s', async (name) => {
    const found = JSON.parse(readFileSync(new URL(name, FOUND), 'utf8'));
    const kind = KINDS.find((one) => one.name === found.kind);
    expect(await brokenLaw(product, kind!, readCase(found.smallest))).toBeNull();
  });
});

/** Faults that somebody might make, or has made, and the kinds of cases that have to notice. */
const SCANNER = 'src/io/scanner.ts';
const FAULTS: readonly (Fault & {
  readonly what: string;
  readonly kinds: readonly string[];
  readonly within?: number;
})[] = [
  {
    what: 'drops a record',
    file: SCANNER,
    from: 'this.#pos = this.#after;\n        return true;',
    to: 'this.#pos = this.#after;\n        if (this.length === 7) continue;\n        return true;',
    kinds: ['valid', 'damaged', 'lines', 'utf16'],
  },
  {
    what: 'sees two line ends in a CRLF at a chunk’s border',
    file: SCANNER,
    from: 'if (p + 1 >= filled && !this.#ended) return false;\n      const crlf',
    to: 'const crlf',
    kinds: ['valid', 'damaged', 'utf16'],
  },
  {
    what: 'forgets that a doubled quote is one',
    file: SCANNER,
    from: 'if (bytes[p + 1] !== QUOTE || p + 1 >= filled) break;',
    to: 'break;',
    kinds: ['valid', 'damaged', 'utf16'],
  },
  {
    what: 'lets an unclosed quote run on to the next quoted cell',
    file: SCANNER,
    from: 'if (breaks > 0) return NOT_CLOSED;',
    to: '',
    kinds: ['damaged', 'lines'],
  },
  {
    what: 'tells nothing of text behind a closing quote',
    file: SCANNER,
    from: 'this.#quoteFlags = IRREGULAR.textAfterQuote;',
    to: '',
    kinds: ['damaged'],
  },
  {
    what: 'forgets the bytes of a line beyond the limit',
    file: SCANNER,
    from: 'this.length += passed;',
    to: '',
    kinds: ['damaged', 'utf16'],
  },
  {
    what: 'asks a block whether a record is valid',
    file: SCANNER,
    from: 'return this.#blockValid || isValidText',
    to: 'return this.#blockValid && isValidText',
    kinds: ['damaged'],
  },
  {
    what: 'keeps a quote at the end of the file that swallowed lines and leaves a record of other cells',
    file: SCANNER,
    from: '(isStray || (irregular & IRREGULAR.swallowedLines) !== 0) &&',
    to: 'p < filled && (isStray || (irregular & IRREGULAR.swallowedLines) !== 0) &&',
    kinds: ['damaged'],
    within: 4000,
  },
  {
    what: 'tells a quote beyond the limit by what was read so far',
    file: SCANNER,
    from: 'if (open - record > this.#maxRecord) return this.#skip(record);',
    to: '',
    kinds: ['damaged'],
    within: 4000,
  },
  {
    what: 'loses count of what a line beyond the limit is in UTF-16',
    file: SCANNER,
    from: 'const body = isSkipped ? this.#skippedUtf16 :',
    to: 'const body =',
    kinds: ['utf16'],
  },
  {
    what: 'takes the euro sign of Windows for half a character',
    file: 'src/io/encoding.ts',
    from: 'if (b1 <= 0x80) {',
    to: 'if (b1 < 0x80) {',
    kinds: ['damaged'],
  },
  {
    what: 'forgets that UTF-16 ends in half a unit',
    file: 'src/io/byte-source.ts',
    from: 'if (ended && have > whole) ready',
    to: 'if (false) ready',
    kinds: ['utf16'],
  },
  {
    what: 'passes over a rejected record in silence',
    file: 'src/audit.ts',
    from: 'rejected > maxRejects ||',
    to: '',
    kinds: ['orders'],
  },
  {
    what: 'adds cells in front of the line end of the wrong record',
    file: 'src/io/annotate.ts',
    from: 'const body = length - endBytes;',
    to: 'const body = length - (lineEnd === LINE_END.cr ? 0 : endBytes);',
    kinds: ['orders'],
  },
  {
    what: 'forgets a cell of a record on its way to the other thread',
    file: 'src/steps/recipient-batches.ts',
    from: 'ends[cell]! + shift : end;',
    to: 'end : end;',
    kinds: ['recipients'],
  },
];
/** Cases of a kind within which a fault has to be noticed; what needs two things at once takes longer. */
const SOON = 400;

describe('a product that', () => {
  it.each(FAULTS)('$what is caught', async ({ file, from, to, kinds, within = SOON }) => {
    const broken: typeof product = await import(await bundleProduct({ file, from, to }));
    for (const name of kinds) {
      const kind = KINDS.find((one) => one.name === name)!;
      let n = 0;
      while (n < within && (await runCase(broken, kind, SEED, n, false)) === null) n++;
      expect(n, name).toBeLessThan(within);
    }
  });
});
