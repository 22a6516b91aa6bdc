// The runs whose every call of the system is made to fail: their files, what is typed, and what they write.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { WORKLIST_STEPS, worklistName } from '../../src/report/worklists.js';
import type { Outcome } from '../support/command.js';
import { type CountedCall, soundPort } from '../support/faulty-port.js';
import { OTHER_HEADERS } from '../support/headers.js';
import { type HereOptions, runHere } from '../support/here.js';

export interface Scene {
  readonly name: string;
  /** Files by their path below the folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly args: readonly string[];
  readonly input?: string;
  /** What the run writes, with what stands there before it; null: nothing does. `ours`: the beginning of the new one. */
  readonly outputs: Readonly<Record<string, 'ours' | string | null>>;
  /** A folder that the run makes. */
  readonly makes?: string;
  /** 0 without it. */
  readonly code?: number;
  /** A file that is not there is no fault of this run: it is looked for, or a folder is taken as it is. */
  readonly looksAround?: true;
}

const HEADER = 'order_id,status,buyer_paid,pay_later,ordered_at,shipped_at';
const row = (n: number, rest = 'shipped,10.00,yes') =>
  `1234567${n},${rest},2026-06-0${n} 08:00:00,2026-06-0${n} 10:00:00`;
const orders = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;
const ONE = orders(row(1), row(2));
const TWO = orders(row(3), row(4));
/** One record has no order number, one no amount. */
const DAMAGED = orders(row(5), ',shipped,3.00,yes,,', row(6, 'shipped,much,yes'), row(7));
const BILL = [
  '起始时间：2026-06-01 00:00:00  终止时间：2026-06-30 23:59:59',
  OTHER_HEADERS.pinduoduoBill.join(','),
  '12345671,2026-06-12 08:00:00,10.00,0.00,交易收入,-,0010002|交易收入-订单收入',
  '12345672,2026-06-13 08:00:00,viel,0.00,交易收入,-,0010002|交易收入-订单收入',
  '#支出合计：0笔0.00元',
  '#收入合计：1笔10.00元\n',
].join('\n');
const CONFIG =
  'version: 1\nlarge:\n  min: 9\nlists:\n  tags: {file: tags.txt}\n  phones: {file: phones.csv}\n';

export const SCENES: readonly Scene[] = [
  { name: 'one export', files: { 'o.csv': ONE }, args: ['o.csv'], outputs: { 'o.audited.csv': 'ours' } },
  {
    name: 'two exports, one copy there',
    files: { 'a.csv': ONE, 'b.csv': TWO },
    args: ['a.csv', 'b.csv'],
    outputs: { 'a.audited.csv': 'ours', 'b.audited.csv': null },
  },
  {
    name: 'copy, report, rejects and bill',
    // An ASCII header leaves the encoding open: the whole file is looked at.
    files: { 'o.csv': iconv.encode(`${DAMAGED}12345679,已发货,9.00,yes,,\n`, 'gb18030'), 'b.csv': BILL },
    args: ['o.csv', '--bills', 'b.csv', '--json', 'r.json', '--rejects', 'x.csv', '--reveal'],
    outputs: { 'o.audited.csv': 'ours', 'r.json': 'ours', 'x.csv': 'ours' },
    code: 3,
  },
  {
    name: 'a page, and work lists in a folder of their own',
    files: { 'o.csv': ONE },
    args: ['o.csv', '--no-output', '--html', 'r.html', '--worklists', 'lists', '--lang', 'en'],
    outputs: {
      'r.html': 'ours',
      ...Object.fromEntries(WORKLIST_STEPS.map((step) => [`lists/${worklistName(step, 'en')}`, null])),
    },
  },
  {
    name: 'rejects alone, forced over another file',
    files: { 'o.csv': DAMAGED },
    args: ['o.csv', '--no-output', '--rejects', 'x.csv', '--reveal', '--force'],
    outputs: { 'x.csv': 'mine\n' },
    code: 3,
  },
  {
    name: 'configuration and lists',
    files: {
      'in/o.csv': ONE,
      'in/bnpl-audit.yaml': CONFIG,
      'in/tags.txt': '补单\n测评\n',
      'in/phones.csv': '手机,备注\n13800131234,仓库\n',
      'list.csv': 'order_id\n12345671\n',
    },
    args: ['in/o.csv', '--pay-later-orders', 'list.csv'],
    outputs: { 'in/o.audited.csv': 'ours' },
    looksAround: true,
  },
  {
    name: 'a folder of inputs',
    files: { 'in/a.csv': ONE, 'in/b.csv': TWO, 'in/bill.csv': BILL, 'in/other.csv': 'x,y\n1,2\n' },
    args: ['in', '--json', 'r.json'],
    outputs: { 'in/a.audited.csv': null, 'in/b.audited.csv': null, 'r.json': 'ours' },
    code: 3,
    looksAround: true,
  },
  {
    name: 'two copies into a new folder',
    files: { 'a.csv': ONE, 'b.csv': TWO },
    args: ['a.csv', 'b.csv', '-o', 'new/', '--quiet'],
    outputs: { 'new/a.audited.csv': null, 'new/b.audited.csv': null },
    makes: 'new',
  },
  {
    name: 'copy to standard output',
    files: { 'o.csv': ONE },
    args: ['o.csv', '-o', '-', '--json', 'r.json'],
    outputs: { 'r.json': 'ours' },
  },
  {
    name: 'standard input',
    files: {},
    args: ['-', '-o', 'x.csv'],
    input: ONE,
    outputs: { 'x.csv': 'ours' },
  },
  { name: 'inspect', files: { 'o.csv': ONE }, args: ['inspect', 'o.csv'], outputs: {} },
  {
    name: 'inspect --records',
    files: { 'o.csv': ONE },
    args: ['inspect', '--records', 'o.csv'],
    outputs: {},
  },
  {
    name: 'trace',
    files: { 'o.csv': ONE, 'p.csv': TWO },
    args: ['trace', '12345672', 'o.csv', 'p.csv'],
    outputs: {},
  },
  {
    name: 'what-if',
    files: { 'o.csv': ONE },
    args: ['o.csv', '--what-if', 'large.min=5,20', '--json', 'r.json'],
    outputs: { 'r.json': null },
  },
  {
    name: 'init with its schema',
    files: { 'o.csv': ONE },
    args: ['init', 'o.csv', '-o', 'c.yaml', '--schema', '--force', '--lang', 'en'],
    outputs: { 'c.yaml': 'mine: 1\n', 'c.schema.json': null },
  },
];

