// Our own mistakes: what is told of one, so that it can be found without a look into anybody's data.

/** An error that is ours, with the place of the work at which it came up. The cause's text is never shown. */
export class Bug extends Error {
  /** What was being done, e.g. `read`. */
  readonly phase: string;
  /** Name of the input, or ''. */
  readonly input: string;
  /** Row as Excel counts, 0 when none was being read. */
  readonly row: number;

  constructor(phase: string, input: string, row: number, cause: unknown) {
    super(`bug while ${phase}`, { cause });
    this.name = 'Bug';
    this.phase = phase;
    this.input = input;
    this.row = row;
  }
}
