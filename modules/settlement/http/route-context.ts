// What settlement's routes work with, and the few rules they share: whom an answer concerns, and acts with their trail.
import { approvalOf, type Caller } from '../../../platform/http/index.ts';
import { type Clock, type Instant } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';
import { type BookWriter } from '../../../platform/writer/writer.ts';
import { isUuid } from '../../../platform/uuid.ts';
import { type LedgerDesk } from '../../ledger/index.ts';
import { type DescribePayment } from '../answers/payment-reads.ts';
import { type Title } from '../day/calendar.ts';
import { recordAct } from '../record-act.ts';
import { refuse, type SettlementRefusal } from '../refusals.ts';
import { type SettlementDesk, type SettlementNeed } from '../settlement-desk.ts';
import { type Act, type Settlement } from '../settlement.ts';

// A type, not an interface: the writer looks at its keys.
export type SettlementMemory = { ledger: LedgerDesk; settlement: SettlementDesk };

export interface SettlementContext {
  readonly writer: Pick<BookWriter<SettlementMemory>, 'memory' | 'submit'>;
  readonly pool: Pool;
  readonly clock: Clock;
  /** Parties and messages of a payment, from those who know. */
  readonly describe?: DescribePayment;
}

/** The memory as decided so far; asked for anew each time, because the writer may have built another. */
export const settlementOf = ({ writer }: SettlementContext): Settlement => writer.memory.settlement.settlement;

/** The participant to whose own affairs the caller is confined; undefined for an operator. */
export const ownOf = (caller: Caller): string | undefined =>
  caller.kind === 'participant' ? caller.participantId : undefined;

const actorOf = (caller: Caller): string => (caller.kind === 'nobody' ? 'nobody' : caller.actor);

/** The id as it is kept; refuses with this code what cannot be one. */
export function uuidOf(text: string, code: SettlementRefusal): string {
  const id = text.toLowerCase();
  return isUuid(id) ? id : refuse(code, '/id');
}

/** Refuses as if it did not exist when a participant asks for another. */
export function assertOwn(caller: Caller, participantId: string): void {
  const own = ownOf(caller);
  if (own !== undefined && own !== participantId) refuse('participant_not_found', '/id');
}

export interface Deed {
  readonly name: string;
  readonly caller: Caller;
  readonly subject: Act['subject'];
  readonly subjectId: string;
  readonly text: Title;
  readonly reason?: string | undefined;
  readonly needs?: SettlementNeed;
  /** Accounts it moves money through or opens, besides those of participants. */
  readonly accountIds?: readonly number[];
}

/** Decides the act and writes it into the trail of its subject, in one commit. */
export function act<Result>(
  { writer }: SettlementContext,
  deed: Deed,
  decide: (s: Settlement, at: Instant) => Result,
): Promise<Result> {
  const { name, caller, subject, subjectId, text, reason, needs, accountIds } = deed;
  return writer.submit({
    name,
    once: approvalOf(caller),
    needs: { ...(needs ? { settlement: needs } : {}), ...(accountIds ? { ledger: { accountIds } } : {}) },
    decide: (memory, at) => {
      const s = memory.settlement.settlement;
      const result = decide(s, at);
      recordAct(s, { at, subject, subjectId, actor: actorOf(caller), text, reason });
      return result;
    },
  });
}
