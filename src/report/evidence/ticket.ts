// The text for a platform's ticket: what happened, what is missing, what is asked; at most 500 characters.

import { formatDate, formatTime } from '../../core/dates.js';
import { CONTROL_ORDERS } from '../../portfolio/proof.js';
import type { Language } from '../model.js';
import type { TraceJudgement } from '../trace-model.js';
import * as words from '../words/evidence.js';
import { listed, percentDown } from '../words/language.js';
import { kindName } from '../words/terms.js';
import { FROM_TO } from '../words/trace-money.js';
import type { EvidenceModel } from './model.js';

/** What a platform's ticket takes. */
export const MOST_TICKET_CHARACTERS = 500;
/** Characters of a state that are quoted, parcels and covered spans that are named. */
const [MOST_STATE, MOST_PARCELS, MOST_SPANS] = [20, 2, 2];

/** What can be missed, the first one first, where the text is too long. */
const DISPENSABLE = ['offers', 'ordered', 'control', 'parcels'] as const;
type Kept = ReadonlySet<(typeof DISPENSABLE)[number]>;

/** The text, one paragraph of facts and the numbered questions. Nothing in it is in clear but the order and its waybills. */
export function ticketText(model: EvidenceModel, language: Language): string {
  let text = '';
  for (let left = 0; left <= DISPENSABLE.length; left++) {
    text = written(model, language, new Set(DISPENSABLE.slice(left)));
    if ([...text].length <= MOST_TICKET_CHARACTERS) break;
  }
  return text;
}

function written(model: EvidenceModel, language: Language, kept: Kept): string {
  const { trace } = model;
  const judged = trace.judged!;
  const { TICKET } = words;
  const facts = [
    TICKET.head[language](trace.order),
    amountText(model, judged, language),
    timesText(model, language, kept),
    ...(judged.goodsOut > 0 || isOnItsWay(judged)
      ? []
      : [dueText(model, judged, language), proofText(model, judged, language, kept)]),
  ];
  const asks = asksOf(judged).map((ask, i) => `${i + 1}. ${words.ASKS[ask][language]}`);
  const end = language === 'zh' ? ['；', '。'] : ['; ', '. '];
  const text = `${facts.join('')}${TICKET.ask[language]}${asks.join(end[0])}${end[1]}${kept.has('offers') ? TICKET.offers[language] : ''}`;
  return text.trim();
}

/** Nothing is to be debited before the receipt. */
function isOnItsWay({ stage }: TraceJudgement): boolean {
  return stage === 'in-transit' || stage === 'receipt-late';
}

function amountText(model: EvidenceModel, judged: TraceJudgement, language: Language): string {
  const { TICKET } = words;
  const { goodsOut, receivable, outstanding, unproven } = judged;
  if (goodsOut > 0) return TICKET.goods[language](goodsOut, lastState(model));
  if (isOnItsWay(judged)) return TICKET.onItsWay[language](receivable);
  return TICKET.amount[language](receivable, outstanding, unproven === null);
}

function asksOf(judged: TraceJudgement): (keyof typeof words.ASKS)[] {
  if (judged.goodsOut > 0) return ['refund', 'settle'];
  if (isOnItsWay(judged)) return ['parcel', 'debit', 'settle'];
  return ['debit', 'settle', 'return'];
}

/** What the platform wrote of the order last, short; '' where nothing can be quoted. */
function lastState({ trace }: EvidenceModel): string {
  const record = trace.records.find(({ part }) => part === 'money') ?? trace.records.at(-1);
  return [...(record?.stateText ?? '')].slice(0, MOST_STATE).join('');
}

function timesText({ trace, cells }: EvidenceModel, language: Language, kept: Kept): string {
  const { ordered, shipped, received } = trace.times;
  const { TICKET } = words;
  const said: string[] = [];
  if (!Number.isNaN(ordered) && kept.has('ordered')) said.push(TICKET.ordered[language](minute(ordered)));
  if (!Number.isNaN(shipped))
    said.push(
      TICKET.shipped[language](minute(shipped), kept.has('parcels') ? parcelsOf(cells, language) : ''),
    );
  if (!Number.isNaN(received)) said.push(TICKET.received[language](minute(received)));
  else if (!Number.isNaN(shipped)) said.push(TICKET.notReceived[language](formatDate(trace.asOfDay)));
  if (said.length === 0) return '';
  const text = said.join(language === 'zh' ? '，' : ', ');
  return language === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}. `;
}

/** `圆通 YT123、中通 78`: the carrier with the waybill, as the records have them. */
function parcelsOf(cells: EvidenceModel['cells'], language: Language): string {
  const carrier = cells.find(({ field }) => field === 'carrier')?.text ?? '';
  const waybills = [...new Set(cells.filter(({ field }) => field === 'waybill').map(({ text }) => text))];
  const shown = waybills.slice(0, MOST_PARCELS).map((waybill) => waybill.slice(0, 40));
  return [carrier.slice(0, 12), listed(shown, language)].filter((text) => text !== '').join(' ');
}

function dueText({ trace }: EvidenceModel, { aged }: TraceJudgement, language: Language): string {
  if (aged === null || Number.isNaN(aged.dueDay) || aged.daysPastDue === 0) return '';
  const [due, asOf] = [formatDate(aged.dueDay), formatDate(trace.asOfDay)];
  return words.TICKET.due[language](due, asOf, aged.daysPastDue);
}

function proofText(model: EvidenceModel, judged: TraceJudgement, language: Language, kept: Kept): string {
  const { TICKET } = words;
  const bill = kindName('bill', model.trace.platform)[language];
  if (hasIncome(model)) return TICKET.income[language](bill, judged.money.collected);
  if (judged.unproven !== null || model.trace.billRows === null) return TICKET.unproven[language](bill);
  return TICKET.noIncome[language](
    bill,
    coveredText(judged, language),
    kept.has('control') ? controlText(model, language) : '',
  );
}

/** Money of it stands in the bills up to the as-of date, also where it was taken back again. */
export function hasIncome({ trace }: EvidenceModel): boolean {
  const cameIn = (trace.billRows ?? []).some(
    ({ kind, later }) =>
      !later && (kind.startsWith('income') || kind.startsWith('payout') || kind === 'advance-in'),
  );
  return cameIn || trace.judged!.money.collected > 0;
}

function controlText({ control }: EvidenceModel, language: Language): string {
  // A share of a few orders convinces nobody.
  if (control === null || !(control.orders >= CONTROL_ORDERS)) return '';
  return words.TICKET.control[language](`${percentDown(control.rate)}%`);
}

/** The days that the bills cover, the latest spans where there are many. */
export function coveredText({ covered }: TraceJudgement, language: Language): string {
  const spans = covered.slice(-MOST_SPANS);
  const texts = spans.map(({ from, to }) => FROM_TO[language](formatDate(from), formatDate(to)));
  return listed(texts, language);
}

function minute(seconds: number): string {
  return formatTime(seconds).slice(0, 16);
}
