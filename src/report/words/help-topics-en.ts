// The topics of `help` in English.

import type { HelpTopic } from './help-topics.js';

export const TOPICS_EN: Readonly<Record<HelpTopic, string>> = {
  config: `Configuration

Write one: bnpl-audit init (all keys with defaults and ranges; take the # off a line to set it)

Where it is: --config FILE, else BNPL_AUDIT_CONFIG, else here, else beside the first input,
  under the name bnpl-audit.yaml, bnpl-audit.yml or bnpl-audit.json; --no-config uses none

What holds: flags > environment > file > defaults
  flags         --set KEY=VALUE, as in --set large.min=2000, --set LU1.min=2000, --set OD1=off
  environment   BNPL_AUDIT_SET="large.min=2000;OD1=off", BNPL_AUDIT_LANG, BNPL_AUDIT_FAIL_ON
  in the file   a shop's > the run's; a rule's own > what rules share

How it looks
  version: 1
  large:
    min: 2000 yuan               the limit for large orders that several rules share
  rules:
    single-large: {min: 3000}    by name or code; amounts in yuan, days, shares
    OD1: off                     not looked at
    OD3: high                    fixed severity (what is unproven stays at most medium)
  platforms:
    pinduoduo: {auto-receipt: 10 days, grace: 1 day, lag: auto}
  buckets: [3, 30, 60, 90]       last days of the aging buckets
  columns:
    pay_later: bnpl              as --map
  lists:                         the shop's own lists; all orders stay in the totals
    phones: ["138-0013-1234", {file: phones.txt}]   files lie beside it, one entry a line
    staff: {file: staff.csv}     a CSV names its columns: name, phone, address, account, note
    tags: [补单, 拍单]           also addresses, pickup-points, wholesale, pickup-words, note-words
  audit: {fail-on: high, max-rejects: 3}
  shops:
    "123456":                    a shop's id or name as it stands in the files
      large: {min: 5000}

Units: amounts 1000, 1,000 yuan, 50 fen; times 30, 30 days, 24 hours; shares 0.2, 20%
  A wrong unit, a value out of range or an unknown key is refused, with line, column and near keys.
  In braces do not write 1,000: a comma ends a value; write 1000, or quotes.

What is in force: bnpl-audit rules, bnpl-audit explain LU1; settings of the JSON report
In editors: bnpl-audit init --schema, or bnpl-audit schema config
`,
  'exit-codes': `Exit codes

  0    the audit ran; nothing at or above --fail-on (default never: findings do not matter)
  1    the audit ran; there are findings at or above --fail-on
  2    it could not run: options, configuration, unreadable or unknown input, output that
       cannot be written; nothing half-written is left
  3    it ran, but input was damaged: rejected records beyond --max-rejects, bad rows in a
       bill, a file cut off; the answer is incomplete, and the data problems say where.
       3 wins over 1
  70   our own bug: the text in brackets is what to report, it holds no order contents
  130  stopped by Ctrl-C; 143 stopped by the system. No half-written file is left

For scripts: bnpl-audit orders.csv --quiet --fail-on high
--quiet shows no summary, errors only; files and exit code are as ever.
`,
  formats: `Files that can be read

Platforms and kinds
  Pinduoduo  order exports (the older 55 and 82 columns, the short form of 2026 with 23 or 27,
             the wide one with 是否先用后付), bills (货款明细), after-sales (售后信息)
  Kuaishou   order exports (61 or 64 columns), settlements (结算单), account flows (动账明细,
             安心钱包账务明细), after-sales
  others     any table with order number, state and amount: --map field=header for
             columns whose names are not known
  Columns go by name, never by place; more columns and another order do no harm.

Whether pay-later shows
  Pinduoduo: in the wide form with the column 是否先用后付. The short form of 2026 has
  neither that column nor a payment method
  Kuaishou: where 支付方式 holds 先用后付
  Where it does not show: --pay-later-orders with a list of order numbers, or
  --all-pay-later if the export was already filtered

Whether money came in
  The amount paid in an order export proves nothing; Pinduoduo's bill and Kuaishou's
  settlement do: give them with --bills
  Kuaishou's account flow too: its pay-outs are net of fees and prove that money came in,
  the amount is the settlement's; refunds after the settlement stand in the flow. The
  after-sales bill (超售后期账单) has no published columns and cannot be read yet
  They have to reach from the orders' first day to the day before the audit date, for
  every account the shop is paid to

Refunds and after-sales
  Give after-sales exports with --after-sales, several if need be; they may overlap: of
  one after-sale number the latest row counts
  What goes back is 退款金额, never 交易金额; exchanges and repairs are no refunds
  A state that is blank or new counts as open and stops the clock; 收货人 is not read
  Pinduoduo exports the last three months; older ones are on the back office's pages only

Encoding and form
  CSV in UTF-8 (with or without a mark), GB18030 (GBK), UTF-16; comma, TAB or semicolon
  Use the download as it is. Opening it in Excel and saving turns the last digits of long
  order numbers into 0, for good
  XLSX, XLS and ZIP: save as CSV first. Kuaishou's XLSX has a password: the last six
  characters of the file's name without its extension

What a file is: bnpl-audit inspect FILE
`,
  privacy: `Personal data

  On screen, in the JSON report, the list of rejects and messages, names, phones and
  addresses are masked: 张*, 138****1234, addresses to the district
  The annotated copy is the input with columns added: names, phones and addresses of the
  buyers stand in it as they did
  Delete the copy when done, do not post it, do not upload it. It has the input's
  permissions; all other outputs can be read by you alone
  --reveal shows rejected records in clear: delete that list as well
  inspect --records shows every record in clear

  Nothing goes over a network: no upload, no update check, no statistics
  Files are written under a temporary name and moved when complete; a stopped run removes
  them, and what a power cut leaves is removed by the next run
  Reports hold no hashes of personal data: that of a phone number is undone in seconds
`,
  schedule: `Running by schedule

A scheduled task has no window and another working folder: write all paths in full. The
exit code and the log tell:
  0  no finding of high severity      1  there are: see audit_next_step in the copy
  2  it did not run: see the log      3  records were rejected, the answer is incomplete
  others  a bug of ours, or it was stopped
A bill has to be downloaded again to be new. The folder may hold several exports; each
gets a copy of its own.

Windows Task Scheduler: save as D:\\audit\\bnpl.cmd and name it in the task by its full path
------------------------------------------------------------
@echo off
set "IN=D:\\audit\\orders"
set "BILL=D:\\audit\\bill.csv"
set "OUT=D:\\audit\\results"
set "LOG=D:\\audit\\bnpl-audit.log"
echo %DATE% %TIME% >> "%LOG%"
call "C:\\Program Files\\nodejs\\bnpl-audit.cmd" "%IN%" --bills "%BILL%" -o "%OUT%/" --json "%OUT%/report.json" --fail-on high --lang en >> "%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
echo code %CODE% >> "%LOG%"
exit /b %CODE%
------------------------------------------------------------
Where bnpl-audit.cmd is: run  where bnpl-audit  in a command window

cron on Linux and macOS: save as /home/shop/bnpl.sh, chmod 700, and add with crontab -e
  30 8 * * * /home/shop/bnpl.sh
------------------------------------------------------------
#!/bin/sh
PATH=/usr/local/bin:/usr/bin:/bin
IN=/home/shop/orders
BILL=/home/shop/bill.csv
OUT=/home/shop/results
LOG=/home/shop/bnpl-audit.log
umask 077
date >> "$LOG"
bnpl-audit "$IN" --bills "$BILL" -o "$OUT/" --json "$OUT/report.json" --fail-on high --lang en >> "$LOG" 2>&1
code=$?
echo "code $code" >> "$LOG"
exit $code
------------------------------------------------------------
`,
};
