// The words of what was configured.

import type { SettingSource } from '../settings.js';
import { type Both, grouped, listed, plural } from './language.js';

const SOURCES: Readonly<Partial<Record<SettingSource, Both>>> = {
  flag: { zh: '命令行', en: 'command line' },
  environment: { zh: '环境变量', en: 'environment' },
};

type Phrase<T extends readonly unknown[]> = Both<(...told: T) => string>;

const changes: Phrase<[name: string | null, count: number, shown: readonly string[], more: boolean]> = {
  zh: (name, count, shown, more) =>
    `配置${name === null ? '' : ` ${name}`}：${grouped(count)} 项和默认不同（${listed(shown, 'zh')}${more ? ' 等，--verbose 列出全部' : ''}）`,
  en: (name, count, shown, more) =>
    `Configuration${name === null ? '' : ` ${name}`}: ${plural(count, 'value')} ${count === 1 ? 'differs' : 'differ'} from the defaults (${listed(shown, 'en')}${more ? ' and others, see --verbose' : ''})`,
};
const off: Phrase<[rules: string]> = {
  zh: (rules) => `按配置不查：${rules}`,
  en: (rules) => `Switched off by configuration: ${rules}`,
};
const unseenColumns: Phrase<[names: string, count: number]> = {
  zh: (names, count) => `配置里的 ${grouped(count)} 个列名，文件里没有：${names}`,
  en: (names, count) => `${plural(count, 'configured column')} that no file has: ${names}`,
};
const unseenShops: Phrase<[names: string, count: number]> = {
  zh: (names, count) => `配置里的 ${grouped(count)} 家店，文件里没有它们的先用后付订单：${names}`,
  en: (names, count) =>
    `${plural(count, 'configured shop')} without any pay-later order in the files: ${names}`,
};
const written: Both = { zh: '写好了', en: 'Written' };
const next: Both = {
  zh: '去掉要改的那一行前面的 #，改好值，下次核查就按它。',
  en: 'Take the # off a line and change its value: the next audit goes by it.',
};

export const CONFIGURED = { changes, off, unseenColumns, unseenShops, written, next, sources: SOURCES };
