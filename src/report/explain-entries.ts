// Everything that `explain` knows: the names under which each thing is found, and its text.

import { BUCKETS, DUE_SOURCES, STAGES } from '../core/aging.js';
import { ANNOTATION_COLUMNS } from '../core/annotation.js';
import { GAPS, NEXT_STEPS, type NextStep, SEVERITIES, STRENGTHS } from '../core/finding.js';
import { PAY_LATER_SOURCES } from '../core/order-book.js';
import { PROBLEM_LEVELS, type ProblemCode } from '../core/problem.js';
import { USER_ERROR_CODES } from '../core/user-error.js';
import { COLLECTIONS } from '../portfolio/collection.js';
import { PROOF_CONDITIONS } from '../portfolio/proof.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { TYPOLOGIES, type Typology } from '../rules/typologies.js';
import type { Language } from './model.js';
import type { RuleSettings, RulesInForce } from './settings.js';
import { errorMeaning } from './words/error-explanations.js';
import * as words from './words/explain.js';
import * as explanations from './words/explanations.js';
import * as proof from './words/explanations-proof.js';
import * as sources from './words/explanations-sources.js';
import {
  GAP_NAMES,
  NEED_NAMES,
  SEVERITY_NAMES,
  STEP_NAMES,
  STRENGTH_NAMES,
  stepText,
} from './words/findings.js';
import { type Both, listed } from './words/language.js';
import { valueText, withValues } from './words/parameters.js';
import { PROBLEM_WORDS } from './words/problems.js';
import { bucketName, COLLECTION_NAMES, EVIDENCE_NAMES, LEVEL_NAMES, STAGE_NAMES } from './words/terms.js';
import { pointsNeeded, weightLines } from './words/typologies.js';

/** One thing that has an explanation. */
export interface Entry {
  /** What sort of thing it is. */
  readonly kind: keyof typeof words.KINDS;
  /** What the program calls it; first of its names. */
  readonly code: string;
  readonly title: Both;
  /** Further names, in either language. */
  readonly names: readonly string[];
  /** Labelled sentences; a label may be ''. */
  text(
    language: Language,
    inForce?: RulesInForce | null,
  ): readonly (readonly [label: string, text: string])[];
}

function plain(text: Both): Entry['text'] {
  return (language) => [['', text[language]]];
}

/** An entry whose text is one paragraph. */
function simple(kind: Entry['kind'], code: string, title: Both, text: Both): Entry {
  return { kind, code, title, names: [title.zh, title.en], text: plain(text) };
}

/** All of them; of equal names the earlier one is shown first. */
export const ENTRIES: readonly Entry[] = [
  ...RULES.map(ruleEntry),
  ...TYPOLOGIES.map(typologyEntry),
  ...BUCKETS.flatMap((code) => {
    const text = explanations.BUCKET_EXPLANATIONS[code];
    return text === undefined ? [] : [simple('bucket', code, bucketName(code), text)];
  }),
  ...STAGES.map((code) => simple('stage', code, STAGE_NAMES[code], explanations.STAGE_EXPLANATIONS[code])),
  ...COLLECTIONS.map((code) =>
    simple('collection', code, COLLECTION_NAMES[code], explanations.COLLECTION_EXPLANATIONS[code]),
  ),
  ...SEVERITIES.map((code) =>
    simple('severity', code, SEVERITY_NAMES[code], explanations.SEVERITY_EXPLANATIONS[code]),
  ),
  ...STRENGTHS.map((code) =>
    simple('strength', code, STRENGTH_NAMES[code], explanations.STRENGTH_EXPLANATIONS[code]),
  ),
  ...NEXT_STEPS.map(
    (code): Entry => ({
      kind: 'step',
      code,
      title: STEP_NAMES[code],
      names: [STEP_NAMES[code].zh, STEP_NAMES[code].en],
      text: (language) => [
        [words.LABELS.steps[language], stepText(code, words.ORDER[language], Number.NaN)[language]],
        [words.LABELS.when[language], explanations.STEP_EXPLANATIONS[code][language]],
      ],
    }),
  ),
  ...DUE_SOURCES.map((code) =>
    simple('due-source', code, sources.DUE_SOURCE_NAMES[code], sources.DUE_SOURCE_EXPLANATIONS[code]),
  ),
  ...PAY_LATER_SOURCES.map((code) =>
    simple('pay-later', code, EVIDENCE_NAMES[code], sources.PAY_LATER_SOURCE_EXPLANATIONS[code]),
  ),
  ...PROOF_CONDITIONS.map((code) =>
    simple('condition', code, proof.CONDITION_NAMES[code], proof.CONDITION_EXPLANATIONS[code]),
  ),
  ...GAPS.map((code) => simple('gap', code, GAP_NAMES[code], proof.GAP_EXPLANATIONS[code])),
  ...ANNOTATION_COLUMNS.map(({ key, zh, en }): Entry => {
    const entry = simple('column', en, { zh, en }, sources.COLUMN_EXPLANATIONS[key]);
    return { ...entry, names: [zh, zh.replace(/^核查_/, ''), en, key] };
  }),
  ...USER_ERROR_CODES.map(
    (code): Entry => ({
      kind: 'error',
      code,
      title: words.ERROR_TITLE,
      names: [],
      text(language) {
        const { what, todo } = errorMeaning(code, language);
        return [
          [words.LABELS.means[language], what],
          ...todo.split('\n').map((line, i) => [i === 0 ? words.LABELS.todo[language] : '', line] as const),
        ];
      },
    }),
  ),
  ...(Object.keys(PROBLEM_LEVELS) as ProblemCode[]).map(problemEntry),
];

