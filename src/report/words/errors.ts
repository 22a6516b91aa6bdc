// The words of every code that ends a run: a code without both languages does not compile.

import type { UserError, UserErrorCode } from '../../core/user-error.js';
import type { Language } from '../model.js';
import { CONFIG_ERRORS } from './config-errors.js';
import { type ErrorText, type ErrorWords, Facts } from './facts.js';
import { FILE_ERRORS } from './file-errors.js';
import { FORMAT_ERRORS } from './format-errors.js';
import type { Both } from './language.js';
import { LIST_ERRORS } from './lists.js';
import { OUTPUT_ERRORS } from './output-errors.js';

const ERROR_WORDS: Readonly<Record<UserErrorCode, ErrorWords>> = {
  ...CONFIG_ERRORS,
  ...FILE_ERRORS,
  ...FORMAT_ERRORS,
  ...LIST_ERRORS,
  ...OUTPUT_ERRORS,
};

/** Several results, of which only some are in their places. */
const OUTPUTS: Readonly<Record<'placed' | 'withheld', Both>> = {
  placed: { zh: '这次已经写成：', en: 'Written by this run:' },
  withheld: { zh: '这次没有写，原来的没有动：', en: 'Not written by this run, as they were:' },
};

/** What is wrong and what to do; every text in it is cleaned for a terminal. */
export function describeError(error: UserError, language: Language): ErrorText {
  const facts = new Facts(error.facts);
  const text = ERROR_WORDS[error.code][language](facts);
  if (facts.paths('placed').length === 0) return text;
  const paths = (['placed', 'withheld'] as const).map((name) => {
    return { title: OUTPUTS[name][language], paths: facts.paths(name) };
  });
  return { ...text, paths };
}
