// The topics of `help`: longer texts than an option's line, in both languages.

import type { Language } from '../../core/language.js';
import { TOPICS_EN } from './help-topics-en.js';
import { TOPICS_ZH } from './help-topics-zh.js';

/** What can be typed behind `bnpl-audit`. */
export const COMMANDS = ['audit', 'inspect', 'trace', 'rules', 'explain', 'init', 'schema', 'help'] as const;

export const HELP_TOPICS = ['config', 'exit-codes', 'formats', 'privacy', 'schedule'] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** The text of a topic. Lines are as they stand: scripts are to be copied. */
export function helpTopic(topic: HelpTopic, language: Language): string {
  return (language === 'zh' ? TOPICS_ZH : TOPICS_EN)[topic];
}
