// What the messages know of a payment: its parties, its remittance, and the messages it came by and went on in.
import { find, readMessage, text, type Element, all } from '../iso20022/index.ts';
import { type Payment } from '../settlement/index.ts';
import { type MessagesContext } from './context.ts';
import { readMessagesAbout } from './message-reads.ts';
import { type MessageSummaryJson } from './schemas.ts';

export interface PaymentDescription {
  debtor: { name: string | null; account: string | null };
  creditor: { name: string | null; account: string | null };
  remittance: string | null;
  messages: MessageSummaryJson[];
}

export async function describePayment(context: MessagesContext, payment: Payment): Promise<PaymentDescription> {
  const { messages, xml } = await readMessagesAbout(context, payment);
  const body = xml === undefined ? undefined : readMessage(Buffer.from(xml)).document?.children[0];
  const transaction = body && transactionOf(body, payment);
  return {
    debtor: party(transaction, 'Dbtr'),
    creditor: party(transaction, 'Cdtr'),
    remittance: text(transaction, 'RmtInf/Ustrd') ?? null,
    messages,
  };
}

function transactionOf(body: Element, { uetr, references }: Payment): Element | undefined {
  const transactions = [...all(body, 'CdtTrfTxInf'), ...all(body, 'TxInf')];
  return transactions.find((each) =>
    uetr === undefined ? text(each, 'OrgnlEndToEndId') === references.endToEndId : text(each, 'PmtId/UETR') === uetr,
  );
}

function party(
  transaction: Element | undefined,
  role: 'Dbtr' | 'Cdtr',
): { name: string | null; account: string | null } {
  const at = transaction ?? undefined;
  return {
    name: text(at, `${role}/Nm`) ?? text(at, `${role}/FinInstnId/BICFI`) ?? null,
    account: text(at, `${role}Acct/Id/IBAN`) ?? find(at, `${role}Acct/Id/Othr/Id`)?.text ?? null,
  };
}
