// CL9: phones or accounts of one group that were made one after the other. Weak, and only told of a group.

import { figure, reportRule } from './rule.js';

export const sequentialIds = reportRule({
  id: 'sequential-ids',
  aliases: ['CL9'],
  title: { zh: '关联组里号码或账号连号', en: 'phones or accounts in a row' },
  looks: {
    zh: '同一关联组里，3 个以上手机号，相邻两个相差不超过 5；或 3 个以上账号是同一个词加数字，相邻两个相差不超过 10。',
    en: 'Within one group, three or more phones of which neighbours differ by at most 5; or three or more accounts that are one word and a number, neighbours at most 10 apart.',
  },
  why: {
    zh: '连号常常是一次办下来的；单独看说明不了什么，和别的关联放在一起看。',
    en: 'What is numbered in a row is often made in one go; it says nothing alone, and adds to the other links.',
  },
  innocent: {
    zh: ['一家人一起办的连号卡', '单位统一办的号码', '平台自动给的账号名'],
    en: [
      'a family that bought its cards together',
      'numbers of one office',
      'account names that the platform gave',
    ],
  },
  unless: { zh: '连号的不到 {run}', en: 'fewer than {run} were in a row' },
  severity: 'info',
  strength: 'weak',
  params: {
    run: {
      value: 3,
      unit: 'buyers',
      least: 3,
      most: 1000,
      text: { zh: '几个连在一起起', en: 'so many in a row' },
    },
  },
  steps: ['review'],
  needs: ['recipients'],
  check: ({ clusters }, { run }) =>
    clusters.flatMap(({ inSequence: { phones, accounts }, orders, alarming }, index) => {
      if (!alarming || Math.max(phones, accounts) < run) return [];
      return {
        orders,
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          {
            kind: 'count',
            name: phones >= accounts ? 'phones-in-row' : 'accounts-in-row',
            count: Math.max(phones, accounts),
          },
          { kind: 'param', name: 'limit', param: 'run', value: run },
        ] as const,
      };
    }),
  line(evidence) {
    const phones = figure(evidence, 'phones-in-row');
    const accounts = figure(evidence, 'accounts-in-row');
    return Number.isNaN(phones)
      ? {
          zh: `这一组里 ${accounts} 个账号连号`,
          en: `${accounts} accounts of the group are numbered in a row`,
        }
      : { zh: `这一组里 ${phones} 个手机号连号`, en: `${phones} phones of the group are numbered in a row` };
  },
});
