// Reproducers of the errors about options and outputs: what lies in the folder, and what is typed.
import { linkSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BILL, copyHeader, type ErrorCases, files, ORDERS, orders } from './error-case.js';

const configured = (text: string | Uint8Array, ...args: string[]) =>
  files({ 'o.csv': ORDERS, 'bnpl-audit.yaml': text }, 'o.csv', ...args);

export const USAGE_ERROR_CASES: ErrorCases = {
  'config-exists': [
    {
      title: 'a configuration that stands there',
      make: files({ 'bnpl-audit.yaml': '' }, 'init'),
      path: 'bnpl-audit.yaml',
      says: /--force/,
    },
  ],
  'config-several': [
    {
      title: 'YAML and JSON',
      make: files({ 'o.csv': ORDERS, 'bnpl-audit.yaml': '', 'bnpl-audit.json': '{}' }, 'o.csv'),
      path: 'bnpl-audit.json',
      says: /--no-config/,
    },
  ],
  'config-syntax': [
    {
      title: 'a TAB',
      make: configured('large:\n\tmin: 3\n'),
      path: 'bnpl-audit.yaml:2:1',
      says: /init/,
    },
    { title: 'an anchor', make: configured('large: &a {min: 3}\n'), path: 'bnpl-audit.yaml:1:11' },
    { title: 'brackets without end', make: configured('['.repeat(100_000)), path: 'bnpl-audit.yaml:1:33' },
  ],
  'config-too-large': [
    { title: 'a bill', make: configured('#'.repeat(300_000)), path: 'bnpl-audit.yaml', says: /256 KiB/ },
  ],
  'config-unknown-key': [
    {
      title: 'two slips',
      make: configured('rules:\n  single-lagre: off\nlinks: {byuers: 4}\n'),
      path: 'bnpl-audit.yaml:2:3',
      says: /^.*single-large\n.*\n.*:3:9 links\.byuers.*buyers/,
    },
    { title: 'on the command line', make: orders('--set', 'LU1.mni=3'), says: /--set.*min/ },
  ],
  'config-unreadable': [
    { title: 'nothing there', make: orders('--config', 'none.yaml'), path: 'none.yaml', says: /--no-config/ },
    {
      title: 'GB18030',
      make: configured(Buffer.from('23c5e4d6c30a', 'hex')),
      path: 'bnpl-audit.yaml',
      says: /UTF-8/,
    },
  ],
  'config-value': [
    {
      title: 'days for yuan',
      make: configured('large:\n  min: 30 days\n'),
      path: 'bnpl-audit.yaml:2:8',
      says: /1000 (?:元|yuan)/,
    },
    { title: 'out of range', make: configured('rules: {OD1: {firstDay: 3}}'), says: /4 (?:天|days).*14 / },
    {
      title: 'a severity of the environment',
      make: orders('--set', 'audit.fail-on=loud'),
      says: /never.*critical/,
    },
  ],
  'schema-unknown': [{ title: 'another schema', make: () => ['schema', 'orders'], says: /schema config/ }],
  'arguments-wrong': [
    { title: 'explain of nothing', make: () => ['explain'], says: /explain --help/ },
    { title: 'trace of nothing', make: () => ['trace'], says: /trace --help/ },
    { title: 'trace without a file', make: () => ['trace', '12345678'], says: /trace --help/ },
    { title: 'schema of nothing', make: () => ['schema'], says: /schema --help/ },
    { title: 'rules with a word', make: () => ['rules', 'LU1'], says: /rules --help/ },
  ],
  'command-unknown': [
    { title: 'help of nothing', make: () => ['help', 'nothing'], says: /schedule/ },
    { title: 'a topic cut short', make: () => ['help', 'exit'], says: /exit-codes/ },
    { title: 'a misspelt topic', make: () => ['help', 'privcay'], says: /privacy/ },
  ],
  'disk-full': [
    {
      title: 'no more room for the copy',
      make: files({ 'o.csv': ORDERS + '12345678,shipped,10.00,yes\n'.repeat(2000) }, 'o.csv'),
      path: 'o.audited.csv',
      fileBlocks: 8,
    },
  ],
  'encoding-unknown': [{ title: 'a misspelt encoding', make: orders('--encoding', 'utf9'), says: /utf-8/ }],
  'explain-unknown': [
    { title: 'a misspelt rule', make: () => ['explain', 'single-lagre'], says: /single-large/ },
    { title: 'a name that is like nothing', make: () => ['explain', 'zzzzzz'] },
  ],
  'inspect-one-file': [
    { title: 'two files', make: files({}, 'inspect', 'a.csv', 'b.csv') },
    {
      title: 'a folder of two',
      make: files({ 'a.csv': ORDERS, 'b.csv': ORDERS }, 'inspect', '*.csv'),
      path: '*.csv',
      says: /a\.csv.*b\.csv/,
    },
  ],
  'map-field-unknown': [
    { title: 'a misspelt field', make: orders('--map', 'paylater=x'), says: /pay_later/ },
  ],
  'option-invalid': [
    ...[
      ['--as-of', '2026-02-30'],
      ['--max-rejects', '-1'],
      ['--max-rejects', '1.5'],
      ['--platform', 'taobao'],
      ['--color', 'blue'],
      ['--fail-on', 'severe'],
      ['--fail-on', ''],
      ['--delimiter', ',,'],
      ['--delimiter', 'x'],
      ['--map', 'pay_later'],
      ['--map', 'pay_later='],
      ['--output', ''],
      ['--rejects', ''],
      ['--rejects', '-'],
      ['--worklists', ''],
      ['--worklists', '-'],
      ['--html', ''],
      ['--html', '-'],
      ['--pay-later-orders', ''],
      ['--bills', ''],
      ['--config', ''],
      ['--json', ''],
      ['--control', ''],
      ['--control', 'orders=many'],
      ['--control', 'orders=1.5'],
      ['--control', 'orders=-1'],
      ['--control', 'amount='],
      ['--control', 'amount=1.234'],
      ['--control', 'amount=-5'],
      ['--control', '12'],
      ['--control', 'yuan=12'],
      ['--control', 'orders=1,'],
      ['--control', 'orders=1amount=5'],
      ['--control', 'orders=1,orders=2'],
    ].map(([option = '', value = '']) => ({
      title: `${option} ${value || '(empty)'}`,
      make: orders(option, value),
      says: new RegExp(`^(?:错误|error) [\\w-]+.*${option}`),
    })),
  ],
  'option-unknown': [
    { title: 'a misspelt option', make: orders('--frce'), says: /--force/ },
    {
      title: 'one of another command',
      make: files({ 'o.csv': ORDERS }, 'inspect', 'o.csv', '--rejects', 'r.csv'),
    },
  ],
  'option-value-missing': [
    { title: 'an option at the end', make: orders('--as-of'), says: /--as-of/ },
    { title: 'an output without its name', make: orders('-o'), says: /-o/ },
  ],
  'options-conflict': [
    {
      title: 'both kinds of borders',
      make: orders('--ascii', '--unicode'),
      says: /--ascii.*--unicode|--unicode.*--ascii/,
    },
    {
      title: 'settings to try, and a copy',
      make: orders('--what-if', 'large.min=1', '-o', 'c.csv'),
      says: /--output/,
    },
    {
      title: 'settings to try, and a list of rejects',
      make: orders('--what-if', 'large.min=1', '--rejects', 'r.csv'),
      says: /--rejects/,
    },
    {
      title: 'settings to try, and a page',
      make: orders('--what-if', 'large.min=1', '--html', 'r.html'),
      says: /--html/,
    },
    {
      title: 'settings to try, and work lists',
      make: orders('--what-if', 'large.min=1', '--worklists', 'lists'),
      says: /--worklists/,
    },
  ],
  'what-if-key': [
    { title: 'a switch', make: orders('--what-if', 'LU1.enabled=true,false'), says: /large\.min/ },
    { title: 'what decides how files are read', make: orders('--what-if', 'audit.max-rejects=1,2') },
    { title: 'one shop', make: orders('--what-if', 'shops.a.large.min=1,2') },
    { title: 'days that bills tell', make: orders('--what-if', 'platforms.pinduoduo.lag=1,2') },
  ],
  'evidence-marked': [
    {
      title: 'an order with a tag of the shop',
      make: files(
        {
          'o.csv': 'order_id,status,buyer_paid,pay_later,seller_note\n12345678,shipped,10.00,yes,补单\n',
          'bnpl-audit.yaml': 'version: 1\nlists:\n  tags: {file: tags.txt}\n',
          'tags.txt': '补单\n',
        },
        'evidence',
        '12345678',
        'o.csv',
      ),
      says: /--marked/,
    },
  ],
  'evidence-nothing': [
    {
      title: 'an ordinary order',
      make: files({ 'o.csv': `${ORDERS}23456789,shipped,5.00,no\n` }, 'evidence', '23456789', 'o.csv'),
      says: /23456789/,
    },
    {
      title: 'an order that is not shipped',
      make: files({ 'o.csv': ORDERS.replace('shipped', '待发货') }, 'evidence', '12345678', 'o.csv'),
    },
  ],
  'group-not-found': [
    {
      title: 'a pack of no group',
      make: files({ 'o.csv': ORDERS }, 'evidence', 'G7', 'o.csv'),
    },
    {
      title: 'a name of no group, in files without any',
      make: files({ 'o.csv': ORDERS }, 'trace', 'C-0123456789', 'o.csv'),
      says: /C-0123456789/,
    },
    { title: 'a number of no group', make: files({ 'o.csv': ORDERS }, 'trace', 'g7', 'o.csv') },
  ],
  'order-not-found': [
    {
      title: 'a pack of an order that is not there',
      make: files({ 'o.csv': ORDERS }, 'evidence', '1234567', 'o.csv'),
      says: /12345678/,
    },
    {
      title: 'a digit too few',
      make: files({ 'o.csv': ORDERS }, 'trace', '1234567', 'o.csv'),
      says: /12345678/,
    },
    {
      title: 'an order number that a rejected row may hold',
      make: files(
        { 'o.csv': `${ORDERS}1.23457E+15,shipped,10.00,yes\n` },
        'trace',
        '1234567890123456',
        'o.csv',
      ),
      says: /--rejects/,
    },
  ],
  'orders-missing': [
    { title: 'nothing at all', make: () => [] },
    { title: 'options only', make: () => ['--quiet'] },
    { title: 'an empty name, which would be the folder', make: files({ 'o.csv': ORDERS }, '') },
    { title: 'inspect of nothing', make: () => ['inspect'] },
    { title: 'inspect of an empty name', make: files({ 'o.csv': ORDERS }, 'inspect', '') },
  ],
  'output-collision': [
    {
      title: 'two inputs of one stem',
      make: files({ 'o.csv': ORDERS, 'o.txt': ORDERS }, 'o.csv', 'o.txt'),
      path: 'o.audited.csv',
    },
    { title: 'copy and report', make: orders('-o', 'r.json', '--json', './r.json'), path: 'r.json' },
    { title: 'page and report', make: orders('--html', 'r', '--json', 'R'), path: 'R' },
    { title: 'rejects and report', make: orders('--rejects', 'r', '--json', 'R'), path: 'R' },
    {
      title: 'the copy beside the input and the report',
      make: orders('--json', 'o.audited.csv'),
      path: 'o.audited.csv',
    },
    {
      title: 'a copy, or the report, and a work list, whose name hangs on the language',
      make: orders('-o', 'lists/1-先核实再发.csv', '--json', 'lists/1-hold.csv', '--worklists', 'lists'),
      path: 'lists/1-',
    },
    { title: 'copy and rejects', make: orders('-o', 'r.csv', '--rejects', './R.csv'), path: 'R.csv' },
  ],
  'output-exists': [
    {
      title: 'a file of somebody else',
      make: files({ 'o.csv': ORDERS, 'o.audited.csv': 'mine\n' }, 'o.csv'),
      path: 'o.audited.csv',
      says: /--force/,
    },
    {
      title: 'rejects over a file of somebody else',
      make: files({ 'o.csv': ORDERS, 'r.csv': 'mine\n' }, 'o.csv', '--rejects', 'r.csv'),
      path: 'r.csv',
    },
    {
      title: 'a report over a file of somebody else',
      make: files({ 'o.csv': ORDERS, 'r.json': '{"mine":1}\n' }, 'o.csv', '--json', 'r.json'),
      path: 'r.json',
      says: /--force/,
    },
    {
      title: "a report over another tool's",
      make: files(
        { 'o.csv': ORDERS, 'r.json': '{"schemaVersion":1,"tool":{"name":"other"}}\n' },
        'o.csv',
        '--json',
        'r.json',
      ),
      path: 'r.json',
    },
    {
      title: 'a page over a page of somebody else',
      make: files({ 'o.csv': ORDERS, 'r.html': '<!doctype html>mine\n' }, 'o.csv', '--html', 'r.html'),
      path: 'r.html',
    },
    {
      title: 'a work list over a file of somebody else',
      make: files(
        { 'o.csv': ORDERS, '1-先核实再发.csv': 'mine\n', '1-hold.csv': 'mine\n' },
        ...['o.csv', '--worklists', '.'],
      ),
      path: '1-',
    },
    {
      title: 'rejects over an annotated copy',
      make: files({ 'o.csv': ORDERS, 'r.csv': `order_id,${copyHeader}\n` }, 'o.csv', '--rejects', 'r.csv'),
      path: 'r.csv',
    },
  ],
  'output-is-input': [
    ...['o.csv', './o.csv', 'd/../o.csv', 'link.csv', 'hard.csv', 'dirlink/o.csv'].map((spelling) => ({
      title: `the input as ${spelling}`,
      make: (folder: string) => {
        writeFileSync(join(folder, 'o.csv'), ORDERS);
        mkdirSync(join(folder, 'd'));
        symlinkSync('o.csv', join(folder, 'link.csv'));
        symlinkSync('.', join(folder, 'dirlink'));
        linkSync(join(folder, 'o.csv'), join(folder, 'hard.csv'));
        return ['o.csv', '--force', '-o', spelling];
      },
    })),
    {
      title: 'the configuration',
      make: files(
        { 'o.csv': ORDERS, 'bnpl-audit.yaml': 'version: 1\n' },
        'o.csv',
        '--force',
        '-o',
        'bnpl-audit.yaml',
      ),
      path: 'bnpl-audit.yaml',
    },
    { title: 'rejects over the input', make: orders('--force', '--rejects', 'o.csv'), path: 'o.csv' },
    {
      title: 'the list of order numbers',
      make: files(
        { 'o.csv': ORDERS, 'l.txt': '12345678\n' },
        'o.csv',
        '--force',
        '--pay-later-orders',
        'l.txt',
        '-o',
        'l.txt',
      ),
      path: 'l.txt',
    },
    { title: 'a report over the input', make: orders('--force', '--json', 'o.csv'), path: 'o.csv' },
    {
      title: 'a report over the bill',
      make: files(
        { 'o.csv': ORDERS, 'b.csv': BILL },
        'o.csv',
        '--bills',
        'b.csv',
        '--force',
        '--json',
        'b.csv',
      ),
      path: 'b.csv',
    },
    {
      title: 'a bill among the inputs',
      make: files({ 'o.csv': ORDERS, 'b.csv': BILL }, 'o.csv', 'b.csv', '--force', '-o', 'b.csv'),
      path: 'b.csv',
    },
  ],
  'output-is-link': [
    {
      title: 'a planted link',
      make: (folder) => {
        writeFileSync(join(folder, 'o.csv'), ORDERS);
        symlinkSync('elsewhere.csv', join(folder, 'o.audited.csv'));
        return ['o.csv', '--force'];
      },
      path: 'o.audited.csv',
    },
    {
      title: 'a planted link for the report',
      make: (folder) => {
        writeFileSync(join(folder, 'o.csv'), ORDERS);
        symlinkSync('elsewhere.json', join(folder, 'r.json'));
        return ['o.csv', '--force', '--json', 'r.json'];
      },
      path: 'r.json',
    },
  ],
  'output-not-writable': [
    { title: 'a folder that is not there', make: orders('-o', 'd/x.csv'), path: 'd/x.csv' },
    { title: 'a file where a folder should be', make: orders('-o', 'o.csv/x.csv'), path: 'o.csv/x.csv' },
    {
      title: 'a report into a folder that is not there',
      make: orders('--json', 'd/r.json'),
      path: 'd/r.json',
    },
    {
      title: 'rejects into a folder that is not there',
      make: orders('--rejects', 'd/x.csv'),
      path: 'd/x.csv',
    },
  ],
  'stdout-closed': [
    { title: 'a full device', make: orders('-o', '-'), stdout: () => openSync('/dev/full', 'w') },
    {
      title: 'a full device and the report',
      make: orders('--json', '-'),
      stdout: () => openSync('/dev/full', 'w'),
    },
    {
      title: 'a full device and records',
      make: files({ 'o.csv': ORDERS }, 'inspect', '--records', 'o.csv'),
      stdout: () => openSync('/dev/full', 'w'),
    },
    { title: 'a full device and help', make: () => ['--help'], stdout: () => openSync('/dev/full', 'w') },
  ],
  'stdout-twice': [
    { title: 'a copy and the report', make: orders('-o', '-', '--json', '-') },
    { title: 'two copies', make: files({ 'a.csv': ORDERS, 'b.csv': ORDERS }, 'a.csv', 'b.csv', '-o', '-') },
  ],
};
