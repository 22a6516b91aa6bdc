// What a run says of itself while it works: a line on the terminal once it takes long, and times per part.

import type { OnPhase, Phase } from '../core/phase.js';
import type { Language } from '../report/model.js';
import { padEnd, padStart, width } from '../report/text.js';
import { grouped } from '../report/words/language.js';
import {
  PHASE_NAMES,
  PROGRESS,
  RECORDS,
  SECONDS,
  TIMES_TITLE,
  TIMES_TOTAL,
} from '../report/words/run-words.js';
import { ERASE } from './erase.js';

/** A run that is shorter says nothing, milliseconds. */
const SILENT_MS = 1000;
/** The line changes at most this often, milliseconds. */
const REDRAW_MS = 100;

export interface ProgressOptions {
  readonly language: Language;
  /** Milliseconds from any beginning. */
  now(): number;
  /** Writes at once; null where no line is wanted. */
  readonly draw: ((text: string) => void) | null;
}

interface PhaseTime {
  readonly phase: Phase;
  readonly start: number;
  /** Bytes that it is going to read. */
  readonly bytes: number;
  read: number;
}

/** Follows one run. Nothing of it reaches a result. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #begun: number;
  readonly #phases: PhaseTime[] = [];
  #drawn = Number.NEGATIVE_INFINITY;
  #stands = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#begun = options.now();
  }

  readonly phase: OnPhase = (phase, bytes) => {
    this.#phases.push({ phase, start: this.#options.now(), bytes, read: 0 });
    this.#drawn = Number.NEGATIVE_INFINITY;
    this.#draw();
  };

  /** Bytes were read or written. */
  readonly moved = (bytes: number, direction: 'read' | 'written'): void => {
    const current = this.#phases.at(-1);
    if (current === undefined) return;
    if (direction === 'read') current.read += bytes;
    this.#draw();
  };

  /** Takes the line away; comes before anything else is written. */
  clear(): void {
    if (this.#stands) this.#options.draw?.(ERASE);
    this.#stands = false;
  }

  #draw(): void {
    const { draw, language, now } = this.#options;
    const current = this.#phases.at(-1);
    if (draw === null || current === undefined) return;
    const at = now();
    if (at - this.#begun < SILENT_MS || at - this.#drawn < REDRAW_MS) return;
    this.#drawn = at;
    this.#stands = true;
    const { phase, bytes, read } = current;
    const percent = bytes === 0 ? null : Math.min(100, Math.floor((read / bytes) * 100));
    draw(`${ERASE}${PROGRESS[language](PHASE_NAMES[phase][language], percent)}`);
  }

  /** A line for each part: seconds, and for those that read files records, MB and MB/s. `records`: by part. */
  times(records: Readonly<Partial<Record<Phase, number>>>): string {
    const { language, now } = this.#options;
    const end = now();
    const rows = this.#phases.map(({ phase, start, bytes }, i) => {
      const seconds = ((this.#phases[i + 1]?.start ?? end) - start) / 1000;
      const count = records[phase];
      return [
        PHASE_NAMES[phase][language],
        `${seconds.toFixed(2)} ${SECONDS[language]}`,
        bytes === 0 ? '' : `${(bytes / 1e6).toFixed(1)} MB`,
        bytes === 0 || seconds === 0 ? '' : `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`,
        count === undefined ? '' : `${grouped(count)} ${RECORDS[language]}`,
      ];
    });
    const total = ((end - this.#begun) / 1000).toFixed(2);
    rows.push([TIMES_TOTAL[language], `${total} ${SECONDS[language]}`, '', '', '']);
    const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...rows.map((row) => width(row[i] ?? ''))));
    const line = (row: readonly string[]) =>
      row
        .map((cell, i) => (i === 0 ? padEnd(cell, widths[0] ?? 0) : padStart(cell, widths[i] ?? 0)))
        .join('  ')
        .trimEnd();
    return `${TIMES_TITLE[language]}\n${rows.map((row) => `  ${line(row)}\n`).join('')}`;
  }
}
