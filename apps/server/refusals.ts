// Every "no" of what belongs to no single module.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const SERVER_REFUSALS = {
  no_demo: { status: 404, en: 'The demo is not running here.', zh: '本服务器未运行演示。' },
  speed_unknown: { status: 422, en: 'The speed is not one of those offered.', zh: '不支持该速度。' },
  document_not_found: { status: 404, en: 'There is no such document.', zh: '没有该文档。' },
} as const satisfies RefusalTexts;
