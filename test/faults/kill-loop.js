// Ends the command by signals at random moments of its life, and looks at what is left each time.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeBenchOrders } from '../bench/make-orders.js';
import { createRandom } from '../support/random.js';

/**
 * @typedef {'SIGKILL' | 'SIGINT' | 'SIGTERM'} Signal
 * What became of the kills by one signal. `mixed`: one output old, the other new, each whole, which only SIGKILL may do;
 * `early`: the system ended the process before it listened to signals; `late`: it had done its work.
 * @typedef {{ kills: number, old: number, new: number, mixed: number, early: number, late: number, leftovers: number }} Tally
 * @typedef {{ tallies: Record<Signal, Tally>, failures: string[] }} Outcome
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, stderr: string }} Ended
 */

export const SIGNALS = /** @type {const} */ (['SIGKILL', 'SIGINT', 'SIGTERM']);
const CODES = { SIGINT: 130, SIGTERM: 143 };
const COMMAND = fileURLToPath(new URL('../../bin/bnpl-audit.js', import.meta.url));
const INPUT = 'o.csv';
const OUTPUTS = ['o.audited.csv', 'r.json'];
const ARGS = [INPUT, '--json', 'r.json', '--quiet', '--lang', 'en'];
const WORDS = {
  untouched: 'Stopped. No half-written file is left, and files that were there are as they were.\n',
  placed: 'Stopped. No half-written file is left; the results had been written before.\n',
};
/** So many kills by SIGKILL may leave their files before a run has to remove them. */
const TIDIED_AFTER = 8;
/** Of so many kills one waits until the copy is written, to come when files are synced and moved. */
const AT_THE_END = 3;
const TEMPORARY = /^\.(?:o\.audited\.csv|r\.json)\.\d+\.\d+(?:-\d+)?\.tmp$/;

/**
 * @param {string} folder empty
 * @param {{ records: number, kills: number, signals: readonly Signal[], seed: number, onKill?: (done: number) => void }} wishes
 *   `kills`: for each signal
 * @returns {Promise<Outcome>}
 */
export async function killLoop(folder, { records, kills, signals, seed, onKill = () => {} }) {
  const random = createRandom(seed);
  writeBenchOrders(join(folder, INPUT), records);
  const begun = performance.now();
  const sound = await run(folder, async () => null);
  const takes = performance.now() - begun;
  if (sound.code !== 0) throw new Error(`the undisturbed run ended with ${sound.code}: ${sound.stderr}`);
  const whole = OUTPUTS.map((name) => readFileSync(join(folder, name)));
  // Shorter, and still known as ours.
  const old = whole.map((bytes) => Buffer.concat([bytes.subarray(0, 3000), Buffer.from('old')]));
  const none = () => ({ kills: 0, old: 0, new: 0, mixed: 0, early: 0, late: 0, leftovers: 0 });
  /** @type {Outcome} */
  const outcome = { tallies: { SIGKILL: none(), SIGINT: none(), SIGTERM: none() }, failures: [] };

  /** @param {string} name @param {number} i */
  const stateOf = (name, i) => {
    const bytes = readFileSync(join(folder, name));
    if (old[i]?.equals(bytes)) return 'old';
    return whole[i]?.equals(bytes) ? 'new' : 'torn';
  };
  const temporary = () => readdirSync(folder).filter((name) => TEMPORARY.test(name));
  const isWritten = () => temporary().some((name) => sizeOf(join(folder, name)) === whole[0]?.length);

  for (const signal of signals) {
    const tally = outcome.tallies[signal];
    for (let kill = 0; kill < kills; kill++) {
      OUTPUTS.forEach((name, i) => {
        rmSync(join(folder, name));
        writeFileSync(join(folder, name), old[i] ?? '');
      });
      const before = temporary().length;
      const isAtTheEnd = kill % AT_THE_END === AT_THE_END - 1;
      const share = (kill + random.next()) / kills;
      const at = isAtTheEnd ? random.next() * 0.1 * takes : share * takes * 1.05;
      const where = `${signal} number ${kill}, ${at.toFixed(0)} ms after ${isAtTheEnd ? 'the copy was written' : 'the start'}`;
      const ended = await run(folder, async (isGone) => {
        if (isAtTheEnd) while (!isWritten() && !isGone()) await pause(1);
        await pause(at);
        return signal;
      });
      /** @param {string} what */
      const fail = (what) => outcome.failures.push(`${where}: ${what}`);

      const states = new Set(OUTPUTS.map(stateOf));
      const left = temporary().length - before;
      const isEarly = ended.signal === signal;
      const isLate = ended.code === 0;
      tally.kills++;
      if (states.has('torn')) fail('an output is neither the old one nor the new one');
      else if (states.size > 1) tally.mixed++;
      else if (states.has('old')) tally.old++;
      else tally.new++;
      if (isLate) tally.late++;
      else if (isEarly && signal !== 'SIGKILL') tally.early++;
      if (left > 0) tally.leftovers += left;
      if (isLate && !(states.has('new') && states.size === 1)) fail('it ended with 0 without its outputs');
      if (signal === 'SIGKILL') {
        if (!isEarly && !isLate) fail(`it ended with ${ended.code} ${ended.signal}`);
        if (left > OUTPUTS.length) fail(`${left} files are left`);
      } else {
        if (!isEarly && !isLate && ended.code !== CODES[signal])
          fail(`it ended with ${ended.code} ${ended.signal}`);
        const words = states.has('new') ? WORDS.placed : WORDS.untouched;
        if (!isEarly && !isLate && ended.stderr !== words) fail(`it said ${ended.stderr}`);
        if (left !== 0) fail(`${left} files are left`);
        if (states.size > 1) fail('one output is old, the other new');
      }
      const isLast = kill === kills - 1;
      if (isLast || (signal === 'SIGKILL' && kill % TIDIED_AFTER === TIDIED_AFTER - 1)) {
        const next = await run(folder, async () => null);
        if (next.code !== 0) fail(`the next run ended with ${next.code}: ${next.stderr}`);
        if (!OUTPUTS.every((name, i) => stateOf(name, i) === 'new'))
          fail('the next run did not write its outputs');
        if (temporary().length > 0) fail('the next run left files of killed ones');
      }
      const others = readdirSync(folder).filter((name) => !TEMPORARY.test(name) && !OUTPUTS.includes(name));
      if (others.join() !== INPUT) fail(`there is ${others.join()}`);
      onKill(tally.kills);
    }
  }
  return outcome;
}

/** @param {string} path */
function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Runs the command, and sends it the signal that `disturb` returns when it does; null: none.
 * @param {string} folder
 * @param {(isGone: () => boolean) => Promise<Signal | null>} disturb
 * @returns {Promise<Ended>}
 */
function run(folder, disturb) {
  return new Promise((resolve, reject) => {
    const child = spawn(execPath, [COMMAND, ...ARGS], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    let isGone = false;
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      isGone = true;
      resolve({ code, signal, stderr });
    });
    disturb(() => isGone).then((signal) => {
      if (signal !== null && !isGone) child.kill(signal);
    }, reject);
  });
}
