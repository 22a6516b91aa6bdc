// The whole audit on one screen.

import { basename, resolve } from 'node:path';
import { NO_CONFIG } from './config/config.js';

import { formatDate } from './core/dates.js';
import { KIND } from './core/record-map.js';
import { abortAll, commitAll, type StagedFile } from './io/staged-file.js';
import { identify } from './linkage/identity.js';
import { packFiles, packFolder } from './report/evidence/pack.js';
import { ticketText } from './report/evidence/ticket.js';
import type { TracedGroup } from './report/group-text.js';
import { jsonReport } from './report/json.js';

import type { Language, SummaryModel } from './report/model.js';
import { reportPage } from './report/page/page.js';
import type { ReportSettings } from './report/settings.js';
import type { TraceModel } from './report/trace-model.js';
import { type WhatIfModel, whatIfJson } from './report/what-if.js';
import { readAfterSales } from './steps/after-sales.js';
import { chooseAsOf } from './steps/as-of.js';
import { readBills } from './steps/bills.js';
import { configModel } from './steps/config-model.js';
import { copyWords } from './steps/copy-words.js';

import { effective } from './steps/effective.js';
import { type EvidenceWishes, evidenceOf } from './steps/evidence.js';
import type { Examined, Gathered } from './steps/examined.js';
import { findingsModel } from './steps/findings.js';
import { judge } from './steps/judge.js';

import { type Lists, readLists } from './steps/lists.js';
import type { InputPlace, ReadingWishes } from './steps/open-exports.js';
import { closeInputs, type OpenInputs, openInputs } from './steps/open-inputs.js';
import { tellPlatformParts } from './steps/platform-parts.js';
import { readAllOrders } from './steps/read-all-orders.js';
import type { RowsRead } from './steps/read-rows.js';
import { joiningOf, readRecipientTables } from './steps/recipients.js';
import type { AuditRequest } from './steps/request.js';
import { reportSettings } from './steps/settings.js';
import { reportProblems, summarise } from './steps/summarise.js';
import { tellJudged } from './steps/tell-judged.js';
import { traceAny } from './steps/trace.js';
import { refuseUndecidable } from './steps/undecidable.js';
import { tryAll, type WhatIf } from './steps/what-if.js';
import { writeWorklists } from './steps/worklists.js';
import { writePack } from './steps/write-evidence.js';
import {
  type CopySink,
  copyPlaces,
  filesRead,
  writeCopies,
  writeJson,
  writePage,
  writeRejects,
} from './steps/write-outputs.js';

export { configSchema } from './config/read.js';
export { RULES } from './rules/index.js';
export { CONFIG_NAME, type InitRequest, init } from './steps/init.js';
export { inspect, printRecords } from './steps/inspect.js';
export { type ConfigWishes, loadConfig } from './steps/load-config.js';
export { chosenRules } from './steps/settings.js';
export { whatIfOf } from './steps/what-if.js';
export type { AuditRequest, ReadingWishes };

export interface AuditResult {
  readonly summary: SummaryModel;
  /** Every parameter in force. */
  readonly settings: ReportSettings;
  /** The answer is incomplete: input was damaged (exit code 3). */
  readonly damaged: boolean;
}

/** Where a pack was written, and its text for the ticket, one an order. */
export interface EvidenceResult {
  readonly path: string;
  readonly tickets: readonly string[];
  readonly language: Language;
}

/** Where an audit reads and writes. */
export interface AuditPlace extends InputPlace {
  /** Takes the copy when `output` is `-`. */
  readonly stdout: CopySink;
}

/**
 * Audits order exports: reads them, judges every pay-later order, writes the annotated copies. Throws UserError for
 * what the user can mend; no output is left behind then. Time: two passes over the bytes; memory: the pay-later lines
 * and the order numbers, never the file.
 */
