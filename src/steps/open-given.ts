// Files that were named behind an option of their own, bills, after-sales, recipients: opened, and what is something else refused.

import { UserError, type UserErrorCode } from '../core/user-error.js';
import { recipientHeaders, tellsRecipients } from '../ingest/recipient-rows.js';
import { expandInputs } from '../io/inputs.js';
import { recipientsTable } from '../platforms/recipients.js';
import type { ExportFormat } from '../platforms/types.js';
import {
  type ExportFile,
  type InputPlace,
  type OpenedExports,
  openExports,
  type ReadingWishes,
} from './open-exports.js';

type GivenKind = Exclude<ExportFormat['kind'], 'orders'>;

/** What is said of a file that is of another kind than its option's. */
const NOT_ONE = {
  bill: 'not-a-bill',
  'after-sales': 'not-after-sales',
  recipients: 'not-recipients',
} as const satisfies Record<GivenKind, UserErrorCode>;

/**
 * Opens the files that were given as bills, as after-sales or as recipients. What a folder or a wildcard brought in and is something
 * else is left out and told. Throws UserError for a file that was named and is something else, and where nothing is left.
 */
export async function openGiven(
  place: InputPlace,
  paths: readonly string[],
  kind: GivenKind,
  { encoding, delimiter }: ReadingWishes,
): Promise<OpenedExports> {
  if (paths.length === 0) return { exports: [], skipped: [], repeated: [] };
  const wishes = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(kind === 'recipients' ? { orRecipients: true } : {}),
  };
  const found = asGiven(await openExports(place, paths, wishes).catch(refuse), kind);
  const exports = found.exports.filter(({ match }) => match.format.kind === kind);
  const others = found.exports.filter((file) => !exports.includes(file));
  if (others.length === 0) return found;
  const named = namedAmong(found.exports, place, paths);
  const wrong = others.find(({ opened }) => opened.spooled || named.has(opened.path));
  if (wrong === undefined && exports.length > 0) {
    for (const { opened } of others) opened.dispose();
    const left = others.map(({ opened }) => ({ path: opened.path, code: NOT_ONE[kind] }));
    return { ...found, exports, skipped: [...found.skipped, ...left] };
  }
  for (const { opened } of found.exports) opened.dispose();
  const { opened, match } = wrong ?? others[0]!;
  const there = kind === 'recipients' ? { there: recipientHeaders(match.names) } : {};
  throw new UserError(NOT_ONE[kind], { path: opened.path, kind: match.format.kind, ...there });
}

/** Orders that tell of recipients may stand for a table of recipients: they are read as one then. */
function asGiven(found: OpenedExports, kind: GivenKind): OpenedExports {
  if (kind !== 'recipients') return found;
  const exports = found.exports.map((file) => {
    const { match } = file;
    const isOne = match.format.kind === 'orders' && tellsRecipients(match.names);
    return isOne ? { ...file, match: { ...match, format: recipientsTable, template: null } } : file;
  });
  return { ...found, exports };
}

/** An unknown table is no table of recipients, which says more of what it lacks. */
function refuse(error: unknown): never {
  const isUnknown =
    error instanceof UserError && error.code === 'format-unknown' && error.facts['doubled'] === 0;
  const { path = '', there } = isUnknown ? error.facts : {};
  throw there === undefined ? error : new UserError('not-recipients', { path, kind: '', there });
}

/** Paths that the user named themselves. Closes the files when a folder cannot be looked at any more. */
function namedAmong(opened: readonly ExportFile[], place: InputPlace, paths: readonly string[]): Set<string> {
  try {
    const { files } = expandInputs(place.port, paths, place.folder);
    return new Set(files.filter((file) => file.named).map(({ path }) => path));
  } catch (error) {
    for (const file of opened) file.opened.dispose();
    throw error;
  }
}
