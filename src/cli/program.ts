// Commands and options: what can be typed, in both languages; what happens then stands in run.ts.

import { Command, Help, Option } from 'commander';
import type { Language } from '../report/model.js';
import { HELP_TOPICS } from '../report/words/help-topics.js';
import {
  AFTER_SALES,
  AUDIT,
  BILLS,
  type Both,
  CONFIGURING,
  EVIDENCE,
  INIT,
  JUDGING,
  MAP,
  type OptionText,
  READING,
  RECIPIENTS,
  SET,
  SHOWING,
  VERBOSE,
  WHAT_IF,
} from './option-texts.js';
import type { TypedOptions } from './options.js';

/** What the commands do once their words are understood. */
export interface Actions {
  audit(orders: readonly string[], options: TypedOptions): Promise<void>;
  inspect(file: string, options: TypedOptions): Promise<void>;
  rules(options: TypedOptions): Promise<void>;
  explain(names: readonly string[], options: TypedOptions): Promise<void>;
  trace(order: string, orders: readonly string[], options: TypedOptions): Promise<void>;
  evidence(order: string, orders: readonly string[], options: TypedOptions): Promise<void>;
  init(orders: readonly string[], options: TypedOptions): Promise<void>;
  schema(name: string): Promise<void>;
}

const EXAMPLES: Both = [
  `例子
  bnpl-audit 订单.csv                            核对一份导出，在旁边写一份标注表
  bnpl-audit 订单.csv --bills 货款明细.csv        带上货款明细，才知道哪些真的没到账
  bnpl-audit 6月.csv 7月.csv -o 结果/            几份一起看，标注表放到一个文件夹
  bnpl-audit 订单.csv --pay-later-orders 名单.txt  导出里看不出先用后付时，用订单号名单
  bnpl-audit inspect 订单.csv                    先看看这是什么文件、读到了什么
  bnpl-audit trace 订单号 订单.csv               一单为什么被列出来，或为什么没有
`,
  `Examples
  bnpl-audit orders.csv                              audit one export; a copy is written beside it
  bnpl-audit orders.csv --bills bill.csv             with the bill that proves what came in
  bnpl-audit june.csv july.csv -o results/           several at once, copies into a folder
  bnpl-audit orders.csv --pay-later-orders list.txt  where the export cannot show pay-later
  bnpl-audit inspect orders.csv                      first see what a file is and what is read
  bnpl-audit trace ORDER orders.csv                  why one order is on the list, or is not
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

const EXPLAIN_EXAMPLES: Both = [
  `例子
  bnpl-audit explain LU1                         一项检查：查什么、怎么算、常见的正常情况
  bnpl-audit explain not-due header-damaged      逾期区间、错误代码、列名都可以，一次几个
`,
  `Examples
  bnpl-audit explain LU1                         a rule: what it looks for, how, innocent reasons
  bnpl-audit explain not-due header-damaged      buckets, error codes, columns too, several at once
`,
];

const INIT_EXAMPLES: Both = [
  `例子
  bnpl-audit init                                在当前文件夹写 bnpl-audit.yaml，改了再用
  bnpl-audit init 订单.csv                       写上这份导出的列读成了什么
`,
  `Examples
  bnpl-audit init                                write bnpl-audit.yaml here, to be edited
  bnpl-audit init orders.csv                     with what the columns of this export are taken for
`,
];

const TRACE_EXAMPLES: Both = [
  `例子
  bnpl-audit trace 260612-470911285563310 订单.csv
  bnpl-audit trace 260612-470911285563310 订单.csv --bills 货款明细.csv
  bnpl-audit trace G1 订单.csv
`,
  `Examples
  bnpl-audit trace 260612-470911285563310 orders.csv
  bnpl-audit trace 260612-470911285563310 orders.csv --bills bill.csv
  bnpl-audit trace G1 orders.csv
`,
];

const EVIDENCE_EXAMPLES: Both = [
  `例子
  bnpl-audit evidence 260612-470911285563310 订单.csv --bills 货款明细.csv
  bnpl-audit evidence 260612-470911285563310 订单.csv --bills 货款明细.csv -o 申诉.zip
  bnpl-audit evidence G1 订单.csv --bills 货款明细.csv -o G1/
`,
  `Examples
  bnpl-audit evidence 260612-470911285563310 orders.csv --bills bill.csv
  bnpl-audit evidence 260612-470911285563310 orders.csv --bills bill.csv -o appeal.zip
  bnpl-audit evidence G1 orders.csv --bills bill.csv -o G1/
`,
];

const EXIT_CODES: Both = [
  '退出码：0 正常；1 有 --fail-on 等级的事项；2 运行不了（用法、文件、写不了）；3 有没读进来的行或文件损坏；70 程序自己的错',
  'Exit codes: 0 done; 1 findings at --fail-on; 2 could not run (usage, file, output); 3 input was damaged; 70 our own bug',
];

const TOPICS: Both = [
  `专题：${HELP_TOPICS.join('、')}，如 bnpl-audit help schedule`,
  `Topics: ${HELP_TOPICS.join(', ')}, as in bnpl-audit help schedule`,
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
    .helpCommand('help [command]', say(['一个命令或专题的帮助', 'help for a command or a topic']))
    .addHelpText('before', say(EXAMPLES))
    .addHelpText('after', `\n${say(TOPICS)}\n${say(EXIT_CODES)}`);

  const audit = configure(program.command('audit', { isDefault: true }))
    .description(say(['核对订单（默认命令）', 'audit orders (the default command)']))
    .argument(
      '[orders...]',
      say(['订单导出文件、文件夹或 -（标准输入）', 'order exports, folders or - for standard input']),
    )
    .addHelpText('before', say(EXAMPLES));
  addProofs(audit, say);
  addOptions(audit, [...JUDGING, ...AUDIT, VERBOSE, ...READING], say);
  addMap(audit, say);
  addConfig(audit, say);
  addOptions(audit, [WHAT_IF], say);
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
  addMap(inspect, say);
  addConfig(inspect, say);
  inspect.action((file: string, options: TypedOptions) => actions.inspect(file, options));

  const trace = configure(program.command('trace'))
    .description(
      say([
        '一单的来龙去脉：每个数怎么来的，为什么被列出来或没有；或一个关联订单组的全部依据',
        'one order in full: every figure and where it comes from, why it is on the list or is not; or a group of linked orders',
      ]),
    )
    .argument('<order>', say(['订单号，或关联订单组的编号', 'an order number, or the name of a group']))
    .argument('<orders...>', say(['订单导出文件、文件夹或 -', 'order exports, folders or -']))
    .addHelpText('before', say(TRACE_EXAMPLES));
  addProofs(trace, say);
  addOptions(trace, [...JUDGING, ...READING], say);
  addMap(trace, say);
  addConfig(trace, say);
  trace.action((order: string, orders: string[], options: TypedOptions) =>
    actions.trace(order, orders, options),
  );

  const evidence = configure(program.command('evidence'))
    .description(
      say([
        '申诉材料：一单或一个关联订单组，整理成可以交给平台客服的文件夹或 ZIP',
        "an evidence pack of one order, or of a group, for the platform's support: a folder or a ZIP file",
      ]),
    )
    .argument('<order>', say(['订单号，或关联订单组的编号', 'an order number, or the name of a group']))
    .argument('<orders...>', say(['订单导出文件、文件夹或 -', 'order exports, folders or -']))
    .addHelpText('before', say(EVIDENCE_EXAMPLES));
  addOptions(evidence, EVIDENCE, say);
  addProofs(evidence, say);
  addOptions(evidence, [...JUDGING, ...READING], say);
  addMap(evidence, say);
  addConfig(evidence, say);
  evidence.action((order: string, orders: string[], options: TypedOptions) =>
    actions.evidence(order, orders, options),
  );

  const rules = configure(program.command('rules')).description(
    say(['全部检查项和参数', 'all rules with their parameters']),
  );
  addOptions(rules, SHOWING, say);
  addConfig(rules, say);
  rules.action((options: TypedOptions) => actions.rules(options));

  const explain = configure(program.command('explain'))
    .description(
      say([
        '一个检查项、错误代码、区间、状态或列名的全部说明',
        'a rule, error code, bucket, state or column in full',
      ]),
    )
    .argument('<names...>', say(['代码或名字', 'codes or names']))
    .addHelpText('before', say(EXPLAIN_EXAMPLES));
  addOptions(explain, SHOWING, say);
  addConfig(explain, say);
  explain.action((names: string[], options: TypedOptions) => actions.explain(names, options));

  const init = configure(program.command('init'))
    .description(
      say([
        '写一份带说明的配置，所有的键都在里面；给了订单文件，就写上读到了哪些列',
        'write a commented configuration with every key, and with the columns of the order files given',
      ]),
    )
    .argument('[orders...]', say(['订单导出文件', 'order exports']))
    .addHelpText('before', say(INIT_EXAMPLES));
  addOptions(init, [...INIT, ...SHOWING], say);
  init.action((orders: string[], options: TypedOptions) => actions.init(orders, options));

  const schema = configure(program.command('schema'))
    .description(say(['给编辑器用的 JSON Schema', 'JSON Schema, for editors']))
    .argument('<name>', say(['config：配置文件的', 'config: that of the configuration']));
  addOptions(schema, SHOWING, say);
  schema.action((name: string) => actions.schema(name));
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
  const others = [...argv.slice(0, at), ...argv.slice(at + 1)];
  if (command !== 'help') return [command, ...others];
  // The language is known by now, and no other option changes what help says.
  const names = others.filter((word, i) => !word.startsWith('-') && !takesValue(others[i - 1] ?? ''));
  return [command, ...names];
}

/** For options that may stand several times. */
function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

type Say = (text: Both) => string;

function addOptions(command: Command, options: readonly OptionText[], say: Say): void {
  for (const [flags, text] of options) {
    const option = new Option(flags, say(text));
    command.addOption(flags === '--unicode' ? option.conflicts('ascii') : option);
  }
}

/** What is given beside the orders. */
function addProofs(command: Command, say: Say): void {
  command.addOption(new Option('--bills <file>', say(BILLS)).argParser(collect));
  command.addOption(new Option('--after-sales <file>', say(AFTER_SALES)).argParser(collect));
  command.addOption(new Option('--recipients <file>', say(RECIPIENTS)).argParser(collect));
}

function addMap(command: Command, say: Say): void {
  command.addOption(new Option('--map <field=header>', say(MAP)).argParser(collect));
}

function addConfig(command: Command, say: Say): void {
  addOptions(command, CONFIGURING, say);
  command.addOption(new Option('--set <key=value>', say(SET)).argParser(collect));
}