function problemEntry(code: ProblemCode): Entry {
  const { zh, en } = PROBLEM_WORDS[code];
  return {
    kind: 'problem',
    code,
    title: { zh: zh.label, en: en.label },
    names: [zh.label, en.label],
    text(language) {
      const { means, todo } = PROBLEM_WORDS[code][language];
      const level = PROBLEM_LEVELS[code];
      return [
        [words.LABELS.means[language], means],
        [words.LABELS.todo[language], todo],
        [words.LABELS.level[language], `${LEVEL_NAMES[level][language]}${words.LEVELS[level][language]}`],
      ];
    },
  };
}

function ruleEntry(rule: Rule): Entry {
  const { id, aliases, title } = rule;
  return {
    kind: 'rule',
    code: id,
    title,
    names: [...aliases, title.zh, title.en],
    text: (language, inForce) => [
      [words.LABELS.codes[language], aliases.join(', ')],
      [words.LABELS.looks[language], rule.looks[language]],
      [words.LABELS.why[language], rule.why[language]],
      ...switchedOff(inForce?.get(id), language),
      [words.LABELS.severity[language], severityText(rule, language, inForce?.get(id))],
      [words.LABELS.strength[language], strengthText(rule, language)],
      ...labelled(
        words.LABELS.params[language],
        paramLines(rule, language, inForce?.get(id)),
        words.NO_PARAMS[language],
      ),
      [words.LABELS.needs[language], needsText(rule, language)],
      ...labelled(words.LABELS.innocent[language], rule.innocent[language], ''),
      [words.LABELS.unless[language], filled(rule.unless, rule, language, inForce?.get(id))],
      ...labelled(
        words.LABELS.steps[language],
        rule.steps.map((step) => stepLine(step, language)),
        '',
      ),
    ],
  };
}

function typologyEntry(typology: Typology): Entry {
  const { code, name, looks } = typology;
  return {
    kind: 'typology',
    code,
    title: name,
    names: [name.zh, name.en, ...name.zh.split(' / ')],
    text: (language) => [
      [words.LABELS.means[language], looks[language]],
      [words.LABELS.points[language], pointsNeeded(typology)[language]],
      ...weightLines(typology).map((line): [string, string] => ['', line[language]]),
    ],
  };
}

/** Several sentences under one label; `none` where there are none. */
function labelled(label: string, texts: readonly string[], none: string): [string, string][] {
  if (texts.length === 0) return [[label, none]];
  return texts.map((text, i) => [i === 0 ? label : '', text]);
}

/** A next step by its name, which its text may begin with. */
function stepLine(step: NextStep, language: Language): string {
  const name = STEP_NAMES[step][language];
  const text = stepText(step, words.ORDER[language], Number.NaN)[language];
  if (text.toLowerCase().startsWith(name)) return text;
  return `${name}${language === 'zh' ? '：' : ': '}${text}`;
}

function severityText(rule: Rule, language: Language, set?: RuleSettings): string {
  const { severity, bands } = rule;
  const own = bands === undefined ? SEVERITY_NAMES[severity][language] : filled(bands, rule, language, set);
  const fixed = set?.severity.value ?? null;
  if (fixed === null) return own;
  return words.NOW[language](own, SEVERITY_NAMES[fixed][language], set?.severity.place ?? '');
}

function switchedOff(set: RuleSettings | undefined, language: Language): [string, string][] {
  if (set === undefined || set.enabled.value) return [];
  return [[words.LABELS.off[language], words.OFF[language](set.enabled.place ?? '')]];
}

function strengthText({ strength }: Rule, language: Language): string {
  const comma = language === 'zh' ? '：' : ': ';
  return `${STRENGTH_NAMES[strength][language]}${comma}${explanations.STRENGTH_EXPLANATIONS[strength][language]}`;
}

function paramLines({ params }: Rule, language: Language, set?: RuleSettings): string[] {
  return Object.entries(params).map(([name, { value, unit, least, most, text }]) => {
    const show = (figure: number) => valueText(figure, unit)[language];
    const line = words.PARAM[language](name, text[language], show(value), show(least), show(most));
    const now = set?.params[name];
    if (now === undefined || now.source === 'default') return line;
    return words.NOW[language](line, show(now.value), now.place ?? '');
  });
}

/** A text of a rule with the values in force. */
function filled(text: Both, { params }: Rule, language: Language, set?: RuleSettings): string {
  const values = Object.entries(params).map(([name, { value }]) => [name, set?.params[name]?.value ?? value]);
  return withValues(text, params, Object.fromEntries(values))[language];
}

function needsText({ needs, list }: Rule, language: Language): string {
  const names = needs.map((need) => NEED_NAMES[need][language]);
  if (list !== undefined) names.push(words.NEEDS_LIST[language](list));
  return names.length === 0 ? words.NO_NEEDS[language] : listed(names, language);
}
