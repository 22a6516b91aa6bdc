// Which conditions of the proof fail for every order.
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/portfolio/collection.js';
import { concludeLedger, type PayLaterRecord } from '../../src/portfolio/ledger.js';
import type { ProofFacts } from '../../src/portfolio/proof.js';

const ALL: PayLaterRecord = { due: 10, dueSettled: 10, settled: 10 };
const failed = (proof: Partial<ProofFacts>, seen = ALL) => {
  const facts = { past: [{ from: 1, to: 90 }], controlOrders: 40, controlRate: 1, failed: [], ...proof };
  return concludeLedger({ index: null, proof: facts } as unknown as Ledger, seen).proof.failed;
};

describe('conditions that fail for every order', () => {
  it.each<[string, Partial<ProofFacts>, PayLaterRecord, string[]]>([
    ['none', {}, ALL, []],
    ['no day is covered whole', { past: [] }, ALL, ['coverage']],
    ['no day is covered, and too few stand in the bills', { past: [], controlRate: 0.9 }, ALL, ['control']],
    ['nothing is settled', {}, { due: 10, dueSettled: 0, settled: 0 }, ['none-settled']],
  ])('%s', (_, proof, seen, conditions) => {
    expect(failed(proof, seen)).toEqual(conditions);
  });
});
