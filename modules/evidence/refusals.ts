// Every "no" of the evidence.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const EVIDENCE_REFUSALS = {
  leaf_not_found: { status: 404, en: 'The log has no such leaf.', zh: '日志中没有该叶。' },
  tree_size_unknown: {
    status: 422,
    en: 'The log never had so many leaves, or the first size is larger than the second.',
    zh: '日志从未有过这么多叶，或前一大小超过后一大小。',
  },
  month_not_over: { status: 409, en: 'The month is not over yet, or is none.', zh: '该月份尚未结束或不存在。' },
} as const satisfies RefusalTexts;
