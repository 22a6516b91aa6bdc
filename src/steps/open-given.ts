// Files that were named behind an option of their own, bills or after-sales: opened, and what is something else refused.

import { UserError, type UserErrorCode } from '../core/user-error.js';
import { expandInputs } from '../io/inputs.js';
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
const NOT_ONE = { bill: 'not-a-bill', 'after-sales': 'not-after-sales' } as const satisfies Record<
  GivenKind,
  UserErrorCode
>;

/**
 * Opens the files that were given as bills or as after-sales. What a folder or a wildcard brought in and is something
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
  };
  const found = await openExports(place, paths, wishes);
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
  throw new UserError(NOT_ONE[kind], { path: opened.path, kind: match.format.kind });
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
