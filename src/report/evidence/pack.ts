// The files of an evidence pack: of one order, or of the orders of a group with what links them.

import { createHash } from 'node:crypto';
import { formatDate } from '../../core/dates.js';
import type { ClusterModel } from '../findings.js';
import { linkText } from '../group-block.js';
import type { Language } from '../model.js';
import * as words from '../words/evidence.js';
import { CLUSTER_CAUTION } from '../words/findings.js';
import type { EvidenceModel, PackFile } from './model.js';
import { orderPage } from './page.js';
import { afterSalesTable, billTable, orderTable } from './tables.js';
import { ticketText } from './ticket.js';

const BOM = '\ufeff';
const LINE_END = '\r\n';

/** The packs of several orders, and what became of the others. */
export interface PackWish {
  readonly packs: readonly EvidenceModel[];
  /** null for a single order. */
  readonly group: Pick<ClusterModel, 'links'> | null;
  /** Orders of the group of which nothing has to be claimed. */
  readonly leftOut: number;
}

/**
 * All files, the manifest first; each order of a group has a numbered folder. Deterministic: the same files in, the same
 * bytes out. Paths are ours alone.
 */
export function packFiles({ packs, group, leftOut }: PackWish, language: Language): PackFile[] {
  const single = group === null;
  const files = packs.flatMap((model, i) => {
    const folder = single ? '' : `${String(i + 1).padStart(2, '0')}/`;
    return orderFiles(model, language).map(({ path, text }) => ({ path: folder + path, text }));
  });
  if (group !== null) files.unshift(groupFile(packs.length, group, leftOut, language));
  return [manifest(packs[0]!, packs, files, language), ...files];
}

function orderFiles(model: EvidenceModel, language: Language): PackFile[] {
  const { NAMES } = words;
  const ticket = ticketText(model, language);
  const lines = [words.TICKET_NOTE[language]([...ticket].length), '-'.repeat(40), ticket];
  return [
    { path: NAMES.ticket[language], text: textFile(lines, language) },
    { path: NAMES.page[language], text: orderPage(model, language) },
    { path: NAMES.order[language], text: orderTable(model, language) },
    { path: NAMES.bill[language], text: billTable(model, language) },
    { path: NAMES.afterSales[language], text: afterSalesTable(model, language) },
    { path: NAMES.checklist[language], text: checklist(language) },
    ...words.TO_ADD.map(({ folder, text }) => ({
      path: `${folder[language]}/${NAMES.note[language]}`,
      text: textFile([text[language]], language),
    })),
  ];
}

function checklist(language: Language): string {
  const items = words.TO_ADD.map(({ folder, text }) => `[ ] ${folder[language]}  ${text[language]}`);
  return textFile([words.CHECKLIST[language], '', ...items, '', ...words.CHECK_FIRST[language]], language);
}

/** What the orders of a group have in common, the keys masked. */
function groupFile(
  packs: number,
  { links }: Pick<ClusterModel, 'links'>,
  leftOut: number,
  language: Language,
): PackFile {
  const { GROUP } = words;
  const left = leftOut > 0 ? [GROUP.left[language](leftOut)] : [];
  const texts = links.map((link) => `  ${linkText(link, language)}`);
  const lines = [
    GROUP.title[language](packs),
    ...left,
    '',
    GROUP.links[language],
    ...texts,
    '',
    CLUSTER_CAUTION[language],
  ];
  return { path: words.NAMES.group[language], text: textFile(lines, language) };
}

/** The folder of a pack where none is named. */
export function packFolder(language: Language): string {
  return words.FOLDER[language];
}

/** Plain text that every editor of Windows reads: a mark in front, CRLF. */
function textFile(lines: readonly string[], language: Language): string {
  return BOM + [words.GENERATOR[language], ...lines, ''].join(LINE_END);
}

/** What the pack holds and was made from, with hashes, so that nobody can say that it was changed afterwards. */
function manifest(
  { trace, inputs, version }: EvidenceModel,
  packs: readonly EvidenceModel[],
  files: readonly PackFile[],
  language: Language,
): PackFile {
  const content = {
    generator: words.GENERATOR[language],
    tool: { name: 'bnpl-audit', version },
    asOf: formatDate(trace.asOfDay),
    orders: packs.map(({ trace: { order } }) => order),
    revealed: packs.some(({ revealed }) => revealed),
    inputs,
    files: files.map(({ path, text }) => ({ path, sha256: createHash('sha256').update(text).digest('hex') })),
  };
  return { path: words.NAMES.manifest[language], text: `${JSON.stringify(content, null, 2)}\n` };
}

/** True when the beginning of a file is that of a file of a pack, in either language: then a new one may take its place. */
export function isOfPack(head: Uint8Array): boolean {
  const start = new TextDecoder().decode(head.subarray(0, 400)).replace(/^\ufeff/, '');
  const isPage =
    start.startsWith('<!doctype html>') && start.includes('<meta name="generator" content="bnpl-audit">');
  return isPage || Object.values(words.GENERATOR).some((line) => isBegunBy(start, line));
}

/** The same of a ZIP file, whose first entry is the manifest, stored as it stands. */
export function isPackedZip(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 400));
  return (
    start.subarray(0, 2).toString('latin1') === 'PK' &&
    Object.values(words.GENERATOR).some((line) => start.includes(`{\n  "generator": "${line}"`))
  );
}

function isBegunBy(start: string, line: string): boolean {
  return [line, `"${line}`, `{\n  "generator": "${line}"`].some((beginning) => start.startsWith(beginning));
}
