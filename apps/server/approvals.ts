// Approvals as this server has them. That a person is signed in is what proves an approval.
import { Approvals } from '../../modules/approvals/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { PERMISSIONS } from './permissions.ts';

export function openApprovals(pool: Pool, clock: Clock): Approvals {
  return new Approvals({ pool, clock, permissions: PERMISSIONS, verifyApproval: async () => undefined });
}
