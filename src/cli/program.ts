// Commands and options: what can be typed, in both languages; what happens then stands in run.ts.

import { Command, Help, Option } from 'commander';
import type { Language } from '../report/model.js';
import type { TypedOptions } from './options.js';

/** What the commands do once their words are understood. */
export interface Actions {
  audit(orders: readonly string[], options: TypedOptions): Promise<void>;
  inspect(file: string, options: TypedOptions): Promise<void>;
}

/** A text in both languages. */
type Both = readonly [zh: string, en: string];

const READING: readonly (readonly [flags: string, text: Both])[] = [
  [
    '--platform <name>',
    [
      '平台：pinduoduo、kuaishou 或 generic（不填就按表头判断）',
      'pinduoduo, kuaishou or generic (default: told by the header)',
    ],
  ],
  [
    '--encoding <name>',
    ['文件编码：utf-8、gbk、utf-16（不填就按表头判断）', 'utf-8, gbk, utf-16 (default: told by the header)'],
  ],
  [
    '--delimiter <char>',
    ['分隔符，tab 表示制表符（不填就自动判断）', 'delimiter, tab for TAB (default: detected)'],
  ],
  [
    '--lossy',
    [
      '遇到坏字节也读，用 U+FFFD 代替，并报告',
      'read records with invalid bytes, U+FFFD in their place, and say so',
    ],
  ],
  ['--lang <lang>', ['zh 或 en', 'zh or en']],
  ['--color <when>', ['auto、always 或 never', 'auto, always or never']],
  ['--ascii', ['表格只用 ASCII 字符（旧的 Windows 窗口）', 'ASCII borders only (old Windows consoles)']],
  ['--unicode', ['表格用制表线', 'box-drawing borders']],
];

const AUDIT: readonly (readonly [flags: string, text: Both])[] = [
  ['--json <file>', ['给程序读的 JSON 报告：文件或 -', 'the report for machines: a file or -']],
  [
    '--control <totals>',
    [
      '后台自己的合计，和读到的比：orders=单数,amount=元',
      "the back office's own totals: orders=N,amount=YUAN",
    ],
  ],
  ['--all-pay-later', ['导出时已经只筛了先用后付', 'the export was already filtered to pay-later']],
  [
    '--pay-later-orders <file>',
    [
      '先用后付的订单号名单，一行一个，或表格里的一列',
      'order numbers that are pay-later, one a line or a column',
    ],
  ],
  [
    '--as-of <date>',
    [
      '截止日期 YYYY-MM-DD（不填：文件名里的导出时间，再不然最晚的订单时间）',
      'audit date YYYY-MM-DD (default: export time in the file name, else the latest event)',
    ],
  ],
  [
    '-o, --output <path>',
    [
      '标注表写到哪里：文件、文件夹或 -（默认在原文件旁边：<名字>.audited.csv）',
      'annotated copy: a file, a folder or - (default: <stem>.audited.csv beside each input)',
    ],
  ],
  ['--no-output', ['不写标注表', 'write no annotated copy']],
  ['--rejects <file>', ['没读进来的行和原因，写成一个 CSV', 'a CSV of damaged records with reasons']],
  [
    '--max-rejects <n>',
    [
      '最多容忍几行没读进来（默认 0），超过就以 3 退出',
      'rejected records that still exit 0 (default 0); more exit 3',
    ],
  ],
  [
    '--reveal',
    [
      '没读进来的行里显示完整的姓名、电话、地址',
      'show names, phones and addresses in clear in the list of rejects',
    ],
  ],
  [
    '--escape-formulas',
    [
      '标注表里，原文件中像公式的单元格前面加撇号（会改动字节，会说明）',
      "guard the file's own cells against being formulas (changes bytes, and says so)",
    ],
  ],
  ['--force', ['覆盖不是本工具写的同名文件', 'replace an existing file that is not one of ours']],
  [
    '--quiet',
    ['不显示结果，只报错；文件和退出码照旧', 'no summary, errors only; files and exit code as ever'],
  ],
];

const BILLS: Both = [
  '货款明细或结算单，可以写几次：有没有到账的凭据',
  'a bill or settlement, repeatable: the proof of collection',
];
const MAP: Both = [
  '列名对应，例如 pay_later=是否白条，可以写几次',
  'a column under another name, e.g. pay_later=bnpl; repeatable',
];

const EXAMPLES: Both = [
  `例子
  bnpl-audit 订单.csv                            核对一份导出，在旁边写一份标注表
  bnpl-audit 订单.csv --bills 货款明细.csv        带上货款明细，才知道哪些真的没到账
  bnpl-audit 6月.csv 7月.csv -o 结果/            几份一起看，标注表放到一个文件夹
  bnpl-audit 订单.csv --pay-later-orders 名单.txt  导出里看不出先用后付时，用订单号名单
  bnpl-audit inspect 订单.csv                    先看看这是什么文件、读到了什么
`,
  `Examples
  bnpl-audit orders.csv                              audit one export; a copy is written beside it
  bnpl-audit orders.csv --bills bill.csv             with the bill that proves what came in
  bnpl-audit june.csv july.csv -o results/           several at once, copies into a folder
  bnpl-audit orders.csv --pay-later-orders list.txt  where the export cannot show pay-later
  bnpl-audit inspect orders.csv                      first see what a file is and what is read
`,
];

