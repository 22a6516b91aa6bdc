// One run of the command: parses what was typed, does it, and says how it ended. No process is touched here.

import { CommanderError } from 'commander';
import { distance } from 'fastest-levenshtein';
import { type AuditPlace, audit, inspect, printRecords } from '../audit.js';
import { Bug } from '../core/bug.js';
import { UserError } from '../core/user-error.js';
import { bugText, errorText } from '../report/errors.js';
import { inspectText } from '../report/inspect-text.js';
import type { Language } from '../report/model.js';
import { summaryText } from '../report/summary-text.js';
import { auditRequest, colourWish, readingWishes, type TypedOptions, terminalLanguage } from './options.js';
import { commandFirst, createProgram } from './program.js';

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
  readonly place: Omit<AuditPlace, 'stdout'>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

export const EXIT = { done: 0, unable: 2, damaged: 3, bug: 70 } as const;

const COMMANDS = ['audit', 'inspect', 'help'];
/** The widest text for people; beyond it lines are hard to follow. */
const WIDEST = 120;
/** What is piped fits into the narrowest usual terminal. */
const PIPED = 79;

/** Runs the command and returns its exit code. Never throws. */
export async function run(world: World): Promise<number> {
  let code: number = EXIT.done;
  const typed = optionTyped(world.argv, '--lang');
  const language = languageOf(world, typed === 'zh' || typed === 'en' ? typed : undefined);
  try {
    const program = createProgram(world.version, language, {
      audit: async (orders, options) => {
        code = await runAudit(world, orders, options);
      },
      inspect: async (file, options) => {
        code = await runInspect(world, file, options);
      },
    });
    for (const command of [program, ...program.commands]) {
      command.configureOutput({
        writeOut: (text) => pending.push(text),
        writeErr: () => {},
        outputError: () => {},
        getOutHelpWidth: () => viewOf(world, world.stdout, {}, language).columns,
      });
    }
    const pending: string[] = [];
    try {
      await program.parseAsync(commandFirst(program, world.argv), { from: 'user' });
    } finally {
      for (const text of pending) await world.stdout.write(text);
    }
    return code;
  } catch (error) {
    return await report(world, error, language);
  }
}

async function runAudit(world: World, orders: readonly string[], options: TypedOptions): Promise<number> {
  // An empty name, as from a variable that is not set, would mean the current folder.
  if (orders.length === 0 || orders.includes('')) throw new UserError('orders-missing');
  const language = languageOf(world, options.lang);
  colourWish(options.color);
  const request = { ...auditRequest(orders, options), version: world.version };
  const place: AuditPlace = { ...world.place, stdout: (chunk) => world.stdout.write(chunk) };
  const { summary, damaged } = await audit(place, request);
  const stream = request.output === '-' || request.json === '-' ? world.stderr : world.stdout;
  if (!options.quiet) await stream.write(summaryText(summary, viewOf(world, stream, options, language)));
  return damaged ? EXIT.damaged : EXIT.done;
}

async function runInspect(world: World, file: string, options: TypedOptions): Promise<number> {
  if (file === '') throw new UserError('orders-missing');
  const language = languageOf(world, options.lang);
  const request = { ...readingWishes(options), file, lossy: options.lossy === true };
  if (options.records) {
    let batch = '';
    for await (const line of printRecords(world.place, request)) {
      batch += line;
      if (batch.length < 1 << 16) continue;
      await world.stdout.write(batch);
      batch = '';
    }
    await world.stdout.write(batch);
    return EXIT.done;
  }
  const { model, damaged } = await inspect(world.place, request);
  await world.stdout.write(inspectText(model, viewOf(world, world.stdout, options, language)));
  return damaged ? EXIT.damaged : EXIT.done;
}

function languageOf(world: World, option: string | undefined): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = world.env;
  return terminalLanguage(option, LC_ALL || LC_MESSAGES || LANG || world.systemLocale);
}

/** How wide and how colourful a text for people may be. */
function viewOf(world: World, stream: OutputStream, options: TypedOptions, language: Language) {
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
  return { language, columns, colour: colour ? (1 as const) : (0 as const), ascii };
}

/** Says what went wrong and returns the exit code for it. */
async function report(world: World, error: unknown, language: Language): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  const typed = optionTyped(world.argv, '--color');
  const color = typed === 'always' || typed === 'never' ? typed : 'auto';
  const view = viewOf(world, world.stderr, { color }, language);
  const mistake = error instanceof CommanderError ? usageError(error, world.argv) : withCommand(error, world);
  try {
    if (!(mistake instanceof UserError)) {
      await world.stderr.write(bugText(mistake, world.version, view));
      return EXIT.bug;
    }
    // Whoever closed the pipe has seen enough: nothing to say, nothing went wrong.
    if (mistake.code === 'stdout-closed' && mistake.facts['quietly'] === 1) return EXIT.done;
    await world.stderr.write(errorText(mistake, view));
  } catch {
    // Nobody reads the message either; the exit code still tells.
  }
  return mistake instanceof Bug ? EXIT.bug : EXIT.unable;
}

/** A file that does not exist may be a mistyped command: `bnpl-audit inspekt orders.csv`. */
function withCommand(error: unknown, world: World): unknown {
  if (!(error instanceof UserError) || error.code !== 'file-not-found') return error;
  const name = String(error.facts['path']).split(/[\\/]/).at(-1) ?? '';
  const typed = world.argv.find((word) => word === name && /^[a-z]+$/i.test(word));
  const command = typed && COMMANDS.find((name) => distance(name, typed.toLowerCase()) <= 2);
  return command ? new UserError(error.code, { ...error.facts, command }) : error;
}

function usageError(error: CommanderError, argv: readonly string[]): UserError {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return new UserError('option-unknown', { option: name, near: nearOf(error.message) });
    case 'commander.optionMissingArgument':
      return new UserError('option-value-missing', { option: name });
    case 'commander.excessArguments':
      return new UserError('inspect-one-file');
    case 'commander.help':
      // `help` of a command that there is not.
      return new UserError('command-unknown', {
        name: argv[argv.indexOf('help') + 1] ?? '',
      });
    default:
      return new UserError('orders-missing');
  }
}

/** Commander names what may have been meant: `(Did you mean --force?)`. */
function nearOf(message: string): string[] {
  return [...(/\(Did you mean (.*)\?\)/.exec(message)?.[1] ?? '').matchAll(/--?[\w-]+/g)].map(
    ([option]) => option,
  );
}

function optionTyped(argv: readonly string[], option: string): string | undefined {
  const at = argv.indexOf(option);
  return at >= 0
    ? argv[at + 1]
    : argv.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1);
}