/** Nothing here outlasts the test: no disk is waited for. */
export const NO_DISK = { fsyncSync: () => {} };

/** A scene in a folder: what stands there before and after a sound run, and a way to run it again and again. */
export class Stage {
  readonly scene: Scene;
  readonly folder: string;
  /** Where standard input is kept. */
  readonly temp: string;
  readonly old = new Map<string, Buffer | null>();
  readonly whole = new Map<string, Buffer>();
  /** The calls of a run that nothing disturbs. */
  readonly calls: CountedCall[] = [];
  /** What stands in the folder before a run. */
  readonly before: string[] = [];

  constructor(scene: Scene, folder: string) {
    this.scene = scene;
    this.folder = folder;
    this.temp = join(folder, 'temp');
    mkdirSync(this.temp);
    for (const [name, content] of Object.entries(scene.files)) this.#write(name, content);
  }

  /** Runs undisturbed in every environment, and keeps what it wrote and which calls it made. */
  async prepare<Name extends string>(
    environments: Readonly<Record<Name, Readonly<Record<string, string>>>>,
  ): Promise<Readonly<Record<Name, Outcome>>> {
    for (const [name, before] of Object.entries(this.scene.outputs)) {
      if (before !== null && before !== 'ours') this.#write(name, before);
    }
    await this.#runSound({});
    for (const [name, before] of Object.entries(this.scene.outputs)) {
      const bytes = readFileSync(join(this.folder, name));
      this.whole.set(name, bytes);
      // Shorter, and still known as ours.
      const cut = Buffer.concat([bytes.subarray(0, Math.ceil(bytes.length * 0.7)), Buffer.from('old')]);
      const other = before === null ? null : Buffer.from(before);
      this.old.set(name, before === 'ours' ? cut : other);
    }
    const outcomes: Partial<Record<Name, Outcome>> = {};
    for (const name of Object.keys(environments) as Name[]) {
      this.reset();
      this.calls.splice(0);
      outcomes[name] = await this.#runSound(environments[name]);
    }
    this.reset();
    this.before.push(...below(this.folder));
    return outcomes as Record<Name, Outcome>;
  }

  async #runSound(env: Readonly<Record<string, string>>): Promise<Outcome> {
    const port = soundPort(NO_DISK);
    const ended = await this.run({ port, env });
    if (ended.code !== (this.scene.code ?? 0)) throw new Error(`${this.scene.name}: ${ended.stderr}`);
    this.calls.push(...port.calls);
    return ended;
  }

  /** Puts everything back to what stood there before the run. */
  reset(): void {
    for (const [name, bytes] of this.old) {
      if (bytes === null) rmSync(join(this.folder, name), { force: true });
      else writeFileSync(join(this.folder, name), bytes);
    }
    if (this.scene.makes !== undefined) {
      rmSync(join(this.folder, this.scene.makes), { recursive: true, force: true });
    }
  }

  run(options: Pick<HereOptions, 'port' | 'env'>): Promise<Outcome> {
    const { input } = this.scene;
    return runHere(this.scene.args, {
      cwd: this.folder,
      temp: this.temp,
      ...options,
      ...(input === undefined ? {} : { input: Buffer.from(input) }),
    });
  }

  /** What an output holds now; null without one. */
  bytes(name: string): Buffer | null {
    return bytesAt(join(this.folder, name));
  }

  /** How an output stands now. */
  state(name: string): 'old' | 'new' | 'torn' {
    const now = this.bytes(name);
    const [before, after] = [this.old.get(name) ?? null, this.whole.get(name)!];
    if (now === null) return before === null ? 'old' : 'torn';
    if (before?.equals(now)) return 'old';
    return now.equals(after) ? 'new' : 'torn';
  }

  #write(name: string, content: string | Uint8Array): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** All files and folders below one, in order. */
export function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