export async function audit(place: AuditPlace, asked: AuditRequest): Promise<AuditResult> {
  const request = effective(asked);
  const inputs = await openInputs(place, request);
  try {
    const places = copyPlaces(place, inputs.orders, request);
    const examined = examine(place, request, inputs);
    const { book, reads, problems, bills, afterSales, recipients, portfolio, findings, lists } = examined;
    const language = request.language ?? 'zh';
    const platforms = reads.map(({ format }) => format.platform);
    const words = copyWords(language, portfolio, findings, platforms);
    const settings = { ...request, sources: filesRead(place, inputs.opened, otherFiles(request, lists)) };
    place.onPhase?.('write', places.every((path) => path === null) ? 0 : bytesOf(inputs.orders));
    const staged = await writeCopies(place, reads, portfolio, words, places, settings, problems);
    try {
      const rejectsFile = writeRejects(place, reads, rowsRead(examined), language, settings, staged);
      const worklists = writeWorklists(place, examined, words, language, settings, staged);

      const listName = basename(request.payLaterOrders ?? '');
      const others = [...inputs.bills, ...inputs.afterSales, ...inputs.recipients];
      const opened = [...inputs.orders, null, ...others];
      const exports = opened.map((file) => file?.opened.name ?? listName);
      const names = [...exports, ...(lists?.paths ?? []).map((path) => basename(path))];
      const summary = summarise({
        files: inputs.files,
        given: inputs.given,
        reads,
        portfolio,
        findings: findingsModel(findings),
        products: findings.products.rows,
        weeks: findings.weeks,
        pageFile: request.html === undefined ? null : resolve(place.folder, request.html),
        bills,
        afterSales,
        recipients,
        control: request.control
          ? { ordersWanted: request.control.orders, fenWanted: request.control.fen }
          : null,
        problems: reportProblems(problems, names),
        asOfDay: examined.asOfDay,
        asOfSource: examined.asOfSource,
        copies: places,
        rejectsFile,
        worklists,
        skipped: inputs.skipped,
        lists,
        config: configModel(request.config ?? NO_CONFIG, book.sections, reads),
      });
      const inForce = reportSettings(asked, summary, portfolio);
      await writeJson(place, jsonReport(summary, inForce, request.version ?? ''), settings, staged);
      const { pageLanguage = language } = request;
      writePage(place, reportPage(summary, inForce, pageLanguage), settings, staged);
      commitAll(staged);
      return { summary, settings: inForce, damaged: isDamaged(examined, request) };
    } catch (error) {
      abortAll(staged);
      throw error;
    }
  } finally {
    closeInputs(inputs);
  }
}

/**
 * Everything that is known of one order, found or not among the findings, or of a group by its name; nothing is written.
 * Throws UserError for what the user can mend, `order-not-found` and `group-not-found` among it. Time and memory as those
 * of an audit.
 */
export async function trace(
  place: InputPlace,
  asked: AuditRequest,
  orderOrGroup: string,
): Promise<TraceModel | TracedGroup> {
  const request = effective(asked);
  const inputs = await openInputs(place, request);
  try {
    return traceAny(place.port, inputs, examine(place, request, inputs), orderOrGroup);
  } finally {
    closeInputs(inputs);
  }
}

/**
 * Writes what a platform's support is to be sent of one order, or of a group by its name: a folder, or a ZIP file.
 * Throws UserError for what the user can mend, `evidence-nothing` and `evidence-marked` among it. Time and memory as those
 * of an audit.
 */
export async function evidence(
  place: InputPlace,
  asked: AuditRequest,
  orderOrGroup: string,
  wishes: Pick<EvidenceWishes, 'buyerNote' | 'marked'>,
): Promise<EvidenceResult> {
  const request = effective(asked);
  const inputs = await openInputs(place, request);
  try {
    const examined = examine(place, request, inputs);
    const { reveal = false, version = '', language = 'zh', force = false } = request;
    const wish = evidenceOf(place.port, inputs, examined, orderOrGroup, { ...wishes, reveal, version });
    const sources = filesRead(place, inputs.opened, otherFiles(request, examined.lists));
    const files = packFiles(wish, language);
    const path = writePack(place, request.output ?? packFolder(language), files, { sources, force });
    return { path, tickets: wish.packs.map((pack) => ticketText(pack, language)), language };
  } finally {
    closeInputs(inputs);
  }
}

/**
 * What several settings of one parameter would find. The files are read once; nothing is written but the report, where
 * one is asked for. Throws UserError as an audit does.
 */
