// What the message routes refuse by HTTP; a message itself is always answered by a message.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const MESSAGE_REFUSALS = {
  message_not_found: { status: 404, en: 'There is no such message of yours.', zh: '没有该份属于您的报文。' },
} as const satisfies RefusalTexts;
