// What the command says when a pack is written: where it is, the text for the ticket, what is still to be added.

import { pathLine } from '../layout.js';
import type { Language } from '../model.js';
import { cleanForTerminal, wrap } from '../text.js';
import { lineWidth, stylesOf, type View } from '../view.js';
import { DONE } from '../words/evidence.js';

/** Texts for tickets that are shown; a group may have many, and each stands in its folder. */
const MOST_TICKETS = 1;

/** `language` of the pack itself, which a ticket is written in; the lines around it are in that of the view. */
export function packText(
  {
    path,
    tickets,
  }: { readonly path: string; readonly tickets: readonly string[]; readonly language: Language },
  view: View,
): string {
  const { language } = view;
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const shown = tickets.length > MOST_TICKETS ? [] : tickets;
  const lines = [
    ...pathLine(DONE.written[language], styles.strong(cleanForTerminal(path)), columns),
    ...shown.flatMap((ticket) => [
      '',
      styles.title(DONE.paste[language]),
      ...wrap(cleanForTerminal(ticket), columns, 0),
      '',
    ]),
    ...wrap(DONE.next[language], columns, 2),
  ];
  return `${lines.join('\n')}\n`;
}
