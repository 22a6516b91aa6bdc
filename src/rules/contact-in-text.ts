// TX2: an open order in whose note or address the buyer left a way to be reached beside the platform.

import { figure, orderRule } from './rule.js';
import { yuan } from './words.js';

export const contactInText = orderRule({
  id: 'contact-in-text',
  aliases: ['TX2'],
  title: { zh: '留言或地址里有联系方式', en: 'contact in note or address' },
  looks: {
    zh: '没到账的单，买家留言或收货地址里写了微信、QQ、网址或别的电话；写明送货时打的电话不算。',
    en: "Open orders whose buyer's note or address holds a WeChat id, QQ number, web address or another phone; one left for the courier does not count.",
  },
  why: {
    zh: '替别人下单、收货的人常在这里留自己的联系方式；平台外谈好的事，平台上查不到。',
    en: 'Who orders or receives for others often leaves a contact here; what is agreed beside the platform cannot be looked up on it.',
  },
  innocent: {
    zh: ['代家人、同事收货，留了另一个电话', '定制、安装要加微信说尺寸', '电话打不通，留个备用的'],
    en: [
      'another phone of the family or of a colleague',
      'made to measure: sizes are talked over on WeChat',
      'a second number in case the first one does not answer',
    ],
  },
  unless: { zh: '留言和地址里没有联系方式', en: 'note and address held no contact' },
  severity: 'medium',
  strength: 'moderate',
  params: {},
  steps: ['review'],
  needs: ['buyer-note'],
  check({ order, judged, contactTold }) {
    if (!contactTold || judged.outstanding === 0) return null;
    const evidence = [{ kind: 'amount', name: 'outstanding', fen: judged.outstanding }] as const;
    return { orders: [order], nextStep: 'review', evidence };
  },
  line(evidence) {
    const open = yuan(figure(evidence, 'outstanding'));
    return {
      zh: `留言或地址里留了联系方式，这单 ${open} 元没到账或待核实`,
      en: `a contact stands in the note or the address, ${open} yuan open or unproven`,
    };
  },
});
