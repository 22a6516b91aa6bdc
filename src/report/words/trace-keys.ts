// The words of `trace` for the keys of one order: whom it meets by them, and why a key links or does not.

import type { KeyKind } from '../../core/link-kinds.js';
import type { TraceVerdict } from '../trace-model.js';
import { tenths } from './groups.js';
import { type Both, grouped, plural } from './language.js';

/** Other buyers who use a key, and their orders that carry it. */
export const MET: Both<(buyers: number, orders: number) => string> = {
  zh: (buyers, orders) => `另有 ${grouped(buyers)} 人 ${grouped(orders)} 单用`,
  en: (buyers, orders) => `${plural(buyers, 'other person', 'other people')}, ${plural(orders, 'order')}`,
};

const NOT_USED: Both = { zh: '没有用来关联', en: 'not used to link' };

/** What became of a key of that kind. */
export function verdictText(kind: KeyKind, verdict: TraceVerdict): Both {
  switch (verdict.kind) {
    case 'linked':
      return { zh: `连进 G${verdict.group}`, en: `links into G${verdict.group}` };
    case 'cap':
      return refused(
        `连普通订单共 ${grouped(verdict.people)} 人用，超过 ${grouped(verdict.cap)} 人的上限`,
        `${grouped(verdict.people)} people use it, ordinary orders included, more than the limit of ${grouped(verdict.cap)}`,
      );
    case 'pool':
      return refused('多人轮用的虚拟号', 'the number of a pool that strangers use in turn');
    case 'pickup':
      return refused(
        `代收点，谁都能用${counted(verdict.people).zh}`,
        `a pickup point is there for everybody${counted(verdict.people).en}`,
      );
    case 'listed':
      return refused(
        `在店铺的名单上${counted(verdict.people).zh}`,
        `on a list of the shop${counted(verdict.people).en}`,
      );
    case 'chance':
      return Number.isNaN(verdict.accidents)
        ? refused('没法估计有多少是巧合', 'how many agree by accident cannot be told')
        : refused(
            `预计 ${tenths(verdict.accidents)} 对是巧合，不到 1 对才用`,
            `${tenths(verdict.accidents)} pairs are expected to agree by accident, and it links below 1 only`,
          );
    case 'family':
      return kind === 'room' || kind === 'jigged'
        ? refused(
            '没有第二个姓，也没有第二个电话，更像一家人',
            'no second surname or phone: rather one family',
          )
        : refused('没有第二个姓，更像一家人', 'no second surname: rather one family');
    default:
      return VERDICTS[verdict.kind];
  }
}

function refused(zh: string, en: string): Both {
  return { zh: `${zh}，${NOT_USED.zh}`, en: `${en}; ${NOT_USED.en}` };
}

/** How many people there are behind a key, where they are counted. */
function counted(people: number): Both {
  return Number.isNaN(people)
    ? { zh: '', en: '' }
    : { zh: `，共 ${grouped(people)} 人`, en: ` (${plural(people, 'person', 'people')})` };
}

const VERDICTS: Readonly<
  Record<'quiet' | 'bridge' | 'few' | 'parts' | 'unknown' | 'apart' | 'nobody', Both>
> = {
  quiet: {
    zh: '住在一处就能解释，金额和逾期也都不要紧，没有成组',
    en: 'living behind one door explains it, and nothing about it alarms: no group',
  },
  bridge: refused(
    '只有它把两批人连在一起，可能是巧合',
    'it alone would join two groups, which may be an accident',
  ),
  few: { zh: '连上的人太少，不成组', en: 'it leads to too few people for a group' },
  parts: {
    zh: '只看得到打码后的一部分，单凭它不关联',
    en: 'only parts of the recipient are visible: by itself it never links',
  },
  unknown: refused('收货人认不全', 'who the buyer is cannot be told for sure'),
  apart: { zh: '这一单不参加关联', en: 'this order takes no part in linking' },
  nobody: { zh: '没有别的买家用', en: 'no other buyer uses it' },
};
