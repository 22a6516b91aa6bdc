// The whole audit on one screen; also what `import { audit } from 'bnpl-audit'` gives.

import { basename } from 'node:path';
import { NO_CONFIG } from './config/config.js';
import { bucketsOf } from './core/aging.js';
import { commitAll } from './io/staged-file.js';
import { buildPortfolio, type Watcher } from './portfolio/portfolio.js';
import type { SummaryModel } from './report/model.js';
import type { TraceModel } from './report/trace-model.js';
import { ageOfInputs, chooseAsOf } from './steps/as-of.js';
import { readBills } from './steps/bills.js';
import { configModel } from './steps/config-model.js';
import { copyWords } from './steps/copy-words.js';
import { bucketsInForce, effective } from './steps/effective.js';
import type { Examined } from './steps/examined.js';
import { FindingsRun, findingsModel } from './steps/findings.js';
import { type Lists, readLists } from './steps/lists.js';
import type { InputPlace, ReadingWishes } from './steps/open-exports.js';
import { closeInputs, type OpenInputs, openInputs } from './steps/open-inputs.js';
import { tellPlatformParts } from './steps/platform-parts.js';
import { readAllOrders } from './steps/read-all-orders.js';
import type { AuditRequest } from './steps/request.js';
import { reportSettings } from './steps/settings.js';
import { reportProblems, summarise } from './steps/summarise.js';
import { tellJudged } from './steps/tell-judged.js';
import { traceOrder } from './steps/trace.js';
import { refuseUndecidable } from './steps/undecidable.js';
import {
  type CopySink,
  copyPlaces,
  filesRead,
  writeCopies,
  writeJson,
  writeRejects,
} from './steps/write-outputs.js';

export { configSchema } from './config/read.js';
export { RULES } from './rules/index.js';
export { CONFIG_NAME, type InitRequest, init } from './steps/init.js';
export type { InspectRequest } from './steps/inspect.js';
export { inspect, printRecords } from './steps/inspect.js';
export { type ConfigWishes, loadConfig } from './steps/load-config.js';
export { chosenRules } from './steps/settings.js';
export type { AuditRequest, ReadingWishes };

export interface AuditResult {
  readonly summary: SummaryModel;
  /** The answer is incomplete: input was damaged (exit code 3). */
  readonly damaged: boolean;
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
    const { book, reads, problems, bills, portfolio, findings, lists, asOfDay, asOfSource } = examined;
    const language = request.language ?? 'zh';
    const platforms = reads.map(({ format }) => format.platform);
    const words = copyWords(language, portfolio, findings, platforms);
    const settings = { ...request, sources: filesRead(place, inputs.opened, filesOfLists(request, lists)) };
    place.onPhase?.('write', places.every((path) => path === null) ? 0 : bytesOf(inputs.orders));
    const staged = await writeCopies(place, reads, portfolio, words, places, settings, problems);
    const rejectsFile = writeRejects(place, reads, bills?.reads ?? [], language, settings, staged);

    const listName = basename(request.payLaterOrders ?? '');
    const exports = [...inputs.orders, null, ...inputs.bills].map((file) => file?.opened.name ?? listName);
    const names = [...exports, ...(lists?.paths ?? []).map((path) => basename(path))];
    const summary = summarise({
      files: inputs.files,
      given: inputs.given,
      reads,
      portfolio,
      findings: findingsModel(findings),
      bills,
      control: request.control
        ? { ordersWanted: request.control.orders, fenWanted: request.control.fen }
        : null,
      problems: reportProblems(problems, names),
      asOfDay,
      asOfSource,
      copies: places,
      rejectsFile,
      skipped: inputs.skipped,
      lists,
      config: configModel(request.config ?? NO_CONFIG, book.sections, reads),
    });
    await writeJson(place, summary, reportSettings(asked, summary, portfolio), settings, staged);
    commitAll(staged);

    const rejected = summary.rejected.records > (request.maxRejects ?? 0);
    const billsDamaged = bills?.reads.some((read) => read.rejected.length > 0) === true;
    return { summary, damaged: rejected || billsDamaged || problems.damaged };
  } finally {
    closeInputs(inputs);
  }
}

/**
 * Everything that is known of one order, found or not among the findings; nothing is written. Throws UserError for what
 * the user can mend, `order-not-found` where the files do not hold the order. Time and memory as those of an audit.
 */
export async function trace(
  place: InputPlace,
  asked: AuditRequest,
  orderNumber: string,
): Promise<TraceModel> {
  const request = effective(asked);
  const inputs = await openInputs(place, request);
  try {
    return traceOrder(place.port, inputs, examine(place, request, inputs), orderNumber);
  } finally {
    closeInputs(inputs);
  }
}

/** Reads orders and bills, judges every pay-later order, and looks for what has to be checked. Writes nothing. */
function examine(place: InputPlace, request: AuditRequest, inputs: OpenInputs): Examined {
  place.onPhase?.('read', bytesOf(inputs.orders));
  const lists = readLists(place.port, request);
  const { book, reads, problems } = readAllOrders(place, inputs.orders, request, lists);
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
  place.onPhase?.('judge', 0);
  tellPlatformParts(reads, book, problems);
  const { day: asOfDay, source: asOfSource } = chooseAsOf(reads, request.asOfDay);
  const looking = new FindingsRun(book, reads, request.config, lists);
  const ages = ageOfInputs(reads, request.config);
  const buckets = bucketsOf(bucketsInForce(request.config ?? NO_CONFIG).value);
  const watch: Watcher = (built) => looking.watch(built);
  const portfolio = buildPortfolio(book, ages, asOfDay, bills, watch, buckets);
  refuseUndecidable(reads, portfolio);
  const findings = looking.conclude(portfolio);
  tellJudged(portfolio, problems);
  lists?.tellUnmatched(problems, inputs.orders.length + 1 + inputs.bills.length);
  return { book, reads, problems, bills, asOfDay, asOfSource, portfolio, findings, lists };
}

/** Files of lists that no output may replace. */
function filesOfLists({ payLaterOrders }: AuditRequest, lists: Lists | null): string[] {
  return [...(payLaterOrders === undefined ? [] : [payLaterOrders]), ...(lists?.files ?? [])];
}

function bytesOf(files: OpenInputs['files']): number {
  return files.reduce((sum, { opened }) => sum + opened.size, 0);
}
