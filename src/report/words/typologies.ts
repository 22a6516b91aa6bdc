// The words of a typology: its name with the sum of its points, and what of which rule counts for it.

import { ruleNamed } from '../../rules/index.js';
import type { ReachedTypology, Typology } from '../../rules/typologies.js';
import type { Language } from '../model.js';
import type { Both } from './language.js';

export const TYPOLOGY_LABEL: Both = { zh: '情形', en: 'pattern' };

/** `大额未到账，14 分（10 分起）= LU1 10 + OD3 4`; '' where none is reached. */
export function typologyText(reached: ReachedTypology | null, language: Language): string {
  if (reached === null) return '';
  const { typology, points, parts } = reached;
  const sum = parts.map((part) => `${codeOf(part.rule)} ${part.points}`).join(' + ');
  const name = typology.name[language];
  return language === 'zh'
    ? `${name}，${points} 分（${typology.threshold} 分起）= ${sum}`
    : `${name}: ${points} points (from ${typology.threshold}) = ${sum}`;
}

/** When it is named. */
export function pointsNeeded({ threshold, uncollected }: Typology): Both {
  return {
    zh: `一件事项加上和它同单、同组的其他事项，满 ${threshold} 分才用这个名称；同一检查项只算一次，逾期几档算一档，仅供参考的不能单独凑满${uncollected ? '；只算证实没到账的' : ''}`,
    en: `named where a finding and those on the same orders or group make ${threshold} points or more; each rule counts once, the bands of lateness count as one, and weak ones never suffice by themselves${uncollected ? '; only what is proven not to have come in counts' : ''}`,
  };
}

/** One line for each number of points, the most first. */
export function weightLines({ weights }: Typology): Both[] {
  const rules = new Map<number, string[]>();
  for (const [rule, points] of Object.entries(weights)) {
    rules.set(points, [...(rules.get(points) ?? []), rule]);
  }
  return [...rules]
    .sort(([a], [b]) => b - a)
    .map(([points, ids]) => {
      // English titles hold commas.
      const named = (language: Language) =>
        ids
          .map((id) => `${codeOf(id)} ${ruleNamed(id)!.title[language]}`)
          .join(language === 'zh' ? '、' : '; ');
      return {
        zh: `${points} 分：${named('zh')}`,
        en: `${points} ${points === 1 ? 'point' : 'points'}: ${named('en')}`,
      };
    });
}

/** The catalogue's code of a rule. */
function codeOf(rule: string): string {
  return ruleNamed(rule)!.aliases[0] ?? rule;
}
