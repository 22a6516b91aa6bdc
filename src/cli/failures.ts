// How a run that failed is told: the user's mistake, our own, or words that no command has.

import { CommanderError } from 'commander';
import { distance } from 'fastest-levenshtein';
import { Bug } from '../core/bug.js';
import { UserError } from '../core/user-error.js';
import { bugText, errorText } from '../report/errors.js';
import type { Language } from '../report/model.js';
import { COMMANDS, HELP_TOPICS } from '../report/words/help-topics.js';
import { EXIT } from './exit.js';
import { optionTyped } from './language.js';
import { viewOf, type World } from './world.js';

/** Two letters off is a slip; a word of four letters with two others is another word. */
const slip = (word: string) => (word.length > 4 ? 2 : 1);

/** Says what went wrong and returns the exit code for it. */
export async function report(world: World, error: unknown, language: Language): Promise<number> {
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
  const command = typed && nearest(typed, COMMANDS)[0];
  return command ? new UserError(error.code, { ...error.facts, command }) : error;
}

/** The names that a typed one may have been meant to be, the nearest first. */
function nearest(typed: string, names: readonly string[]): string[] {
  const far = (name: string) => distance(name, typed.toLowerCase());
  return names.filter((name) => far(name) <= slip(name)).sort((a, b) => far(a) - far(b));
}

function usageError(error: CommanderError, argv: readonly string[]): UserError {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return new UserError('option-unknown', { option: name, near: nearOf(error.message) });
    case 'commander.optionMissingArgument':
      return new UserError('option-value-missing', { option: name });
    case 'commander.conflictingOption':
      return new UserError('options-conflict', {
        options: [...error.message.matchAll(/--[a-z-]+/g)].map(([one]) => one),
      });
    case 'commander.missingArgument':
    case 'commander.excessArguments': {
      const command = argv.find((word) => COMMANDS.some((known) => known === word)) ?? '';
      if (command !== 'inspect') return new UserError('arguments-wrong', { command });
      const isNone = error.code === 'commander.missingArgument';
      return new UserError(isNone ? 'orders-missing' : 'inspect-one-file');
    }
    case 'commander.help': {
      // `help` of a command or topic that there is not.
      const wanted = argv[argv.indexOf('help') + 1] ?? '';
      const all = [...COMMANDS, ...HELP_TOPICS];
      const begun = all.filter((known) => wanted.length > 2 && known.startsWith(wanted.toLowerCase()));
      const near = [...new Set([...begun, ...nearest(wanted, all)])];
      return new UserError('command-unknown', { name: wanted, near });
    }
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
