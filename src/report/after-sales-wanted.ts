// The parts of the summary that after-sales make: what an export of them would tell, with its yuan, and which to download.

import { paragraph } from './layout.js';
import type { SummaryModel } from './model.js';
import { wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/after-sales-wanted.js';

/** What is not known for want of after-sales, and how to get them; nothing where they would tell nothing. */
export function afterSalesWantedBlock(
  { afterSalesWanted: wanted }: Pick<SummaryModel, 'afterSalesWanted'>,
  { language }: Pick<View, 'language'>,
  columns: number,
  styles: Styles,
): string[] {
  if (wanted === null) return [];
  const { assumed, unclear, goods, frozen } = wanted;
  const asked = [
    { share: assumed, text: words.ASSUMED },
    { share: unclear, text: words.UNCLEAR },
    { share: goods, text: words.GOODS },
    { share: frozen, text: words.FROZEN },
  ].filter(({ share }) => share.orders > 0);
  const title = wanted.isRest ? words.WANTED_TITLE_REST : words.WANTED_TITLE;
  return [
    ...wrap(title[language], columns, 2).map(styles.title),
    ...paragraph(
      asked.map(({ share, text }) => text[language](share)),
      columns,
    ),
    ...paragraph([words.WANTED[wanted.platform][language](wanted.from, wanted.to)], columns),
    // Never broken, so that it can be copied.
    `  ${styles.strong(words.COMMAND[language])}`,
  ];
}