const INSPECT_EXAMPLES: Both = [
  `例子
  bnpl-audit inspect 订单.csv                    格式、编码、列、状态、损坏
  bnpl-audit inspect 订单.csv --records          每一行是怎么读的
`,
  `Examples
  bnpl-audit inspect orders.csv                  format, encoding, columns, states, damage
  bnpl-audit inspect orders.csv --records        how each record is read
`,
];

const EXIT_CODES: Both = [
  '退出码：0 正常；2 运行不了（用法、文件、写不了）；3 有没读进来的行或文件损坏；70 程序自己的错',
  'Exit codes: 0 done; 2 could not run (usage, file, output); 3 input was damaged; 70 our own bug',
];

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** The program in a language; parse errors and help leave through commander's exceptions. */
export function createProgram(version: string, language: Language, actions: Actions): Command {
  const say = ([zh, en]: Both) => (language === 'zh' ? zh : en);
  const program = new Command('bnpl-audit');
  const styleTitle = (title: string) => (language === 'zh' ? (TITLES[title] ?? title) : title);
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureHelp({ styleTitle })
      .helpOption('-h, --help', say(['显示帮助', 'show this help']))
      .configureOutput({ outputError: () => {} });

  configure(program)
    .usage(say(['<订单文件...> [选项]', '<orders...> [options]']))
    .description(
      say([
        '核对拼多多、快手导出文件里的先用后付订单：哪些还没到账、哪些还来得及处理。',
        'Audits pay-later orders in Pinduoduo and Kuaishou exports: what has not come in, what can still be saved.',
      ]),
    )
    .version(version, '-V, --version', say(['显示版本', 'show the version']))
    .helpCommand('help [command]', say(['显示一个命令的帮助', 'help for a command']))
    .addHelpText('before', say(EXAMPLES))
    .addHelpText('after', `\n${say(EXIT_CODES)}`);

  const audit = configure(program.command('audit', { isDefault: true }))
    .description(say(['核对订单（默认命令）', 'audit orders (the default command)']))
    .argument(
      '[orders...]',
      say(['订单导出文件、文件夹或 -（标准输入）', 'order exports, folders or - for standard input']),
    )
    .addHelpText('before', say(EXAMPLES));
  const bills = new Option('--bills <file>', say(BILLS)).argParser(collect);
  audit.addOption(bills);
  addOptions(audit, [...AUDIT, ...READING], say);
  // What is typed most is the default command, so the help of the program shows its options.
  const plain = new Help();
  program.configureHelp({
    styleTitle,
    visibleOptions: (command) => [
      ...plain.visibleOptions(audit).filter(({ long }) => command === program && long !== '--help'),
      ...plain.visibleOptions(command),
    ],
  });
  audit.action((orders: string[], options: TypedOptions) => actions.audit(orders, options));

  const inspect = configure(program.command('inspect'))
    .description(
      say([
        '看看这是什么文件：格式、编码、读到和缺少的列、状态、损坏',
        'what a file is: format, encoding, columns, states, damage',
      ]),
    )
    .argument('<file>', say(['导出文件', 'an export']))
    .addHelpText('before', say(INSPECT_EXAMPLES))
    .option(
      '--records',
      say(['把每一行显示成一行 JSON 数组（不遮盖）', 'print each record as a JSON array a line, in clear']),
    );
  addOptions(inspect, READING, say);
  inspect.action((file: string, options: TypedOptions) => actions.inspect(file, options));
  return program;
}

/**
 * The words with the command in front, where options were typed before it: `--lang en inspect x.csv`. Commander takes
 * a word behind options of the default command for a file.
 */
export function commandFirst(program: Command, argv: readonly string[]): string[] {
  const options = [program, ...program.commands].flatMap((command) => command.options);
  const takesValue = (word: string) =>
    options.some(({ short, long, required }) => required && (word === short || word === long));
  let at = 0;
  while (at < argv.length && /^-./.test(argv[at]!) && argv[at] !== '--') at += takesValue(argv[at]!) ? 2 : 1;
  const command = argv[at];
  const commands = ['help', ...program.commands.map((known) => known.name())];
  if (command === undefined || !commands.includes(command)) return [...argv];
  return [command, ...argv.slice(0, at), ...argv.slice(at + 1)];
}

/** For options that may stand several times. */
function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function addOptions(
  command: Command,
  options: readonly (readonly [string, Both])[],
  say: (text: Both) => string,
): void {
  for (const [flags, text] of options) command.addOption(new Option(flags, say(text)));
  command.addOption(new Option('--map <field=header>', say(MAP)).argParser(collect));
}
