// The services that the status page speaks of.
import { type Text } from '../../platform/http/index.ts';

export const SERVICES = {
  api: { en: 'API', zh: '接口服务' },
  settlement: { en: 'Settlement', zh: '清算' },
  messages: { en: 'Messages', zh: '报文收发' },
  evidence: { en: 'Evidence', zh: '审计证据' },
  simulator: { en: 'Simulator', zh: '模拟器' },
  database: { en: 'Database', zh: '数据库' },
} as const satisfies Readonly<Record<string, Text>>;

export type ServiceId = keyof typeof SERVICES;
export const SERVICE_IDS = Object.keys(SERVICES) as ServiceId[];
