// What a run needs of the outside world, and how texts are shown there.

import type { AuditPlace } from '../audit.js';
import { type Config, inForce } from '../config/config.js';
import type { Language } from '../report/model.js';
import type { View } from '../report/view.js';
import { localeLanguage } from './language.js';
import { colourWish, languageWish, type TypedOptions } from './options.js';

/** A stream for people or for a pipe. */
export interface OutputStream {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined for a pipe. */
  readonly columns: number | undefined;
  readonly hasColours: boolean;
  /** Settles when the system has taken the text. Throws UserError `stdout-closed` when nobody reads any more. */
  write(chunk: string | Uint8Array): Promise<void>;
}

/** Everything of the outside world that a run needs. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The locale of the system, where no variable tells. */
  readonly systemLocale: string;
  readonly isWindows: boolean;
  readonly version: string;
  readonly place: Omit<AuditPlace, 'stdout' | 'onPhase'>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Milliseconds from any beginning: for progress and --verbose, never for a result. */
  now(): number;
  /** Writes to standard error at once, without waiting: the progress line. */
  drawNow(text: string): void;
  /** Whom to tell of each piece that is read or written. */
  onMoved(listener: (bytes: number, direction: 'read' | 'written') => void): void;
}

/** The widest text for people; beyond it lines are hard to follow. */
const WIDEST = 120;
/** What is piped fits into the narrowest usual terminal. */
const PIPED = 79;

/**
 * The language of terminal texts: the option, else what is configured, else the locale. Throws UserError for an option
 * that is no language.
 */
export function languageOf(
  world: Pick<World, 'env' | 'systemLocale'>,
  option: string | undefined,
  config: Config,
): Language {
  const configured = inForce<Language | null>(config, ['audit.lang'], null).value;
  return languageWish(option) ?? configured ?? localeLanguage(world);
}

/** How wide and how colourful a text for people may be. */
export function viewOf(
  world: Pick<World, 'env' | 'isWindows'>,
  stream: Pick<OutputStream, 'isTerminal' | 'hasColours' | 'columns'>,
  options: TypedOptions,
  language: Language,
): View {
  const { env } = world;
  const wish = colourWish(options.color);
  const forced =
    env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  let colour = stream.isTerminal && stream.hasColours;
  if (wish !== 'auto') colour = wish === 'always';
  else if (env['NO_COLOR'] !== undefined) colour = false;
  else if (env['FORCE_COLOR'] !== undefined) colour = forced;
  else if (env['TERM'] === 'dumb') colour = false;
  // Only the newer Windows terminals draw box characters one cell wide.
  const oldConsole = world.isWindows && env['WT_SESSION'] === undefined && env['TERM_PROGRAM'] === undefined;
  const ascii = options.unicode ? false : options.ascii === true || oldConsole;
  const columns = stream.columns === undefined ? PIPED : Math.min(stream.columns - 1, WIDEST);
  const verbose = options.verbose ? ({ verbose: true } as const) : {};
  return { language, columns, colour: colour ? 1 : 0, ascii, ...verbose };
}
