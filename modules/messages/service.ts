// The exchange of messages as the catalogue of services tells of it.
import { type Service } from '../../platform/service.ts';

export const MESSAGE_SERVICE: Service = {
  id: 'messages',
  title: { en: 'Messages', zh: '报文收发' },
  about: {
    en: 'ISO 20022 messages in and out: answered at once, known when repeated, kept in an outbox until you confirm them.',
    zh: 'ISO 20022 报文收发：即时应答，重复报文可识别，往报保存至贵方确认。',
  },
  tags: ['messages'],
  documents: [
    { title: { en: 'Connect a bank', zh: '银行接入' }, path: 'docs/how-to/connect-a-bank.md' },
    { title: { en: 'Sign requests', zh: '请求签名' }, path: 'docs/how-to/sign-requests.md' },
  ],
  needsApproval: true,
};
