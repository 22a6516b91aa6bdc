// Messages for inputs that cannot be read: what each file is, why it does not help, and what to do, in both languages.

import type { UserErrorCode } from '../../core/user-error.js';
import { about, type ErrorWords, type Facts, lines, reasonName } from './facts.js';
import { listed } from './language.js';

const SAVE_AS = {
  zh: '用 Excel 或 WPS 打开，另存为「CSV UTF-8（逗号分隔）」，再核查那个 .csv。',
  en: 'Open it in Excel or WPS, save it as "CSV UTF-8 (comma delimited)", and audit that .csv.',
};

/** The last six characters of the name without its ending: the password of Kuaishou's exports. */
function passwordOf(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return [...name.replace(/\.[^.]*$/, '')].slice(-6).join('');
}

function rest(facts: Facts, name: string, zh: boolean): string {
  const more = facts.more(name);
  return more === 0 ? '' : zh ? ` 等，另有 ${more} 个` : ` and ${more} more`;
}

export const FILE_ERRORS = {
  'copy-as-input': about(
    [
      '这是本工具写出的标注表，不能再当导出来核查',
      '改用标注之前的原始导出，就是文件名里没有 .audited 的那个。',
    ],
    [
      'This is an annotated copy that bnpl-audit wrote, not an export',
      'Audit the original export, the file without .audited in its name.',
    ],
  ),
  'file-changed': about(
    ['读的过程中文件变了，没有写出任何结果', '等下载或同步结束，在 Excel 或 WPS 里关掉它，再运行一次。'],
    [
      'The file changed while it was read, nothing was written',
      'Wait for the download or sync to end, close it in Excel or WPS, and run again.',
    ],
  ),
  'file-empty': about(
    ['文件是空的', '多半是下载断了：回商家后台重新导出、重新下载。'],
    [
      'The file is empty',
      'The download probably broke off: export and download it again from the back office.',
    ],
  ),
  'file-is-archive': about(
    ['这是压缩包，不是 CSV 表格', '先解压，再核查里面的 .csv。'],
    ['This is an archive, not a CSV table', 'Unpack it first, then audit the .csv inside.'],
  ),
  'file-is-html': about(
    [
      '这是网页 (HTML)，不是 CSV 表格',
      '多半是登录过期时下载到的页面：打开看一眼，不是订单就回后台重新导出。\n是订单表的话，用 Excel 或 WPS 打开，另存为「CSV UTF-8（逗号分隔）」，再核查那个 .csv。',
    ],
    [
      'This is a web page (HTML), not a CSV table',
      `Often it is the login page: look at it, and export again if it holds no orders.\nIf it holds them: ${SAVE_AS.en}`,
    ],
  ),
  'file-is-image': about(
    ['这是图片，不是 CSV 表格', '回商家后台导出订单，下载 CSV。'],
    ['This is an image, not a CSV table', 'Export the orders from the back office as CSV.'],
  ),
  'file-is-pdf': about(
    ['这是 PDF，不是 CSV 表格', '回商家后台导出订单，下载 CSV。'],
    ['This is a PDF, not a CSV table', 'Export the orders from the back office as CSV.'],
  ),
  'file-is-xls': about(
    ['这是旧版 Excel 工作簿 (.xls)，还不能直接读', SAVE_AS.zh],
    ['This is an old Excel workbook (.xls), which is not read directly', SAVE_AS.en],
  ),
  'file-is-xlsx': about(
    ['这是 Excel 工作簿 (.xlsx)，还不能直接读', SAVE_AS.zh],
    ['This is an Excel workbook (.xlsx), which is not read directly', SAVE_AS.en],
  ),
  'file-is-xlsx-encrypted': {
    zh: (facts) => ({
      what: `这是带密码的 Excel 工作簿，还不能直接读：${facts.path()}`,
      todo: lines(
        `快手导出的密码是文件名（不算 .xlsx）的最后六个字符，这个文件是：${passwordOf(facts.path())}`,
        '改过文件名的，用原来的名字。别处来的文件，问给你文件的人。',
        `输入密码打开后，另存为「CSV UTF-8（逗号分隔）」，再核查那个 .csv。`,
      ),
    }),
    en: (facts) => ({
      what: `This is an Excel workbook with a password, which is not read directly: ${facts.path()}`,
      todo: lines(
        `Kuaishou's password is the last six characters of the file name without .xlsx, here: ${passwordOf(facts.path())}`,
        'If the file was renamed, take its original name. For other files ask whoever sent it.',
        'Open it with the password, save it as "CSV UTF-8 (comma delimited)", and audit that .csv.',
      ),
    }),
  },
  'file-not-found': {
    zh: (facts) => ({
      what: `找不到文件：${facts.path()}`,
      todo: lines(
        facts.text('command') === '' ? '' : `想用的如果是命令，应该是：bnpl-audit ${facts.text('command')}`,
        facts.list('near').length === 0 ? '' : `同一文件夹里名字相近的：${listed(facts.list('near'), 'zh')}`,
        '检查路径和文件名；名字里有空格的，两边加英文引号。',
      ),
    }),
    en: (facts) => ({
      what: `No such file: ${facts.path()}`,
      todo: lines(
        facts.text('command') === '' ? '' : `If a command was meant: bnpl-audit ${facts.text('command')}`,
        facts.list('near').length === 0
          ? ''
          : `Near names in that folder: ${listed(facts.list('near'), 'en')}`,
        'Check the path and the name; put quotes around a name with blanks.',
      ),
    }),
  },
  'file-not-readable': {
    zh: (facts) => ({
      what: `文件读不了（${reasonName(facts).zh}）：${facts.path()}`,
      todo: '在 Excel、WPS 或同步盘里关掉它，看看自己有没有读的权限；或先复制到别的文件夹。',
    }),
    en: (facts) => ({
      what: `The file cannot be read (${reasonName(facts).en}): ${facts.path()}`,
      todo: 'Close it in other programs and check its permissions, or copy it to another folder first.',
    }),
  },
  'file-special': {
    zh: (facts) => ({
      what: `${facts.text('kind') === 'folder' ? '这是文件夹' : '这是管道或设备'}，不是文件：${facts.path()}`,
      todo: '给一个 .csv 文件；要从管道读，文件名写 - 。',
    }),
    en: (facts) => ({
      what: `This is ${facts.text('kind') === 'folder' ? 'a folder' : 'a pipe or a device'}, not a file: ${facts.path()}`,
      todo: 'Name a .csv file; to read from a pipe, write - as the file.',
    }),
  },
  'folder-without-exports': {
    zh: (facts) => ({
      what: `没有认得出的导出文件：${facts.path()}`,
      todo: lines(
        facts.list('found').length === 0
          ? '这里没有 .csv、.tsv、.txt 文件。'
          : `看到的文件：${listed(facts.list('found'), 'zh')}${rest(facts, 'found', true)}`,
        '直接写导出文件的名字，可以用通配符，如 *orders_export*.csv；单个文件是什么，用 bnpl-audit inspect 看。',
      ),
    }),
    en: (facts) => ({
      what: `No export that is known: ${facts.path()}`,
      todo: lines(
        facts.list('found').length === 0
          ? 'There is no .csv, .tsv or .txt file.'
          : `Files that were seen: ${listed(facts.list('found'), 'en')}${rest(facts, 'found', false)}`,
        'Name the export itself, or a wildcard such as *orders_export*.csv; bnpl-audit inspect says what a file is.',
      ),
    }),
  },
} as const satisfies Partial<Record<UserErrorCode, ErrorWords>>;
