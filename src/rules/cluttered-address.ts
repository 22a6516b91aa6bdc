// TX3: a group in which several addresses are written with clutter. Weak, and only told of a group.

import { LOOKS } from '../core/identity.js';
import { figure, gatherRule } from './rule.js';
import { gatherSuch, suchOrders } from './such-orders.js';
import { counted } from './words.js';

export const clutteredAddress = gatherRule({
  id: 'cluttered-address',
  aliases: ['TX3'],
  title: { zh: '关联组里地址写得乱', en: 'a group with cluttered addresses' },
  looks: {
    zh: '同一关联组里，几单的地址超过三成不是汉字和数字，或一个字连写 4 遍以上，或写了两个不同的区县。',
    en: 'A group with several addresses of which more than 30% is neither Chinese nor figures, in which a character stands 4 times or more in a row, or which name two districts.',
  },
  why: {
    zh: '地址里夹带没用的字，同一处就不容易认出来。平常的地址里也常有多余的字，和别的关联放在一起看。',
    en: 'What does not belong to an address hides that it is the same place. Ordinary addresses hold much of it too: it adds to the other links, and says nothing alone.',
  },
  innocent: {
    zh: ['用外文或拼音写地址', '区划调整后还写旧的区名', '写了附近好认的地方', '输入法打错'],
    en: [
      'an address in another language',
      'a district by its former name',
      'a landmark that stands near it',
      'a slip at typing',
    ],
  },
  unless: {
    zh: '这一组里这样写的不到 {orders}',
    en: 'fewer than {orders} of the group had such an address',
  },
  severity: 'info',
  strength: 'weak',
  params: { orders: suchOrders(2) },
  steps: ['review'],
  needs: ['recipients'],
  gather: ({ orders }) => gatherSuch(({ looks }) => (looks & LOOKS.cluttered) !== 0, orders),
  line(evidence) {
    const such = figure(evidence, 'such-orders');
    const orders = figure(evidence, 'orders');
    return {
      zh: `这一组 ${orders} 单里 ${such} 单的地址夹着多余的字符，或写了两个区县`,
      en: `${such} of the group's ${counted(orders, 'order')} ${such === 1 ? 'has' : 'have'} an address with odd characters or two districts`,
    };
  },
});
