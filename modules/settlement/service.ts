// Settlement as the catalogue of services tells of it.
import { type Service } from '../../platform/service.ts';

export const SETTLEMENT_SERVICE: Service = {
  id: 'settlement',
  title: { en: 'Settlement', zh: '清算' },
  about: {
    en: 'Payments settle one by one in central bank money, with queues, liquidity saving and net positions of clearing houses.',
    zh: '以中央银行货币逐笔清算，提供排队、流动性节约与净额清算。',
  },
  tags: ['payments', 'queue', 'participants', 'day', 'books', 'clearing'],
  documents: [
    {
      title: { en: 'To a first settled sandbox payment', zh: '从受邀到首笔沙箱清算' },
      path: 'docs/how-to/first-sandbox-payment.md',
    },
  ],
  needsApproval: true,
};
