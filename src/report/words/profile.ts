// Words about what is usual in the shop.

import { formatYuanGrouped as yuan } from '../../core/money.js';
import { type Both, grouped, plural } from './language.js';

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

export const TITLE: Both<(orders: number) => string> = {
  zh: (orders) => `这家店平常的样子（从全部 ${grouped(orders)} 单得出，含普通订单；检查项拿它比）`,
  en: (orders) =>
    `This shop (from all ${grouped(orders)} ${plural(orders, 'order')}, ordinary ones included; what rules compare with)`,
};

export const SHARES = {
  payLater: { zh: '先用后付', en: 'pay-later' },
  refund: { zh: '退款', en: 'refund' },
  night: { zh: '夜间（0 到 6 点）', en: "night (0 to 6 o'clock)" },
  round: { zh: '没有优惠的整百金额', en: 'round hundreds without a discount' },
} as const satisfies Record<string, Both>;

export function shareText(name: string, share: number): string {
  return `${name} ${percent(share)}`;
}

export const AMOUNTS_NAME: Both = { zh: '金额', en: 'amounts' };

export const AMOUNTS: Both<(p95: number, p99: number) => string> = {
  zh: (p95, p99) => `95% 的单不超过 ${yuan(p95)} 元，99% 不超过 ${yuan(p99)} 元`,
  en: (p95, p99) => `95% of orders are at most ${yuan(p95)} yuan, 99% at most ${yuan(p99)}`,
};

export const COMMONEST: Both<(fen: number, share: number) => string> = {
  zh: (fen, share) => `最常见的价钱 ${yuan(fen)} 元，占 ${percent(share)}`,
  en: (fen, share) => `the price ${yuan(fen)} is ${percent(share)} of orders`,
};

export const UNKNOWN: Both<(names: string) => string> = {
  zh: (names) => `看不出：${names}（没有这一列，或不到 200 单）`,
  en: (names) => `not known: ${names} (no such column, or fewer than 200 orders)`,
};
