// The limit from which an order is large, with its only default: the rules about single large orders share it.

import type { Param } from './rule.js';

export const LARGE_FROM: Param = {
  value: 100_000,
  unit: 'fen',
  least: 1,
  most: 100_000_000,
  text: { zh: '从多少元起算大额', en: 'large from so much on' },
  shared: 'large.min',
};
