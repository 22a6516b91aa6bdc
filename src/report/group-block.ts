// One group in full: what links it, what it would be without each link, its score as a sum, its orders, what to do.

import { formatYuanGrouped as yuan } from '../core/money.js';
import type { ClusterLinkModel, ClusterModel } from './findings.js';
import { alignedRows, labelledLines, type Row } from './layout.js';
import type { Language } from './model.js';
import { cleanForTerminal, wrap } from './text.js';
import type { Styles, View } from './view.js';
import { SEVERITY_NAMES, spanText, stepText } from './words/findings.js';
import * as words from './words/groups.js';
import { STAGE_NAMES } from './words/terms.js';
import { TYPOLOGY_LABEL, typologyText } from './words/typologies.js';

const MOST_LINKS = 20;
const MOST_WITHOUT = 5;
const MOST_ROWS = 20;
/** Parts of fewer people are no side of a bridge. */
const FEWEST_BESIDE_BRIDGE = 3;
const INDENT = '  ';

type Fact = readonly [label: string, text: string];

/** Each line at most as wide as asked; links beyond 20 and orders beyond 20 are counted. */
export function groupBlock(group: ClusterModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { id, number, orders, buyers, outstandingFen, severity } = group;
  const level = SEVERITY_NAMES[severity][language];
  const head = words.SIZE[language](id, orders.length, buyers, yuan(outstandingFen), level);
  const room = columns - INDENT.length;
  const facts = [
    ...labelled('links', linkTexts(group, language), language),
    ...labelled('without', withoutTexts(group, language), language),
    ...labelled('density', [words.DENSITY[language](group.density)], language),
    ...labelled('time', timeTexts(group, language), language),
    ...labelled('item', itemTexts(group, language), language),
    ...labelled('signs', signTexts(group, language), language),
    ...labelled('score', [scoreText(group, language)], language),
    ...typologyFacts(group, language),
    ...labelled('innocent', [innocentText(group, language)], language),
    ...labelled('step', [stepText(group.nextStep, '', Number.NaN)[language]], language),
  ];
  return [
    ...wrap(`${INDENT}G${number}  ${head}`, columns, 6).map(styles.strong),
    ...labelledLines(facts, room, styles.quiet).map((line) => INDENT + line),
    ...table(group, language, room, styles).map((line) => INDENT + line),
  ];
}

function labelled(label: keyof typeof words.LABELS, texts: readonly string[], language: Language): Fact[] {
  return texts.map((text, i) => [i === 0 ? words.LABELS[label][language] : '', text]);
}

/** `5 单 3 个收货人共用手机 138****1234`. */
export function linkText({ kind, orders, buyers, shown }: ClusterLinkModel, language: Language): string {
  return words.LINK[kind][language](orders.length, buyers, cleanForTerminal(shown));
}

function linkTexts({ links }: ClusterModel, language: Language): string[] {
  const semicolon = language === 'zh' ? '；' : '; ';
  const texts = links.slice(0, MOST_LINKS).map((link) => {
    const { name, needed, bridge, left } = link;
    const sides = (left ?? []).filter((part) => part >= FEWEST_BESIDE_BRIDGE);
    // A bridge holds its group together by its nature.
    const role = bridge ? words.BRIDGE[language](sides) : words.HOLDS[language];
    const roles = bridge || (needed && links.length > 1) ? [role] : [];
    return [`${linkText(link, language)} (${name})`, ...roles].join(semicolon);
  });
  const more = links.length - texts.length;
  return more > 0 ? [...texts, words.MORE_LINKS[language](more)] : texts;
}

/** What is left without each link that can be missed, bridges apart; where nothing changes, that alone. */
function withoutTexts({ links, buyers }: ClusterModel, language: Language): string[] {
  const missed = links.filter(({ left }) => left !== null && left[0] !== buyers);
  const changing = missed.filter((link) => !isTold(link));
  const shown = missed.length > 0 ? changing.slice(0, MOST_WITHOUT) : links.slice(0, 1);
  const texts = shown.flatMap(({ kind, shown: key, left }) =>
    left === null ? [] : words.WITHOUT[language](kind, cleanForTerminal(key), left, buyers),
  );
  const more = changing.length - shown.length;
  return more > 0 ? [...texts, words.MORE_LINKS[language](more)] : texts;
}

/** Of a bridge whose parts are all of three and more the links say it already. */
function isTold({ bridge, left }: ClusterLinkModel): boolean {
  return bridge && left?.every((part) => part >= FEWEST_BESIDE_BRIDGE) === true;
}

function timeTexts({ spanSeconds, burst, buyers }: ClusterModel, language: Language): string[] {
  if (Number.isNaN(spanSeconds)) return [];
  const span = spanText(spanSeconds)[language];
  const isPart = burst !== null && burst.buyers > 1 && burst.to - burst.from < spanSeconds;
  if (!isPart || burst.buyers > buyers) return [span];
  const within = words.BURST[language](burst.buyers, burst.from, burst.to);
  return [`${span}${language === 'zh' ? '；' : '; '}${within}`];
}

/** The product, where the score counts it. */
function itemTexts({ item, scoreParts }: ClusterModel, language: Language): string[] {
  if (item === null || !scoreParts.some(({ name }) => name === 'item')) return [];
  return [words.ITEM[language](item.share, item.share / item.lift)];
}

function signTexts({ signs }: ClusterModel, language: Language): string[] {
  return signs.map((sign) => cleanForTerminal(sign[language]));
}

/** `72 = 收货人数 14 + 未收金额 20 + ...`. */
function scoreText({ score, scoreParts }: ClusterModel, language: Language): string {
  const parts = scoreParts.map(
    ({ name, points }) => `${words.SCORE_PARTS[name]?.[language] ?? name} ${points}`,
  );
  return parts.length === 0 ? `${score}` : `${score} = ${parts.join(' + ')}`;
}

function typologyFacts({ typology }: ClusterModel, language: Language): Fact[] {
  return typology === null ? [] : [[TYPOLOGY_LABEL[language], typologyText(typology, language)]];
}

/** Those of the rule that tells the group, then those of its other kinds of links. */
function innocentText({ innocent, links, toldBy }: ClusterModel, language: Language): string {
  const kinds = new Set(links.map(({ kind }) => kind));
  const others = [...kinds].filter((kind) => kind !== toldBy).map((kind) => words.INNOCENT[kind][language]);
  return [...new Set([...innocent[language], ...others])].join(language === 'zh' ? '；' : '; ');
}

function table({ orders, rows }: ClusterModel, language: Language, room: number, styles: Styles): string[] {
  const [order, ordered, stage, open, recipient] = words.COLUMNS[language];
  const shown = rows(MOST_ROWS);
  const all: Row[] = [
    { cells: [order, ordered, stage, open], note: recipient },
    ...shown.map((row) => ({
      cells: [
        cleanForTerminal(row.order),
        Number.isNaN(row.orderedAt) ? '' : words.moment(row.orderedAt),
        STAGE_NAMES[row.stage][language],
        yuan(row.outstandingFen),
      ],
      note: [row.name, row.district]
        .filter((text) => text !== '')
        .map(cleanForTerminal)
        .join(' '),
    })),
  ];
  const [head = '', ...lines] = alignedRows(all, room, 3);
  const more = orders.length - shown.length;
  const rest = more > 0 ? wrap(`${INDENT}${words.MORE_ROWS[language](more)}`, room, 4) : [];
  return [styles.quiet(head), ...lines, ...rest.map(styles.quiet)];
}
