// A rule's numbers in people's units.

import { formatYuanGrouped } from '../../core/money.js';
import type { Param } from '../../rules/rule.js';
import { type Both, grouped, plural } from './language.js';

export type Unit = Param['unit'];

/** `1,000.00 元`, `4 天`, `0.5%`; fen are shown as yuan. */
export function valueText(value: number, unit: Unit): Both {
  switch (unit) {
    case 'fen':
      return { zh: `${formatYuanGrouped(value)} 元`, en: `${formatYuanGrouped(value)} yuan` };
    case 'days':
      return { zh: `${grouped(value)} 天`, en: plural(value, 'day') };
    case 'hours':
      return { zh: `${grouped(value)} 小时`, en: plural(value, 'hour') };
    case 'minutes':
      return { zh: `${grouped(value)} 分钟`, en: plural(value, 'minute') };
    case 'orders':
      return { zh: `${grouped(value)} 单`, en: plural(value, 'order') };
    case 'buyers':
      return { zh: `${grouped(value)} 人`, en: plural(value, 'person', 'people') };
    case 'records':
      return { zh: `${grouped(value)} 行`, en: plural(value, 'record') };
    case 'ratio':
      return { zh: percent(value), en: percent(value) };
    case 'factor':
      return { zh: String(value), en: String(value) };
  }
}

/** A text with the values of parameters in the places of their names: `{min}`. Throws for a name that is none. */
export function withValues(
  text: Both,
  params: Readonly<Record<string, { readonly unit: Unit }>>,
  values: Readonly<Record<string, number>>,
): Both {
  const filled = (language: 'zh' | 'en') =>
    text[language].replace(
      /\{(\w+)\}/g,
      (_, name: string) => valueText(values[name]!, params[name]!.unit)[language],
    );
  return { zh: filled('zh'), en: filled('en') };
}

/** A ratio as percent, without zeros behind the point. */
function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))}%`;
}
