// camt.060: a participant asks for its account. A report of the day in progress (camt.052) is the answer itself; the
// statement of a closed day (camt.053) is sent again to the outbox and acknowledged by a receipt.
import { type Instant } from '../../../platform/instant.ts';
import { headroomOf } from '../../ledger/index.ts';
import { all, type Element, find, text } from '../../iso20022/index.ts';
import { type Participant, type Payment, type Settlement, settlesOn, waitingOf } from '../../settlement/index.ts';
import { type AccountEntry } from '../outward/account-entry.ts';
import {
  ACCOUNT_REPORT, ACCOUNT_STATEMENT, reportContent, statementContent,
} from '../outward/account-report.ts'; // prettier-ignore
import { compose, cut } from '../outward/compose.ts';
import { participantOf } from './instructions.ts';
import { type Decision, type Hearing } from './hearing.ts';
import { asks } from './prepare-statements.ts';
import { receipt } from './receipt.ts';
import { send } from '../outward/tell.ts';

/** Most payments of those that wait a report lists. */
const MAX_PENDING = 500;

export function answerReportRequest(hearing: Hearing): Decision {
  const { inbound, memory, sender, statements } = hearing;
  const { settlement } = memory.settlement;
  const own = settlesOn(settlement, sender);
  const requests = all(inbound.body, 'RptgReq');
  for (const request of requests) {
    const owner = find(request, 'AcctOwnr/Agt');
    const named = owner && participantOf(settlement, owner);
    if (owner && (!named || settlesOn(settlement, named) !== own)) {
      return receipt(hearing, 'RJCT', 'The account owner is not the sender of this message.');
    }
  }
  if (statements.length === 0 || statements.some(({ statement }) => !statement)) {
    return receipt(hearing, 'RJCT', 'There was no such business day.');
  }
  const kinds = new Set(requests.map((request) => asks(request).slice(0, 8)));
  if (kinds.size === 1 && kinds.has('camt.052')) return report(hearing, own, requests);
  if (kinds.size === 1 && kinds.has('camt.053')) return statementsAgain(hearing, own);
  return receipt(hearing, 'RJCT', 'Ask for camt.052 or for camt.053, one kind in a message.');
}

function report(hearing: Hearing, own: Participant, requests: readonly Element[]): Decision {
  const { inbound, institution, memory, statements, answerId, at } = hearing;
  const { settlement } = memory.settlement;
  const availableMinor = headroomOf(settlement.accountOf(own));
  const pending = pendingOf(settlement, own);
  const reports = statements.map(({ statement }, index) => ({
    id: cut(text(requests[index], 'Id') ?? String(index + 1), 35),
    statement: statement!,
    availableMinor,
    pending: statement!.isClosed ? [] : pending,
  }));
  const askedBy = { messageId: inbound.messageId!, kind: inbound.kind! };
  return { kind: ACCOUNT_REPORT, content: reportContent(institution, { messageId: answerId, askedBy, reports }, at) };
}

/** What it has queued, and what others have queued for it. */
function pendingOf(settlement: Settlement, own: Participant): AccountEntry[] {
  const entries: AccountEntry[] = [];
  const add = (payment: Payment, side: 'debit' | 'credit', other: Participant): void => {
    const { id, kind, amountMinor, valueDate, queuedAt, receivedAt } = payment;
    const at: Instant = queuedAt ?? receivedAt;
    const counterpartyBic = other.profile.bic;
    entries.push({
      side,
      amountMinor,
      status: 'PDNG',
      at,
      valueDate,
      reference: id,
      kind,
      counterpartyBic,
      names: payment,
    });
  };
  for (const payment of waitingOf(own)) if (entries.length < MAX_PENDING) add(payment, 'debit', payment.receiver);
  for (const other of settlement.participants) {
    if (other === own || other.queuedCount + other.asideCount === 0) continue;
    for (const payment of waitingOf(other)) {
      if (payment.receiver === own && entries.length < MAX_PENDING) add(payment, 'credit', other);
    }
  }
  return entries;
}

function statementsAgain(hearing: Hearing, own: Participant): Decision {
  const { exchange, institution, inbound, statements, at } = hearing;
  const open = statements.find(({ statement }) => !statement!.isClosed);
  if (open)
    return receipt(hearing, 'RJCT', `The business day ${open.statement!.date} has not closed; ask for camt.052.`);
  if (!statements.at(-1)!.page.isLast)
    return receipt(hearing, 'RJCT', 'The statement is too long; read it over the API.');
  for (const { statement, page } of statements) {
    send(exchange, own, ACCOUNT_STATEMENT, at, { inboxId: inbound.id }, (messageId) =>
      compose(institution, {
        kind: ACCOUNT_STATEMENT,
        messageId,
        toBic: own.profile.bic,
        at,
        content: statementContent(institution, statement!, messageId, at, page),
      }),
    );
  }
  return receipt(hearing, 'ACPT', `${statements.length} page(s) are in your outbox.`);
}
