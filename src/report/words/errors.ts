// The words of every code that ends a run: a code without both languages does not compile.

import type { UserError, UserErrorCode } from '../../core/user-error.js';
import type { Language } from '../model.js';
import { CONFIG_ERRORS } from './config-errors.js';
import { type ErrorText, type ErrorWords, Facts } from './facts.js';
import { FILE_ERRORS } from './file-errors.js';
import { FORMAT_ERRORS } from './format-errors.js';
import { LIST_ERRORS } from './lists.js';
import { OUTPUT_ERRORS } from './output-errors.js';

const ERROR_WORDS: Readonly<Record<UserErrorCode, ErrorWords>> = {
  ...CONFIG_ERRORS,
  ...FILE_ERRORS,
  ...FORMAT_ERRORS,
  ...LIST_ERRORS,
  ...OUTPUT_ERRORS,
};

/** What is wrong and what to do; every text in it is cleaned for a terminal. */
export function describeError(error: UserError, language: Language): ErrorText {
  return ERROR_WORDS[error.code][language](new Facts(error.facts));
}
