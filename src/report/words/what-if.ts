// The words of `--what-if`.

import type { Both } from './language.js';

type Phrase<Args extends readonly unknown[]> = Both<(...args: Args) => string>;

export const TITLE: Phrase<[key: string, asOf: string | null]> = {
  zh: (key, asOf) => `换成别的 ${key} 会列出多少${asOf === null ? '' : `    截至 ${asOf}`}`,
  en: (key, asOf) => `What other settings of ${key} would find${asOf === null ? '' : `    as of ${asOf}`}`,
};
/** Above the figures of the parameter's own rules, then above those of all. */
export const COLUMNS: Both<readonly string[]> = {
  zh: ['条', '单', '元', '中以上：条', '单', '元'],
  en: ['findings', 'orders', 'yuan', 'medium+', 'orders', 'yuan'],
};
/** Behind the value in force, and what it means. */
export const CURRENT = ' *';
export const CURRENT_MEANS: Both = { zh: '* 现在的值。', en: '* The value in force.' };
export const EVERY: Both = { zh: '全部检查项', en: 'all rules' };
export const OWN: Phrase<[rules: string]> = {
  zh: (rules) =>
    `前三列：用到它的检查项（${rules}）；元是这些单的未收货款，每单只算一次，没有账单证明的也在内。`,
  en: (rules) =>
    `The first three columns: the rules that use it (${rules}); yuan are outstanding of these orders, each counted once, unproven ones too.`,
};
export const ALL: Both = {
  zh: '后三列：所有检查项里中等以上的。',
  en: 'The last three: all rules, from medium on.',
};
export const NEXT: Phrase<[key: string]> = {
  zh: (key) =>
    `没有写标注表。要用哪个值，在 bnpl-audit.yaml 里写 ${key}；自己另有设置的检查项和店铺不受影响。`,
  en: (key) =>
    `No copy was written. To use a value set ${key} in bnpl-audit.yaml; rules and shops with a value of their own keep it.`,
};
