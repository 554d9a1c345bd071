// Who may read the evidence and change the key that signs it. Heads and proofs are open to everyone.
import { MEMBER_READERS } from '../../platform/permissions/roles.ts';
import { type Actions } from '../../platform/permissions/actions.ts';

export const EVIDENCE_ACTIONS = {
  'evidence:read': {
    title: { en: 'Read and export the evidence', zh: '查询并导出证据' },
    roles: ['supervisor', 'audit-administrator'],
    isForMachines: true,
    routes: ['GET /v1/evidence/leaves', 'GET /v1/evidence/leaves/{leaf}', 'GET /v1/evidence/export'],
  },
  'evidence-months:read': {
    title: { en: 'Take the evidence that concerns one organisation', zh: '导出涉及单一机构的证据' },
    roles: ['supervisor', 'audit-administrator', 'member-administrator', ...MEMBER_READERS],
    isForMachines: true,
    routes: ['GET /v1/organisations/{id}/evidence', 'GET /v1/organisations/{id}/evidence/{month}'],
  },
  'evidence-keys:write': {
    title: { en: 'Change the key that signs the evidence', zh: '更换证据签名密钥' },
    roles: ['security-administrator'],
    isForMachines: false,
    routes: ['POST /v1/evidence/keys'],
  },
} as const satisfies Actions;
