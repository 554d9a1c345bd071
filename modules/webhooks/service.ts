// Webhooks as the catalogue of services tells of them.
import { type Service } from '../../platform/service.ts';

export const WEBHOOK_SERVICE: Service = {
  id: 'webhooks',
  title: { en: 'Webhooks', zh: 'Webhook 推送' },
  about: {
    en: 'What happened is posted to an address of yours: signed, in order, tried for three days, sent again when you ask.',
    zh: '事件推送到贵方地址：签名、有序、重试三日，并可重放。',
  },
  tags: ['webhooks'],
  documents: [{ title: { en: 'Receive webhooks', zh: '接收 Webhook' }, path: 'docs/how-to/receive-webhooks.md' }],
  needsApproval: false,
};
