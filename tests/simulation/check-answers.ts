// Every answer that was given is true of the rows, the same message has the same answer, and nothing answered is missing.
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Letter } from './simulated-day.ts';
import { bicOf } from './small-country.ts';

interface PaymentRow {
  readonly id: string;
  readonly uetr: string | null;
  readonly state: string;
  readonly message: string | null;
}

export async function checkAnswers(pool: Pool, bookId: number, letters: readonly Letter[]): Promise<string[]> {
  const [inbox, payments] = await Promise.all([
    pool.query<{ answer: string; sender_id: string }>(
      'select answer, sender_id from messages.inbox where book_id = $1',
      [bookId],
    ),
    pool.query<PaymentRow>(
      `select replace(payment_id::text, '-', '') as id, uetr::text, state, message_id as message
       from settlement.payments where book_id = $1`,
      [bookId],
    ),
  ]);
  const written = new Set(inbox.rows.map(({ sender_id, answer }) => `${sender_id} ${answer}`));
  const byId = new Map(payments.rows.map((row) => [row.id, row]));
  const found: string[] = [];
  for (const letter of letters) {
    const [first] = letter.answers;
    for (const answer of letter.answers) {
      if (hasName(letter) && answer !== first) found.push(`letter ${letter.number} was answered in two ways:\n${first}\n${answer}`);
      if (!written.has(`${bicOf(letter.from)} ${answer}`)) found.push(`an answer to letter ${letter.number} is not in the inbox`);
      found.push(...checkStatuses(letter, answer, byId));
    }
  } // prettier-ignore
  return found;
}

/** What cannot be named, or is refused because another has its name, is answered afresh each time. */
function hasName({ answers }: Letter): boolean {
  return !answers.some((answer) => /admi\.002|DU01/.test(answer));
}

function checkStatuses(letter: Letter, answer: string, byId: ReadonlyMap<string, PaymentRow>): string[] {
  const isPayment = /FIToFICstmrCdtTrf|FICdtTrf|PmtRtr/.test(letter.xml);
  if (!isPayment) return [];
  const messageId = /<MsgId>([^<]+)</.exec(letter.xml)?.[1];
  return [...answer.matchAll(/<TxInfAndSts>.*?<\/TxInfAndSts>/gs)].flatMap(([line]) => {
    const status = /<TxSts>(\w+)</.exec(line)?.[1];
    const payment = byId.get(/<ClrSysRef>(\w+)</.exec(line)?.[1] ?? '');
    const uetr = /<OrgnlUETR>([^<]+)</.exec(line)?.[1];
    if (status === 'ACSC' && payment?.state !== 'settled') return [`ACSC without a settled payment: ${line}`];
    if (status === 'PDNG' && (!payment || payment.state === 'rejected')) return [`PDNG without a payment: ${line}`];
    if (status === 'RJCT') {
      const accepted = [...byId.values()].find(
        (each) => uetr !== undefined && each.uetr === uetr && each.message === messageId && each.state !== 'rejected',
      );
      if (accepted && !answer.includes('DU01') && !answer.includes('AM05'))
        return [`RJCT for an accepted payment: ${line}`];
    }
    return [];
  });
}
