// A mistake that the user can mend: a code and its facts; the words are made where it is shown.

/** Every code that ends a run with exit code 2. Texts in both languages stand in report/words. */
export const USER_ERROR_CODES = [
  'arguments-wrong',
  'bills-foreign',
  'command-unknown',
  'config-exists',
  'config-several',
  'config-syntax',
  'config-too-large',
  'config-unknown-key',
  'config-unreadable',
  'config-value',
  'copy-as-input',
  'disk-full',
  'encoding-unknown',
  'evidence-marked',
  'evidence-nothing',
  'explain-unknown',
  'file-changed',
  'file-empty',
  'file-is-html',
  'file-is-image',
  'file-is-pdf',
  'file-is-xls',
  'file-is-xlsx',
  'file-is-xlsx-encrypted',
  'file-is-archive',
  'file-not-found',
  'file-not-readable',
  'file-special',
  'folder-without-exports',
  'format-unknown',
  'group-not-found',
  'header-damaged',
  'header-different',
  'header-too-wide',
  'inspect-one-file',
  'list-empty',
  'list-entry-unusable',
  'list-too-large',
  'map-column-absent',
  'map-field-unknown',
  'no-orders-input',
  'not-a-bill',
  'not-after-sales',
  'not-recipients',
  'option-invalid',
  'option-unknown',
  'option-value-missing',
  'options-conflict',
  'order-not-found',
  'orders-missing',
  'output-busy',
  'output-collision',
  'output-exists',
  'output-is-input',
  'output-is-link',
  'output-not-writable',
  'pay-later-undecidable',
  'schema-unknown',
  'stdout-closed',
  'stdout-twice',
  'what-if-key',
] as const;

export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** Facts for the message; numbers and texts only. */
export type ErrorFacts = Readonly<Record<string, string | number | readonly string[]>>;

export class UserError extends Error {
  readonly code: UserErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: UserErrorCode, facts: ErrorFacts = {}) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.facts = facts;
  }
}
