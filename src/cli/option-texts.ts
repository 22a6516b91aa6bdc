// The options' texts, in both languages.

/** A text in both languages. */
export type Both = readonly [zh: string, en: string];

/** One option: how it is typed, and what it does. */
export type OptionText = readonly [flags: string, text: Both];

/** How texts are shown: options of every command. */
export const SHOWING: readonly OptionText[] = [
  ['--lang <lang>', ['zh 或 en', 'zh or en']],
  ['--color <when>', ['auto、always 或 never', 'auto, always or never']],
  ['--ascii', ['表格只用 ASCII 字符（旧的 Windows 窗口）', 'ASCII borders only (old Windows consoles)']],
  ['--unicode', ['表格用制表线', 'box-drawing borders']],
];

/** How files are read and texts are shown: options of every command that reads files. */
export const READING: readonly OptionText[] = [
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
  ...SHOWING,
];

/** What is configured: options of every command that reads files or shows rules. */
export const CONFIGURING: readonly OptionText[] = [
  [
    '--config <file>',
    [
      '配置文件（不填：当前文件夹，再不然第一个输入旁边的 bnpl-audit.yaml）',
      'configuration (default: bnpl-audit.yaml in this folder, else beside the first input)',
    ],
  ],
  ['--no-config', ['不用任何配置文件', 'use no configuration file']],
];
/** Options of `init`. */
export const INIT: readonly OptionText[] = [
  ['-o, --output <file>', ['写到哪里（默认 bnpl-audit.yaml）', 'where to (default bnpl-audit.yaml)']],
  ['--force', ['覆盖已有的配置', 'replace an existing configuration']],
  [
    '--schema',
    ['旁边再写一份 JSON Schema，编辑器用来提示和检查', 'write its JSON Schema beside it, for editors'],
  ],
];
export const SET: Both = [
  '一个键的值，比配置文件优先，例如 large.min=2000，可以写几次',
  'one key, before the configuration, e.g. large.min=2000; repeatable',
];

export const WHAT_IF: OptionText = [
  '--what-if <key=values>',
  [
    '一个参数换几个值，各会列出多少：large.min=500,1000,2000；不写标注表',
    'what other values of one parameter would find: large.min=500,1000,2000; writes no copy',
  ],
];

/** Options of `audit` and of `trace`. */
export const JUDGING: readonly OptionText[] = [
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
    '--link-across-shops',
    [
      '不同店铺的订单也一起关联（默认只在同一家店里关联）',
      'link orders of different shops too (default: within one shop)',
    ],
  ],
];

export const VERBOSE: OptionText = [
  '--verbose',
  ['清单列得更全，并说出每一步用时', 'longer lists, and what took how long on standard error'],
];

/** Options of `audit` alone. */
export const AUDIT: readonly OptionText[] = [
  [
    '--html <file>',
    [
      '给人看的网页报告：一个文件，不联网，能打印',
      'the report for people: one HTML file, no network, prints',
    ],
  ],
  ['--json <file>', ['给程序读的 JSON 报告：文件或 -', 'the report for machines: a file or -']],
  [
    '--control <totals>',
    [
      '后台自己的合计，和读到的比：orders=单数,amount=元',
      "the back office's own totals: orders=N,amount=YUAN",
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
  [
    '--worklists <dir>',
    [
      '按建议处理分开的工作清单，每份一个 CSV，放到这个文件夹',
      'one CSV a next step, of the orders to work through, into this folder',
    ],
  ],
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
    '--fail-on <severity>',
    [
      '有这个等级或更高的事项就以 1 退出：never、info、low、medium、high、critical（默认 never）',
      'exit 1 for findings of this severity or above: never, info, low, medium, high, critical (default never)',
    ],
  ],
  [
    '--quiet',
    ['不显示结果，只报错；文件和退出码照旧', 'no summary, errors only; files and exit code as ever'],
  ],
];

/** Options of `evidence` alone. */
export const EVIDENCE: readonly OptionText[] = [
  [
    '-o, --output <path>',
    [
      '写到哪个文件夹，或哪个 .zip 文件（默认当前目录下的「申诉材料」）',
      'a folder or a .zip file (default: the folder "evidence" here)',
    ],
  ],
  ['--buyer-note', ['把买家留言也放进去', "put the buyer's note in as well"]],
  ['--marked', ['店铺自己标记过的订单也做', 'also orders that the shop itself has marked']],
  ['--reveal', ['显示完整的收货人姓名和电话', "show the recipient's name and phone in clear"]],
  ['--force', ['覆盖不是本工具写的同名文件', 'replace existing files that are not ours']],
];

export const BILLS: Both = [
  '货款明细、结算单、动账明细，可以写几次：有没有到账的凭据',
  'a bill, settlement or account flow, repeatable: the proof of collection',
];
export const AFTER_SALES: Both = [
  '售后单，可以写几次：退了多少、哪些还在处理',
  'an after-sales export, repeatable: refunds and what is still open',
];
export const RECIPIENTS: Both = [
  'ERP 或打单软件导出的收件信息表，按订单号或快递单号对上订单，可以写几次',
  "an ERP's or label printer's table of recipients, joined by order number or waybill; repeatable",
];
export const MAP: Both = [
  '列名对应，例如 pay_later=是否白条，可以写几次',
  'a column under another name, e.g. pay_later=bnpl; repeatable',
];
