// What a run says of itself on standard error: how far it is, how long it took, and that it was stopped.

import type { Phase } from '../../core/phase.js';
import type { Both } from './language.js';

export const PHASE_NAMES: Readonly<Record<Phase, Both>> = {
  open: { zh: '打开文件', en: 'opening' },
  read: { zh: '读取订单', en: 'reading orders' },
  bills: { zh: '读取货款明细', en: 'reading bills' },
  'after-sales': { zh: '读取售后单', en: 'reading after-sales' },
  judge: { zh: '判断订单', en: 'judging orders' },
  write: { zh: '写出结果', en: 'writing results' },
};

/** Behind what a signal stopped, before results were moved to their places and after. */
export const INTERRUPTED: Readonly<Record<'untouched' | 'placed', Both>> = {
  untouched: {
    zh: '已停止，没有留下写了一半的文件，原有的文件没有动。',
    en: 'Stopped. No half-written file is left, and files that were there are as they were.',
  },
  placed: {
    zh: '已停止，没有留下写了一半的文件；结果在停止之前已经写成。',
    en: 'Stopped. No half-written file is left; the results had been written before.',
  },
};

/** `读取订单 45%`; without a share where a part reads nothing. */
export const PROGRESS: Both<(name: string, percent: number | null) => string> = {
  zh: (name, percent) => `正在${name}${percent === null ? '' : ` ${percent}%`}`,
  en: (name, percent) => `${name}${percent === null ? '' : ` ${percent}%`}`,
};

export const TIMES_TITLE: Both = { zh: '用时', en: 'Time' };
export const TIMES_TOTAL: Both = { zh: '合计', en: 'in all' };
export const SECONDS: Both = { zh: '秒', en: 's' };
export const RECORDS: Both = { zh: '行', en: 'records' };
