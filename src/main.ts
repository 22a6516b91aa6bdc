// The process: arguments, environment, streams and the exit code. Nothing else of the program knows them.

import { readFileSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { type OutputStream, run } from './cli/run.js';
import { UserError } from './core/user-error.js';
import { realPort } from './io/port.js';
import { spoolStandardInput } from './io/spool.js';

const port = realPort();

function outputStream(stream: NodeJS.WriteStream): OutputStream {
  // A failed write is told to whoever wrote; without a listener it would end the process with a stack trace.
  stream.on('error', () => {});
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
    hasColours: stream.isTTY === true && stream.hasColors(),
    write: (chunk) =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => {
          if (!error) resolve();
          else {
            const quietly = 'code' in error && error.code === 'EPIPE' ? 1 : 0;
            reject(
              new UserError('stdout-closed', { quietly, reason: 'code' in error ? String(error.code) : '' }),
            );
          }
        });
      }),
  };
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

process.exitCode = await run({
  argv: process.argv.slice(2),
  env: process.env,
  systemLocale: Intl.DateTimeFormat().resolvedOptions().locale,
  isWindows: process.platform === 'win32',
  version,
  place: {
    port,
    folder: process.cwd(),
    spool: () => spoolStandardInput(port, (buffer) => readSync(0, buffer), tmpdir()),
  },
  stdout: outputStream(process.stdout),
  stderr: outputStream(process.stderr),
});
