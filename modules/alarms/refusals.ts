// Every "no" of the alarms.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const ALARM_REFUSALS = {
  alarm_not_found: { status: 404, en: 'There is no such alarm, or it has cleared.', zh: '没有该告警，或已解除。' },
} as const satisfies RefusalTexts;
