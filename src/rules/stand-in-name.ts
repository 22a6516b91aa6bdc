// TX4: a group in which several orders are for a name that stands for any. Weak, and only told of a group.

import { LOOKS } from '../core/identity.js';
import { figure, gatherRule } from './rule.js';
import { gatherSuch, suchOrders } from './such-orders.js';
import { counted } from './words.js';

export const standInName = gatherRule({
  id: 'stand-in-name',
  aliases: ['TX4'],
  title: { zh: '关联组里收货人写的是代称', en: 'a group with stand-in names' },
  looks: {
    zh: '同一关联组里，几单的收货人写的是张三、测试、匿名这类代称，或只有一个字、只有字母；打码的姓名不看。',
    en: 'A group with several orders for a stock name, a single character or Latin letters alone; masked names are left out.',
  },
  why: {
    zh: '店里不少人不写全名；有关联的几单都这样，收货的是谁更难核对，和别的关联放在一起看。',
    en: 'Many people do not write their whole name; where linked orders do, it is harder to tell who received them. It adds to the other links, and says nothing alone.',
  },
  innocent: {
    zh: ['不想在快递面单上写真名', '用网名、小名', '外国人的名字', '就叫这个名字'],
    en: [
      'no wish to have the real name on a parcel',
      'a nickname',
      'a name in Latin letters',
      'it is the real name',
    ],
  },
  unless: {
    zh: '这一组里这样写的不到 {orders}',
    en: 'fewer than {orders} of the group had such a name',
  },
  severity: 'info',
  strength: 'weak',
  params: { orders: suchOrders(2) },
  steps: ['review'],
  needs: ['recipients'],
  gather: ({ orders }) => gatherSuch(({ looks }) => (looks & LOOKS.standIn) !== 0, orders),
  line(evidence) {
    const such = figure(evidence, 'such-orders');
    const orders = figure(evidence, 'orders');
    return {
      zh: `这一组 ${orders} 单里 ${such} 单的收货人写的是代称、单字或字母`,
      en: `${such} of the group's ${counted(orders, 'order')} ${such === 1 ? 'has' : 'have'} a stand-in name, one character or Latin letters`,
    };
  },
});
