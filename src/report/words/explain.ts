// The words around an explanation: what sort of thing it is, labels, parameters.

import type { ProblemLevel } from '../../core/problem.js';
import type { Both } from './language.js';

export const KINDS = {
  rule: { zh: '检查项', en: 'rule' },
  typology: { zh: '情形', en: 'pattern' },
  bucket: { zh: '逾期区间', en: 'aging bucket' },
  stage: { zh: '当前环节', en: 'stage' },
  collection: { zh: '到账状态', en: 'collection state' },
  severity: { zh: '关注等级', en: 'severity' },
  strength: { zh: '依据', en: 'strength of evidence' },
  step: { zh: '建议处理', en: 'next step' },
  'due-source': { zh: '扣款日依据', en: 'source of the due date' },
  'pay-later': { zh: '先用后付的依据', en: 'evidence of pay-later' },
  condition: { zh: '证明没到账的条件', en: 'condition of the proof' },
  gap: { zh: '没法查的原因', en: 'why a check could not look' },
  column: { zh: '标注表的列', en: 'column of the annotated copy' },
  error: { zh: '错误', en: 'error' },
  problem: { zh: '数据问题', en: 'data problem' },
} as const satisfies Record<string, Both>;

export const LABELS = {
  codes: { zh: '代码', en: 'code' },
  looks: { zh: '查什么', en: 'looks for' },
  why: { zh: '为什么', en: 'why' },
  severity: { zh: '等级', en: 'severity' },
  strength: { zh: '依据', en: 'evidence' },
  params: { zh: '参数', en: 'parameters' },
  needs: { zh: '需要', en: 'needs' },
  innocent: { zh: '先排除', en: 'rule out' },
  unless: { zh: '何时不列', en: 'unless' },
  steps: { zh: '怎么处理', en: 'next step' },
  when: { zh: '什么时候', en: 'when' },
  means: { zh: '意思', en: 'means' },
  todo: { zh: '怎么办', en: 'what to do' },
  level: { zh: '影响', en: 'effect' },
  off: { zh: '现在', en: 'now' },
  points: { zh: '怎么算分', en: 'points' },
} as const satisfies Record<string, Both>;

export const ERROR_TITLE: Both = { zh: '运行不了，退出码 2', en: 'the run could not go on, exit code 2' };

/** What a level of a data problem leads to. */
export const LEVELS: Readonly<Record<ProblemLevel, Both>> = {
  reject: {
    zh: '：这一行不参加核查，留在标注表里写明原因；退出码 3',
    en: ': the row is audited as nothing and stays in the copy with its reason; exit code 3',
  },
  damage: { zh: '：核查照做，退出码 3', en: ': the audit goes on; exit code 3' },
  note: { zh: '：只说明，不影响退出码', en: ': it is told and does not change the exit code' },
};

export const NO_PARAMS: Both = { zh: '没有', en: 'none' };
export const NO_NEEDS: Both = { zh: '金额和状态就够', en: 'amounts and states are enough' };
/** A rule that does not run without a list of the shop. */
export const NEEDS_LIST: Both<(list: string) => string> = {
  zh: (list) => `配置里的名单 ${list}（没有就不查）`,
  en: (list) => `the list ${list} of the configuration (not looked at without it)`,
};

/** One parameter: its name, what it is, its default and range. */
export const PARAM: Both<(name: string, text: string, value: string, least: string, most: string) => string> =
  {
    zh: (name, text, value, least, most) =>
      `${name}：${text}；默认 ${value}，可设 ${least}${/\p{Script=Han}$/u.test(least) ? '' : ' '}到 ${most}`,
    en: (name, text, value, least, most) => `${name}: ${text}; ${value} by default, from ${least} to ${most}`,
  };

/** What is in force in place of a default, and where that was set. */
export const NOW: Both<(text: string, value: string, place: string) => string> = {
  zh: (text, value, place) => `${text}；现在 ${value}（${place}）`,
  en: (text, value, place) => `${text}; now ${value} (${place})`,
};
export const OFF: Both<(place: string) => string> = {
  zh: (place) => `不查（${place}）`,
  en: (place) => `switched off (${place})`,
};

/** Stands for an order's number in a next step. */
export const ORDER: Both = { zh: '{订单号}', en: '{ORDER}' };
