// Invented buyers' names: surnames and given names as frequent as they really are, so that strangers share a name.

import { pickWeighted } from '../support/order-lines.js';

/** @typedef {import('../support/random.js').Random} Random */

/** Surnames, most frequent first, in tenths of a per cent of the population; the rest of the register is left out. */
const SURNAMES = [
  ...weighed('王71李70张67刘51陈45杨31黄22赵21吴20周19徐15孙15马13朱13胡12郭12何11林11罗11高10'),
  ...weighed('梁9郑9谢8宋7唐7许7韩6冯6邓6曹5彭5曾5肖5田5董5袁5潘4于4蒋4蔡4余4杜4叶4程4魏4'),
  ...weighed('吕3苏3丁3任3卢3姚3沈3钟3姜3崔3谭3陆3范3汪3廖3石3金3韦3贾3夏3付3方3邹3熊3白3孟3秦3邱3侯3江3'),
  ...weighed('尹2薛2闫2段2雷2龙2黎2史2陶2贺2毛2郝2顾2龚2邵2万2覃2武2钱2戴2严2莫2孔2向2常2'),
];
const SINGLE = weighed('伟9敏8静8丽7强7磊6军6洋5勇5艳5杰5娟5涛4超4霞4平4刚3桂3鑫2萍2');
const FIRST = weighed('子9雨8佳7思7晓7文6志6建6小6梦5欣5浩5嘉5一5明5秀4春4海4玉4国4俊3若3可2景2知2');
const LAST = weighed('涵8轩7怡7华6宁6明6远5桐5诺5梅5英5兰5杰5琪4辰4洁4航4萱4峰4玲4禾2舟2夏2');

/** @param {string} text such as `王71李70` */
function weighed(text) {
  return [...text.matchAll(/(\D)(\d+)/g)].map(
    ([, char, weight]) => /** @type {const} */ ([char ?? '', Number(weight)]),
  );
}

/** @param {Random} random */
export const makeSurname = (random) => pickWeighted(random, SURNAMES);

/**
 * @param {Random} random
 * @param {string} [surname]
 * @returns {string}
 */
export function makeName(random, surname = makeSurname(random)) {
  if (random.chance(0.18)) return surname + pickWeighted(random, SINGLE);
  return surname + pickWeighted(random, FIRST) + pickWeighted(random, LAST);
}

/** The chance that two strangers have one surname. */
export function surnameCollision() {
  const sum = SURNAMES.reduce((total, [, weight]) => total + weight, 0);
  return SURNAMES.reduce((total, [, weight]) => total + (weight / sum) ** 2, 0);
}
