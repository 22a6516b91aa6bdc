// How a text for people is shown: language, width, colour; and the styles that follow from it.

import { Chalk } from 'chalk';
import type { Language } from './model.js';

export interface View {
  readonly language: Language;
  /** The widest line; less than 40 is taken for 40. */
  readonly columns: number;
  /** chalk's levels: 0 is none. */
  readonly colour: 0 | 1 | 2 | 3;
  /** Nothing but ASCII for borders and cut marks: old consoles draw others two columns wide. */
  readonly ascii: boolean;
  /** Long lists to their end, as far as a console can show them. */
  readonly verbose?: boolean;
}

const NARROWEST = 40;

export function lineWidth(view: View): number {
  return Math.max(NARROWEST, view.columns);
}

type Paint = (text: string) => string;

export interface Styles {
  readonly title: Paint;
  /** What the eye should find. */
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly warn: Paint;
  readonly bad: Paint;
}

export function stylesOf(view: Pick<View, 'colour'>): Styles {
  const chalk = new Chalk({ level: view.colour });
  return {
    title: (text) => chalk.bold(text),
    strong: (text) => chalk.cyan(text),
    quiet: (text) => chalk.dim(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red.bold(text),
  };
}
