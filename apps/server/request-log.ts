// The request log of this server, on live's database whichever environment was asked.
import { type Quotas } from '../../modules/quotas/index.ts';
import { RequestLog } from '../../modules/request-log/index.ts';
import { type Clock, systemClock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';

export function openRequestLog(pool: Pool, quotas: Quotas, clock: Clock = systemClock): RequestLog {
  return new RequestLog({
    pool,
    clock,
    organisationOf: (participantId) => quotas.known.organisationOf(participantId),
    onTrouble: (error) =>
      console.error('Requests wait to be kept:', error instanceof Error ? error.message : String(error)),
  });
}
