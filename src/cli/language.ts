// The language of the terminal, known before anything is parsed: messages about what cannot be parsed need it too.

import type { Language } from '../core/language.js';
import { INTERRUPTED } from '../report/words/run-words.js';
import type { World } from './world.js';

type Told = Pick<World, 'argv' | 'env' | 'systemLocale'>;

/** What the locale says: its variables in their order, else the system's own. */
export function localeLanguage({ env, systemLocale }: Pick<World, 'env' | 'systemLocale'>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = env;
  return /^zh\b|^zh[_-]/i.test(LC_ALL || LC_MESSAGES || LANG || systemLocale) ? 'zh' : 'en';
}

/** What `--lang` says where it names a language, else the variable for it, else the locale. */
export function typedLanguage(world: Told): Language {
  const typed = optionTyped(world.argv, '--lang') ?? world.env['BNPL_AUDIT_LANG'];
  return typed === 'zh' || typed === 'en' ? typed : localeLanguage(world);
}

/** The value of an option as it was typed, whatever stands around it. */
export function optionTyped(argv: readonly string[], option: string): string | undefined {
  const at = argv.indexOf(option);
  return at >= 0
    ? argv[at + 1]
    : argv.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1);
}

/** What is said when a signal ended the run. `isUntouched`: no result had been moved to its place. */
export function interruptedText(world: Told, isUntouched: boolean): string {
  return `${INTERRUPTED[isUntouched ? 'untouched' : 'placed'][typedLanguage(world)]}\n`;
}
