// Whom one order meets, and what every rule says of it: findings with their figures, the silent ones, the blind ones.

import { formatYuanGrouped as yuan } from '../core/money.js';
import { labelledLines, paragraph } from './layout.js';
import type { Language } from './model.js';
import { cleanForTerminal, wrap } from './text.js';
import type { TraceFinding, TraceKey, TraceModel, TraceRule } from './trace-model.js';
import type { Styles, View } from './view.js';
import { figureText } from './words/figures.js';
import {
  CLUSTER_CAUTION,
  KEY_NAMES,
  NEED_NAMES,
  SEVERITY_NAMES,
  STRENGTH_NAMES,
  spanText,
  stepText,
} from './words/findings.js';
import { listed } from './words/language.js';
import { LIST_TITLES } from './words/lists.js';
import * as words from './words/trace.js';
import { MET, verdictText } from './words/trace-keys.js';
import { TYPOLOGY_LABEL, typologyText } from './words/typologies.js';

type Facts = [label: string, text: string][];
/** Order numbers that are listed of a group. */
const MOST_ORDERS = 20;

export function identityBlock(model: TraceModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { identity } = model;
  const facts: Facts = [[words.LABELS.buyer[language], words.BUYERS[identity.buyer][language]]];
  const { told } = identity;
  if (told !== null) facts.push(['', words.TOLD_BY[language](cleanForTerminal(told.file), told.row)]);
  if (identity.masked) facts.push(['', words.MASKED[language]]);
  for (const key of identity.keys) facts.push([words.KEYS[key.kind][language], keyText(key, language)]);
  facts.push(...groupFacts(model, language));
  const lists = identity.lists.map((list) => LIST_TITLES[list][language]);
  if (lists.length > 0) facts.push([words.LABELS.lists[language], listed(lists, language)]);
  const caution = identity.cluster === null ? [] : paragraph([CLUSTER_CAUTION[language]], columns);
  return [
    styles.title(words.TITLES.identity[language]),
    ...labelledLines(facts, columns, styles.quiet),
    ...caution.map(styles.quiet),
  ];
}

/** `199****5678 (phone#1): 2 other people, 3 orders; links into G1`. */
function keyText({ kind, name, shown, buyers, orders, verdict }: TraceKey, language: Language): string {
  const key = shown === '' ? name : `${cleanForTerminal(shown)} (${name})`;
  const met = orders === 0 ? [] : [MET[language](buyers, orders)];
  const said = [...met, verdictText(kind, verdict)[language]].join(language === 'zh' ? '；' : '; ');
  return `${key}${language === 'zh' ? '：' : ': '}${said}`;
}

function groupFacts({ identity: { cluster } }: TraceModel, language: Language): Facts {
  const label = words.LABELS.group[language];
  if (cluster === null) return [[label, words.NO_GROUP[language]]];
  const { number, id, others, buyers, score, outstandingFen, spanSeconds, links } = cluster;
  const comma = language === 'zh' ? '，' : ', ';
  const size = words.GROUP[language](number, id, others.length + 1, buyers, score);
  const span = Number.isNaN(spanSeconds) ? [] : [spanText(spanSeconds)[language]];
  const shown = others.slice(0, MOST_ORDERS);
  const more = others.length - shown.length;
  const list = listed(shown, language);
  return [
    [label, [size, words.GROUP_MONEY[language](outstandingFen), ...span].join(comma)],
    ...links.map(({ kind, shown, buyers, orders, own }): Facts[number] => [
      '',
      words.GROUP_LINK[language](KEY_NAMES[kind][language], cleanForTerminal(shown), buyers, orders, own),
    ]),
    [words.LABELS.with[language], more > 0 ? `${list} ${words.MORE_ORDERS[language](more)}` : list],
    [words.LABELS.more[language], `bnpl-audit trace ${id}`],
  ];
}

/** Findings one by one; then the rules that found nothing, could not look, or speak of the files. */
export function ruleBlocks(model: TraceModel, view: View, columns: number, styles: Styles): string[][] {
  const { language } = view;
  const own = model.findings.map((finding, i) =>
    findingLines(finding, i + 1, model.order, view, columns, styles),
  );
  const facts: Facts = [];
  const add = (label: keyof typeof words.LABELS, texts: readonly string[]) => {
    for (const [i, text] of texts.entries()) facts.push([i === 0 ? words.LABELS[label][language] : '', text]);
  };
  if (model.quiet.length > 0) add('quiet', [ruleNames(model.quiet, language)]);
  if (model.off.length > 0) add('off', [ruleNames(model.off, language)]);
  add('notEvaluated', blindLines(model, language));
  const colon = language === 'zh' ? '：' : ': ';
  add(
    'aboutFiles',
    model.aboutFiles.map((rule) => `${ruleName(rule, language)}${colon}${rule.line[language]}`),
  );
  const others = labelledLines(facts, columns, styles.quiet);
  return [
    own.length === 0 ? [] : [styles.title(words.TITLES.findings[language]), ...own.flat()],
    facts.length === 0 ? [] : [styles.title(words.TITLES.others[language]), ...others],
  ];
}

function findingLines(
  finding: TraceFinding,
  number: number,
  order: string,
  { language }: View,
  columns: number,
  styles: Styles,
): string[] {
  const { code, rule, title, severity, strength, exposureFen, orders, evidence, params } = finding;
  const head = words.FINDING[language](
    code,
    title[language],
    SEVERITY_NAMES[severity][language],
    STRENGTH_NAMES[strength][language],
    yuan(exposureFen),
  );
  const together = orders > 1 ? words.OF_ORDERS[language](orders) : '';
  const figures = evidence.flatMap((one) => figureText(one, params)?.[language] ?? []);
  const facts: Facts = [
    [words.LABELS.line[language], finding.line[language]],
    [words.LABELS.figures[language], figures.join(language === 'zh' ? '；' : '; ')],
    [words.LABELS.why[language], finding.why[language]],
    [TYPOLOGY_LABEL[language], typologyText(finding.typology, language)],
    [words.LABELS.innocent[language], finding.innocent[language].join(language === 'zh' ? '；' : '; ')],
    [words.LABELS.unless[language], finding.unless[language]],
    [words.LABELS.step[language], stepText(finding.nextStep, order, finding.deadline)[language]],
    [words.LABELS.more[language], `bnpl-audit explain ${rule}`],
  ];
  const known = facts.filter(([, text]) => text !== '');
  return [
    ...wrap(`${number} ${head}${together}`, columns, 2).map(styles.strong),
    ...labelledLines(known, columns, styles.quiet),
  ];
}

function ruleName({ code, title }: TraceRule, language: Language): string {
  return `${code} ${title[language]}`;
}

function ruleNames(rules: readonly TraceRule[], language: Language): string {
  // English titles hold commas.
  return rules.map((rule) => ruleName(rule, language)).join(language === 'zh' ? '、' : '; ');
}

/** One line for each reason: what is missing, and the rules that cannot look therefore. */
function blindLines({ notEvaluated }: TraceModel, language: Language): string[] {
  const byReason = new Map<string, TraceRule[]>();
  for (const { need, reason, ...rule } of notEvaluated) {
    const why = words.BLIND[reason][language](need === null ? '' : NEED_NAMES[need][language]);
    const rules = byReason.get(why) ?? [];
    byReason.set(why, [...rules, rule]);
  }
  const colon = language === 'zh' ? '：' : ': ';
  return [...byReason].map(([why, rules]) => `${why}${colon}${ruleNames(rules, language)}`);
}
