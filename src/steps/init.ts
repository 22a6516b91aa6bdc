// Writes a commented configuration: every key at its default, and what the columns of the given files were taken for.

import { dirname, extname, join, resolve } from 'node:path';
import { initText, type SeenFile } from '../config/init-text.js';
import { configSchema } from '../config/read.js';
import type { Language } from '../core/language.js';
import { UserError } from '../core/user-error.js';
import { abortAll, commitAll, stageFile } from '../io/staged-file.js';
import { type InputPlace, openExports } from './open-exports.js';

export interface InitRequest {
  /** Order exports whose columns are shown; may be none. */
  readonly orders: readonly string[];
  /** The file to write. */
  readonly path: string;
  readonly language: Language;
  /** The JSON Schema is written beside it, for editors. */
  readonly schema?: boolean;
  readonly force?: boolean;
}

/** Where `init` writes when nothing is said. */
export const CONFIG_NAME = 'bnpl-audit.yaml';

/** Writes it, and returns the paths of what was written. Throws UserError where a file is in the way. */
export async function init(place: InputPlace, request: InitRequest): Promise<readonly string[]> {
  const { seen, inputs } = await look(place, request.orders);
  const path = resolve(place.folder, request.path);
  const schemaName = `${request.path.split(/[\\/]/).at(-1)?.replace(extname(path), '')}.schema.json`;
  const texts: [string, string][] = [
    [path, initText(request.language, seen, request.schema === true ? schemaName : null)],
  ];
  if (request.schema === true) texts.push([join(dirname(path), schemaName), await configSchema()]);
  for (const [target] of texts) refuseExisting(place, target, request);
  const options = { mode: 0o644, mayReplace: () => false, inputs, force: request.force === true };
  const staged = [];
  try {
    for (const [target, text] of texts) {
      const file = stageFile(place.port, target, options);
      staged.push(file);
      file.write(Buffer.from(text, 'utf8'));
    }
  } catch (error) {
    abortAll(staged);
    throw error;
  }
  commitAll(staged);
  return texts.map(([target]) => target);
}

function refuseExisting({ port }: InputPlace, path: string, { force }: InitRequest): void {
  if (force === true) return;
  try {
    port.lstatSync(path);
  } catch {
    return;
  }
  throw new UserError('config-exists', { path });
}

/** Opens the order files for their headers alone. */
async function look(place: InputPlace, orders: readonly string[]) {
  if (orders.length === 0) return { seen: [], inputs: [] };
  const { exports } = await openExports(place, orders, {});
  try {
    const seen = exports
      .filter(({ match }) => match.format.kind === 'orders')
      .map(({ opened, match }): SeenFile => {
        const fields = new Map<number, string>();
        for (const [field, columns] of match.columns) for (const at of columns) fields.set(at, field);
        const columns = match.names.map((header, i) => ({ header, field: fields.get(i) ?? null }));
        return {
          name: opened.name,
          platform: match.format.platform,
          columns: columns.filter(({ header }) => header !== ''),
        };
      });
    return {
      seen,
      inputs: exports
        .filter(({ opened }) => !opened.spooled)
        .map(({ opened: { path, dev, ino } }) => ({ path, dev, ino })),
    };
  } finally {
    for (const { opened } of exports) opened.dispose();
  }
}