export async function whatIf(
  place: AuditPlace,
  asked: AuditRequest,
  tries: WhatIf,
): Promise<{ readonly model: WhatIfModel; readonly damaged: boolean }> {
  const request = effective(asked);
  const inputs = await openInputs(place, request);
  try {
    const gathered = gather(place, request, inputs);
    refuseUndecidable(gathered.reads, judge(gathered, request.config).portfolio);
    const { asOfDay } = gathered;
    const model = tryAll(gathered, tries, Number.isNaN(asOfDay) ? null : formatDate(asOfDay));
    const staged: StagedFile[] = [];
    const others = otherFiles(request, gathered.lists);
    const settings = { ...request, sources: filesRead(place, inputs.opened, others) };
    await writeJson(place, whatIfJson(model, request.version ?? ''), settings, staged);
    commitAll(staged);
    return { model, damaged: isDamaged(gathered, request) };
  } finally {
    closeInputs(inputs);
  }
}

/** Whether the answer is incomplete: input was damaged. */
function isDamaged(gathered: Gathered, { maxRejects = 0 }: AuditRequest): boolean {
  const { reads, problems } = gathered;
  const rejected = reads.reduce((sum, { records }) => sum + records.kinds[KIND.rejected]!, 0);
  return (
    rejected > maxRejects || rowsRead(gathered).some((read) => read.rejected.length > 0) || problems.damaged
  );
}

/** What was read row by row besides the orders: bills, after-sales, recipients. */
function rowsRead({ bills, afterSales, recipients }: Gathered): readonly RowsRead[] {
  return [...(bills?.reads ?? []), ...(afterSales?.reads ?? []), ...(recipients?.reads ?? [])];
}

/** Reads all files, judges every pay-later order, and looks for what has to be checked. Writes nothing. */
function examine(place: InputPlace, request: AuditRequest, inputs: OpenInputs): Examined {
  const gathered = gather(place, request, inputs);
  const judged = judge(gathered, request.config);
  refuseUndecidable(gathered.reads, judged.portfolio);
  tellJudged(judged.portfolio, gathered.problems);
  const { orders, bills, afterSales, recipients } = inputs;
  const firstList = orders.length + 1 + bills.length + afterSales.length + recipients.length;
  gathered.lists?.tellUnmatched(gathered.problems, firstList);
  return { ...gathered, ...judged };
}

/** Reads orders, bills, after-sales and recipients. */
function gather(place: InputPlace, request: AuditRequest, inputs: OpenInputs): Gathered {
  place.onPhase?.('read', bytesOf(inputs.orders));
  const lists = readLists(place.port, request);
  const { book, reads, problems, join } = readAllOrders(
    place,
    inputs.orders,
    request,
    lists,
    joiningOf(inputs.recipients),
  );
  const lossy = request.lossy === true;
  if (inputs.bills.length > 0) place.onPhase?.('bills', bytesOf(inputs.bills));
  const bills = readBills(
    place.port,
    inputs.bills,
    inputs.orders.length + 1,
    problems,
    lossy,
    request.config,
  );
  if (inputs.afterSales.length > 0) place.onPhase?.('after-sales', bytesOf(inputs.afterSales));
  const firstAfterSales = inputs.orders.length + 1 + inputs.bills.length;
  const afterSales = readAfterSales(place.port, inputs.afterSales, firstAfterSales, book, problems, lossy);
  if (inputs.recipients.length > 0) place.onPhase?.('recipients', bytesOf(inputs.recipients));
  const recipients = readRecipientTables(
    place.port,
    inputs.recipients,
    firstAfterSales + inputs.afterSales.length,
    { book, join },
    problems,
    lossy,
    lists?.parties.identify ?? identify,
  );
  place.onPhase?.('judge', 0);
  tellPlatformParts(reads, book, problems);
  const { day: asOfDay, source: asOfSource } = chooseAsOf(reads, request.asOfDay);
  return { book, reads, problems, join, bills, afterSales, recipients, lists, asOfDay, asOfSource };
}

/** Files besides the exports that no output may replace: the configuration and lists. */
function otherFiles({ payLaterOrders, config }: AuditRequest, lists: Lists | null): string[] {
  const paths = [payLaterOrders, config?.file?.path].filter((path) => path !== undefined);
  return [...paths, ...(lists?.files ?? [])];
}

function bytesOf(files: OpenInputs['files']): number {
  return files.reduce((sum, { opened }) => sum + opened.size, 0);
}
