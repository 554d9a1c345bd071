// The simulator as the catalogue of services tells of it.
import { type Service } from '../../platform/service.ts';

export const SIMULATOR_SERVICE: Service = {
  id: 'simulator',
  title: { en: 'Simulator', zh: '模拟器' },
  about: {
    en: 'A settlement day of your own from two files: what liquidity it takes, how long payments wait.',
    zh: '以两个文件模拟一个清算日：需要多少流动性、支付排队多久。',
  },
  tags: ['simulator'],
  documents: [{ title: { en: 'Simulate a day', zh: '模拟一个营业日' }, path: 'docs/how-to/simulate-a-day.md' }],
  needsApproval: false,
};
