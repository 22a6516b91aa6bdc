// Numbers in place of texts that come again and again.

import { NO_KEY } from './hashed-keys.js';

/** Numbers for texts of which there are few, in order of first sight. */
export class NumberedTexts {
  readonly texts: string[];
  readonly #numbers: Map<string, number>;

  constructor(texts: readonly string[] = []) {
    this.texts = [...texts];
    this.#numbers = new Map(texts.map((text, i) => [text, i]));
  }

  /** `NO_KEY` for ''. */
  of(text: string): number {
    if (text === '') return NO_KEY;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /** '' for `NO_KEY`. */
  text(number: number): string {
    return this.texts[number] ?? '';
  }
}
