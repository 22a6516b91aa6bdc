// The kill loop in small: four kills by each signal; `npm run faults:kill` does it at full size.
import { platform } from 'node:process';
import { expect, it } from 'vitest';
import { scratch } from '../support/scratch.js';
import { killLoop, SIGNALS } from './kill-loop.js';

const folder = scratch();

it.skipIf(platform === 'win32')(
  'no kill at any moment leaves half a file, or what the next run does not remove',
  async () => {
    const seed = 11;
    const { tallies, failures } = await killLoop(folder(), {
      records: 4000,
      kills: 4,
      signals: SIGNALS,
      seed,
    });
    console.info(`seed ${seed}`);
    console.table(tallies);
    expect(failures).toEqual([]);
    expect(SIGNALS.map((signal) => tallies[signal].kills)).toEqual([4, 4, 4]);
  },
);
