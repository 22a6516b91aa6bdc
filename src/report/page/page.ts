// The page: the whole audit as one self-contained HTML file that fetches nothing, for a screen, a phone and paper.

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { afterSalesWantedBlock } from '../after-sales-wanted.js';
import { goodsOutBlock, isProven, wantedBlock } from '../bill-lines.js';
import { type Html, html, ownCode } from '../html.js';
import { asideBlock, listsBlock } from '../list-blocks.js';
import type { Language, SummaryModel } from '../model.js';
import { placesBlock } from '../place-blocks.js';
import { problemBlock } from '../problem-lines.js';
import type { ReportSettings } from '../settings.js';
import { assumedBlock, closing, headline, openBlock } from '../summary-text.js';
import { unseenLines } from '../unseen-lines.js';
import { stylesOf, type View } from '../view.js';
import { CLUSTER_CAUTION, NOTHING_FOUND } from '../words/findings.js';
import * as words from '../words/page.js';
import { AGING_TITLE } from '../words/summary.js';
import { agingChart, weeksChart } from './charts.js';
import { client } from './client.js';
import {
  findingsSection,
  groupsSection,
  hubsSection,
  largestSection,
  placesSection,
  productsSection,
  settingsSection,
  todaySection,
} from './sections.js';
import { STYLE } from './style.js';

const SCRIPT = `(${client.toString()})(document,navigator.clipboard)`;
const GENERATOR = '<meta name="generator" content="bnpl-audit report">';
/** Nothing is wrapped: a browser does that. */
const UNWRAPPED = 1_000_000;

/** Within a template a bundler would rewrite it. */
const END_OF_SCRIPT = '</script>';

type Section = keyof typeof words.TITLES;

/** The page in pieces. Everything in it is masked as on the screen; no clock is read. */
export function* reportPage(
  model: SummaryModel,
  settings: ReportSettings,
  language: Language,
): Generator<string> {
  const view = viewOf(language);
  const styles = stylesOf(view);
  const [title = '', ...facts] = headline(model, view, UNWRAPPED, styles);
  const sections = contentOf(model, settings, language);
  const names = model.inputs.map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
  yield html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
${ownCode(GENERATOR)}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hashOf(STYLE)}'; script-src 'sha256-${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll(/\s+/g, ' ')}</title>
<style>${ownCode(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">${words.SKIP[language]}</a>
<header>
<h1>${title.replaceAll(/\s+/g, ' ')}</h1>
<p class="quiet">${names}</p>
${facts.map((line) => html`<p>${line.trim()}</p>`)}
</header>
<nav aria-label="${words.CONTENTS[language]}">${sections.map(({ id }) => html`<a href="#${id}">${words.TITLES[id][language]}</a> `)}</nav>
<main>
`.text;
  for (const { id, body } of sections) {
    yield html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${words.TITLES[id][language]}</h2>
`.text;
    for (const piece of body) yield piece.text;
    yield '</section>\n';
  }
  const end = closing(withoutPlaces(model), view, UNWRAPPED, styles).map(
    (line) => html`<p class="quiet">${line.trim()}</p>`,
  );
  yield html`</main>
<footer>${end}</footer>
${ownCode(`<script>${SCRIPT}${END_OF_SCRIPT}`)}
</body>
</html>
`.text;
}

/** A page is handed on: where files lie on this machine is nobody's business. */
function withoutPlaces(model: SummaryModel): SummaryModel {
  const skipped = model.skipped.map(({ path, code }) => ({ path: basename(path), code }));
  return { ...model, copies: [], rejectsFile: null, pageFile: null, worklists: null, skipped };
}

/** True when the beginning of a file is that of such a page: then a new one may take its place. */
export function isOurPage(head: Uint8Array): boolean {
  return new TextDecoder().decode(head.subarray(0, 400)).includes(GENERATOR);
}

function contentOf(
  model: SummaryModel,
  settings: ReportSettings,
  language: Language,
): { readonly id: Section; readonly body: readonly Html[] }[] {
  const { findings, weeks } = model;
  const prose = (lines: readonly string[]) => lines.map((line) => html`<p>${line.trim()}</p>`);
  const view = viewOf(language);
  const styles = stylesOf(view);
  const money = (isProven(model) ? placesBlock : openBlock)(model, view, UNWRAPPED, styles);
  const problems = problemBlock(model.problems, language, UNWRAPPED);
  const today =
    findings.findings.length === 0
      ? prose([NOTHING_FOUND[language](findings.checks.ran, findings.checks.couldNot)])
      : todaySection(model, language);
  const sections: Record<Section, readonly Html[]> = {
    today,
    places: [...prose(money.slice(0, 1)), ...placesSection(model, language)],
    notes: [
      ...headed(wantedBlock(model, view, UNWRAPPED, styles)),
      ...headed(afterSalesWantedBlock(model, view, UNWRAPPED, styles)),
      ...headed(goodsOutBlock(model, view, UNWRAPPED, styles)),
      ...prose(assumedBlock(model, view, UNWRAPPED)),
      ...prose(asideBlock(model, view, UNWRAPPED)),
      ...headed(listsBlock(model, { ...view, verbose: true }, UNWRAPPED, styles)),
    ],
    aging: agingSection(model, language),
    weeks: charted(weeksChart(weeks, language), words.CHARTS.weeks[language]),
    largest: largestSection(model, language),
    groups: groupsSection(model, CLUSTER_CAUTION[language], language),
    hubs: hubsSection(model, language),
    products: productsSection(model, language),
    findings: findingsSection(model, language),
    unseen: prose(unseenLines(model, language)),
    problems: problems.isClean ? [] : prose([problems.title, ...problems.lines]),
    settings: settingsSection(settings, language),
  };
  return (Object.keys(sections) as Section[])
    .map((id) => ({ id, body: sections[id] }))
    .filter(({ body }) => body.length > 0);
}

/** Blocks of the summary are taken over line by line. */
function viewOf(language: Language): View {
  return { language, columns: UNWRAPPED, colour: 0, ascii: false };
}

/** A block of the summary: its first line is its title. */
function headed([title, ...lines]: readonly string[]): Html[] {
  if (title === undefined) return [];
  return [html`<h3>${title.trim()}</h3>`, ...lines.map((line) => html`<p>${line.trim()}</p>`)];
}

/** Without bills it is the most that may not have come in. */
function agingSection(model: SummaryModel, language: Language): Html[] {
  const title = isProven(model) ? words.CHARTS.aging[language] : AGING_TITLE[language];
  return charted(agingChart(model, language), title);
}

/** A chart under the sentence that says what it shows; nothing without a chart. */
function charted(chart: Html | null, title: string): Html[] {
  return chart === null ? [] : [html`<p class="quiet">${title}</p>`, chart];
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64');
}
