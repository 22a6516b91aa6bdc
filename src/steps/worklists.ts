// The work lists of an audit: which order is on which one, and where they are written.

import { join, resolve } from 'node:path';
import { type NextStep, SEVERITIES } from '../core/finding.js';
import { formatYuan } from '../core/money.js';
import type { CellPiece } from '../io/cell-bytes.js';
import { abortAll, type StagedFile, stageFile } from '../io/staged-file.js';
import { AuditedOrders } from '../portfolio/audited-order.js';
import { wholeWaybill } from '../report/mask.js';
import type { Language } from '../report/model.js';
import {
  isWorklist,
  type Waiting,
  WORKLIST_STEPS,
  type WorklistStep,
  type WorkRow,
  worklistName,
  worklistTable,
} from '../report/worklists.js';
import type { Examined } from './examined.js';
import type { Findings } from './findings.js';
import { MarkCells } from './mark-cells.js';
import type { InputPlace } from './open-exports.js';
import type { CopyWords } from './write-copies.js';
import type { OutputSettings } from './write-outputs.js';

/** Where the lists of a folder stand, in the order of their steps. */
export function worklistPaths(place: InputPlace, folder: string, language: Language): string[] {
  return WORKLIST_STEPS.map((step) => join(resolve(place.folder, folder), worklistName(step, language)));
}

/** What was written: the folder, and the orders of each list. */
export interface WorklistsWritten {
  readonly folder: string;
  readonly orders: Readonly<Record<WorklistStep, number>>;
}

/**
 * Writes the lists where they were asked for, also those without an order, so that none of an earlier run stays; the
 * staged files join the others. An order is on the list of the step that the annotated copy names; late orders of which
 * nothing is known but that a bill would tell are counted in the list's head. Time: linear in the pay-later orders; those
 * that are listed are judged once more.
 */
export function writeWorklists(
  place: InputPlace,
  examined: Examined,
  words: CopyWords,
  language: Language,
  settings: OutputSettings,
  staged: StagedFile[],
): WorklistsWritten | null {
  if (settings.worklists === undefined) return null;
  const { lists, waiting } = rowsByStep(examined, words, language);
  try {
    const paths = worklistPaths(place, settings.worklists, language);
    WORKLIST_STEPS.forEach((step, i) => {
      const file = stageFile(place.port, paths[i]!, {
        mode: 0o600,
        mayReplace: isWorklist,
        inputs: settings.sources,
        force: settings.force === true,
        makeFolder: true,
      });
      staged.push(file);
      file.write(
        Buffer.from(worklistTable(step, { rows: lists[step], waiting }, examined.asOfDay, language), 'utf8'),
      );
    });
  } catch (error) {
    abortAll(staged);
    throw error;
  }
  const orders = mapSteps((step) => lists[step].length);
  return { folder: resolve(place.folder, settings.worklists), orders };
}

function mapSteps<T>(make: (step: WorklistStep) => T): Record<WorklistStep, T> {
  return Object.fromEntries(WORKLIST_STEPS.map((step) => [step, make(step)])) as Record<WorklistStep, T>;
}

function rowsByStep(
  { book, portfolio, findings, reads }: Examined,
  words: CopyWords,
  language: Language,
): { readonly lists: Readonly<Record<WorklistStep, readonly WorkRow[]>>; readonly waiting: Waiting } {
  const lists = mapSteps((): WorkRow[] => []);
  const isListed = (step: NextStep): step is WorklistStep => Object.hasOwn(lists, step);
  const marks = new MarkCells(findings, language);
  const orders = new AuditedOrders(book, portfolio);
  const waiting = { orders: 0, fen: 0 };
  for (let order = 0; order < book.ids.size; order++) {
    if (portfolio.answer(order) !== 'yes') continue;
    const named = findings.marks.of(order).findings;
    if (named.length === 0 && !findings.isOpen(order)) continue;
    if (waitsForBill(findings, order, named)) {
      waiting.orders++;
      waiting.fen += findings.openOf(order).fen;
      continue;
    }
    const judged = portfolio.judge(order);
    if (judged === null) continue;
    const step = marks.nextStep(marks.of(order, judged), judged);
    if (!isListed(step)) continue;
    const { input, shippedAt, receivedAt, promisedAt, waybills } = orders.of(order, judged);
    lists[step].push({
      order: findings.orderId(order),
      until: step === 'hold' ? promisedAt : deadlineOf(findings, order, step),
      fen: judged.outstanding,
      shippedAt,
      receivedAt,
      waybills: waybills.map((waybill) => wholeWaybill(orders.waybillText(waybill))),
      cells: textsOf(words.order(judged, input, order)),
      file: reads[input]!.file.opened.name,
      row: book.lines.record[judged.line]!,
    });
  }
  return { lists, waiting };
}

const MEDIUM = SEVERITIES.indexOf('medium');

/**
 * True for a late order of which nothing proves that the money has not come in, and of which no finding of medium or
 * above speaks: the one thing to do is to fetch a bill, and that once for all of them.
 */
function waitsForBill(
  { findings, openOf, stageOf }: Findings,
  order: number,
  named: readonly number[],
): boolean {
  return (
    named.length > 0 &&
    stageOf(order) === 'overdue' &&
    openOf(order).unproven &&
    named.every((at) => SEVERITIES.indexOf(findings[at]!.severity) < MEDIUM)
  );
}

/** The nearest deadline of the order's findings that ask for this step; NaN without one. */
function deadlineOf({ findings, marks }: Findings, order: number, step: NextStep): number {
  const deadlines = marks.of(order).findings.flatMap((at) => {
    const { nextStep, deadline = Number.NaN } = findings[at]!;
    return nextStep === step && !Number.isNaN(deadline) ? [deadline] : [];
  });
  return deadlines.length === 0 ? Number.NaN : Math.min(...deadlines);
}

/** The cells of a record of the copy as texts, in the order of its columns. */
function textsOf(pieces: readonly CellPiece[]): string[] {
  const texts: string[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'number') texts.push(Number.isNaN(piece) ? '' : formatYuan(piece));
    else if (typeof piece === 'string') texts.push(piece);
    else texts.push(...piece.cells);
  }
  return texts;
}
