// What is usual in the shop, in the summary under --verbose: findings are judged against it.

import type { ShopProfile } from '../portfolio/shop-profile.js';
import { paragraph } from './layout.js';
import type { SummaryModel } from './model.js';
import { wrap } from './text.js';
import type { Styles, View } from './view.js';
import { listed } from './words/language.js';
import * as words from './words/profile.js';

/** Nothing for several shops, and nothing without --verbose. */
export function profileBlock(
  { profile }: SummaryModel,
  { language, verbose }: View,
  columns: number,
  styles: Styles,
): string[] {
  if (!profile || verbose !== true) return [];
  const { known, unknown } = sharesOf(profile);
  const { amounts } = profile;
  const lines: string[] = [];
  if (known.length > 0)
    lines.push(
      listed(
        known.map(({ name, share }) => words.shareText(name[language], share)),
        language,
      ),
    );
  const { commonest, p95Fen, p99Fen } = amounts;
  if (commonest !== null) {
    lines.push(words.AMOUNTS[language](p95Fen, p99Fen));
    lines.push(words.COMMONEST[language](commonest.fen, amounts.shareOf(commonest.fen)));
  }
  const missing: string[] = unknown.map(({ name }) => name[language]);
  if (commonest === null) missing.push(words.AMOUNTS_NAME[language]);
  if (missing.length > 0) lines.push(words.UNKNOWN[language](listed(missing, language)));
  return [
    ...wrap(words.TITLE[language](profile.orders), columns, 2).map(styles.title),
    ...paragraph(lines, columns),
  ];
}

function sharesOf({ payLaterShare, refundShare, nightShare, roundShare }: ShopProfile) {
  const all = [
    { name: words.SHARES.payLater, share: payLaterShare },
    { name: words.SHARES.refund, share: refundShare },
    { name: words.SHARES.night, share: nightShare },
    { name: words.SHARES.round, share: roundShare },
  ];
  const isKnown = ({ share }: { readonly share: number }) => !Number.isNaN(share);
  return { known: all.filter(isKnown), unknown: all.filter((one) => !isKnown(one)) };
}
