// What the files could not show: which columns are missing or masked, and the yuan that stay unexamined for it.

import type { Gap, Need } from '../core/finding.js';
import type { Both, Language } from '../core/language.js';
import type { NotEvaluatedModel } from './findings.js';
import type { Blindness, SummaryModel } from './model.js';
import { SIGHTS } from './words/blindness.js';
import * as words from './words/findings.js';
import { listed } from './words/language.js';

/** What a missing column is called as a need of a rule. */
const NEED_OF: Readonly<Partial<Record<Blindness, Need>>> = {
  recipients: 'recipients',
  waybill: 'waybill',
  'promised-time': 'promised-time',
  'shipping-time': 'shipping-time',
  'receipt-time': 'receipt-time',
};
/** That no bill proves anything stands above all figures already. */
const SAID_ABOVE: ReadonlySet<Need> = new Set<Need>(['bills', 'proof']);

/** More checks that lack one thing are counted, not named: the report for machines names them all. */
const MOST_NAMED = 3;

/** One sentence for each thing that cannot be seen, with the yuan left unexamined; then the checks that lack the rest. */
export function unseenLines(model: SummaryModel, language: Language): string[] {
  const { notEvaluated } = model.findings;
  // That there is no bill stands above all figures already; what is pay-later, the user may have said.
  const isTold = model.unknown.orders === 0;
  const blind = model.cannotShow.filter((name) => name !== 'settlement' && !(isTold && name === 'pay-later'));
  const lines = blind.map((name) => {
    const need = NEED_OF[name];
    const yuan = need === undefined ? 0 : mostFen(notEvaluated, need, 'absent');
    return SIGHTS[name].cannot[language] + (yuan === 0 ? '' : words.UNEXAMINED[language](yuan));
  });
  const masked = notEvaluated.filter(({ reason }) => reason === 'masked');
  if (masked.length > 0) {
    lines.push(words.MASKED[language](masked.length, mostFen(masked, 'recipients', 'masked')));
  }
  const blank = notEvaluated.filter(({ reason, need }) => reason === 'blank' && need === 'recipients');
  const orders = blank.reduce((most, gap) => Math.max(most, gap.orders), 0);
  if (orders > 0) {
    const fen = mostFen(blank, 'recipients', 'blank');
    lines.push(words.BLANK_RECIPIENTS[language](orders, blank.length, fen));
  }
  const told = new Set(blind.flatMap((name) => NEED_OF[name] ?? []));
  const rest = notEvaluated.filter(
    (gap) =>
      gap.reason !== 'masked' &&
      !blank.includes(gap) &&
      (gap.need === null || !(told.has(gap.need) || SAID_ABOVE.has(gap.need))),
  );
  if (rest.length > 0) {
    lines.push(words.REST[language](listed(restItems(rest, language), language)));
  }
  return lines;
}

/** What lacks the same thing stands together. */
function restItems(gaps: readonly NotEvaluatedModel[], language: Language): string[] {
  const titles = new Map<Both, Set<string>>();
  for (const { title, reason, need } of gaps) {
    const why = need === null ? words.GAP_NAMES[reason] : words.NEED_NAMES[need];
    titles.set(why, (titles.get(why) ?? new Set()).add(title[language]));
  }
  const columns = new Set<Both>(gaps.flatMap(({ need }) => (need === null ? [] : words.NEED_NAMES[need])));
  return [...titles].map(([why, names]) => {
    const isMany = names.size > MOST_NAMED;
    const what = isMany ? words.MANY_CHECKS[language](names.size) : listed([...names], language);
    return words.REST_ITEM[language](what, why[language], columns.has(why));
  });
}

/** Rules that lack the same thing leave much the same orders: the most that any of them leaves. */
function mostFen(gaps: readonly NotEvaluatedModel[], need: Need, reason: Gap): number {
  return gaps
    .filter((gap) => gap.need === need && gap.reason === reason)
    .reduce((most, { exposureFen }) => Math.max(most, exposureFen), 0);
}
