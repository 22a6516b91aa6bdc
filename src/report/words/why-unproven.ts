// Why it is not proven that money has not come in: the reason as a value, and its words in both languages.

import { formatDate } from '../../core/dates.js';
import { type Both, percentDown } from './language.js';

/** Why a missing bill row does not prove that the money has not come in. Days are day numbers, NaN where not known. */
export type WhyUnproven =
  | {
      readonly condition:
        | 'no-bills'
        | 'none-settled'
        | 'other-shop'
        | 'row-unreadable'
        | 'after-sale-unreadable'
        | 'no-subsidies';
    }
  /** The bills would have to run from one day to the other, both included. */
  | { readonly condition: 'coverage'; readonly fromDay: number; readonly toDay: number }
  /** 0 to 1; NaN with too few ordinary orders. */
  | { readonly condition: 'control'; readonly rate: number };

/** Why it is not proven; without `why` there is no bill. `bill` is what the platform calls its bills. */
export function whyWords(why: WhyUnproven | undefined, bill: Both): Both {
  switch (why?.condition) {
    case undefined:
    case 'no-bills':
      return { zh: `没有${bill.zh}`, en: `no ${bill.en}` };
    case 'none-settled':
      return {
        zh: `${bill.zh}里没有一单先用后付的收入，可能少了一个账户的`,
        en: `the ${bill.en} holds no income of any pay-later order, an account may be missing`,
      };
    case 'other-shop':
      return { zh: `${bill.zh}是另一家店的`, en: `the ${bill.en} is of another shop` };
    case 'row-unreadable':
      return {
        zh: `${bill.zh}里这单有一行读不出来`,
        en: `a row of this order in the ${bill.en} cannot be read`,
      };
    case 'after-sale-unreadable':
      return {
        zh: '售后单里这单有一行读不出来',
        en: 'a row of this order in the after-sales cannot be read',
      };
    case 'no-subsidies':
      return {
        zh: `${bill.zh}里没有一单的平台补贴，可能导出时筛选过`,
        en: `the ${bill.en} holds no subsidy of any order, it may have been filtered`,
      };
    case 'coverage':
      return coverageWords(why.fromDay, why.toDay, bill);
    case 'control':
      return controlWords(why.rate, bill);
  }
}

function coverageWords(fromDay: number, toDay: number, bill: Both): Both {
  if (Number.isNaN(fromDay) || Number.isNaN(toDay)) {
    return { zh: `${bill.zh}没盖住这单的日子`, en: `the ${bill.en} does not cover the days of this order` };
  }
  const [from, to] = [formatDate(fromDay).slice(5), formatDate(toDay).slice(5)];
  return { zh: `${bill.zh}没盖住 ${from} 至 ${to}`, en: `the ${bill.en} does not cover ${from} to ${to}` };
}

function controlWords(rate: number, bill: Both): Both {
  if (Number.isNaN(rate)) {
    return {
      zh: `普通订单太少，没法检验${bill.zh}全不全`,
      en: `too few ordinary orders to check whether the ${bill.en} is whole`,
    };
  }
  const percent = percentDown(rate);
  return {
    zh: `普通订单只对上 ${percent}%，${bill.zh}可能不全`,
    en: `only ${percent}% of the ordinary orders were found, the ${bill.en} may not be whole`,
  };
}
