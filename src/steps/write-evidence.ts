// Writes an evidence pack: a folder, or one ZIP file with the same bytes in every run.

import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { abortAll, commitAll, type StagedFile, type StageOptions, stageFile } from '../io/staged-file.js';
import type { PackFile } from '../report/evidence/model.js';
import { isOfPack, isPackedZip } from '../report/evidence/pack.js';
import type { InputPlace } from './open-exports.js';
import type { OutputSettings } from './write-outputs.js';

/** No time of a file says when the pack was made. Without a zone, for the format knows none: the same everywhere. */
const NO_TIME = '1980-01-01T00:00:00';

/** Where a pack is put: a folder, or a file when its name ends in `.zip`. Returns its absolute path. */
export function writePack(
  place: InputPlace,
  output: string,
  files: readonly PackFile[],
  settings: Pick<OutputSettings, 'sources' | 'force'>,
): string {
  const path = resolve(place.folder, output);
  const options: StageOptions = {
    mode: 0o600,
    mayReplace: isOfPack,
    inputs: settings.sources,
    force: settings.force === true,
    makeFolder: true,
  };
  const staged: StagedFile[] = [];
  try {
    if (/\.zip$/i.test(output)) {
      const file = stageFile(place.port, path, { ...options, mayReplace: isPackedZip, makeFolder: false });
      staged.push(file);
      file.write(zipped(files));
    } else {
      stageFolder(place, path, files, options, staged);
    }
    commitAll(staged);
    return path;
  } catch (error) {
    abortAll(staged);
    throw error;
  }
}

/** A file in a folder of a folder needs the outer one first: the files come so that each folder's own are before those within. */
function stageFolder(
  { port }: InputPlace,
  folder: string,
  files: readonly PackFile[],
  options: StageOptions,
  staged: StagedFile[],
): void {
  const depth = ({ path }: PackFile) => path.split('/').length;
  for (const { path, text } of files.toSorted((a, b) => depth(a) - depth(b))) {
    const file = stageFile(port, join(folder, ...path.split('/')), options);
    staged.push(file);
    file.write(Buffer.from(text, 'utf8'));
  }
}

/** The manifest is stored as it stands: by it a ZIP of ours is known. */
function zipped(files: readonly PackFile[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      files.map(({ path, text }, i) => [
        path,
        [Buffer.from(text, 'utf8'), { level: i === 0 ? 0 : 9, mtime: NO_TIME, os: 3 }],
      ]),
    ),
  );
}
