// What the messages know of a payment: its parties, its remittance, the messages it came by and went on in, and the steps
// they add to its story.
import { all, codeName, type Element, find, kindInfo, readMessage, text } from '../../iso20022/index.ts';
import { type Payment, type StepJson } from '../../settlement/index.ts';
import { type MessagesContext } from '../context.ts';
import { readRowsOfPayment, summariesOf } from './message-reads.ts';
import { type MessageRow, type MessageTexts } from './message-rows.ts';
import { type MessageSummaryJson } from './schemas.ts';

export interface PaymentDescription {
  debtor: { name: string | null; account: string | null };
  creditor: { name: string | null; account: string | null };
  remittance: string | null;
  messages: MessageSummaryJson[];
  steps: StepJson[];
}

export async function describePayment(context: MessagesContext, payment: Payment): Promise<PaymentDescription> {
  const rows = await readRowsOfPayment(context, payment);
  const transaction = findTransaction(rows, payment);
  const messages = await summariesOf(context, rows);
  return {
    debtor: party(transaction, 'Dbtr'),
    creditor: party(transaction, 'Cdtr'),
    remittance: text(transaction, 'RmtInf/Ustrd') ?? null,
    messages,
    steps: rows.flatMap((row, index) => stepsOf(payment, row, messages[index]!)),
  };
}

function bodyOf(xml: string): Element | undefined {
  return readMessage(Buffer.from(xml)).document?.children[0];
}

/** Checked with what came in; answered with each pacs.002; sent on and collected with each message to the receiver. */
function stepsOf(payment: Payment, row: MessageRow & MessageTexts, summary: MessageSummaryJson): StepJson[] {
  const { at, deliveredAt, participant, kind } = summary;
  const name = participant?.shortName ?? { en: row.participant_id, zh: row.participant_id };
  const called = kindInfo(kind) ?? { en: kind, zh: kind };
  const step = (name: string, moment: string, en: string, zh: string): StepJson => ({
    step: name,
    at: moment,
    text: { en, zh },
    commit: null,
  });
  if (row.direction === 'in') {
    if (payment.state === 'rejected') return [];
    return [step('checked', at, `${kind}: schema and business rules hold`, `${kind} 格式与业务规则检查通过`)];
  }
  const short = kind.slice(0, 8);
  if (short === 'pacs.002') {
    const code = statusIn(row.xml, payment);
    const meaning = code === undefined ? undefined : codeName(code);
    const en = code ? `: ${code}, ${meaning?.en ?? code}` : '';
    const zh = code ? `：${code}，${meaning?.zh ?? code}` : '';
    return [step('answered', at, `${short} to ${name.en}${en}`, `以 ${short} 告知${name.zh}${zh}`)];
  }
  return [
    step(
      'forwarded',
      at,
      `${short} to ${name.en}: ${called.en.toLowerCase()}`,
      `${short}（${called.zh}）发往${name.zh}`,
    ),
    ...(deliveredAt === null
      ? []
      : [step('delivered', deliveredAt, `${name.en} confirmed ${short}`, `${name.zh}已确认收到 ${short}`)]),
  ];
}

/** What a status report says of this payment. */
function statusIn(xml: string, payment: Payment): string | undefined {
  const lines = all(bodyOf(xml), 'TxInfAndSts');
  const own = lines.find((line) =>
    payment.uetr === undefined
      ? text(line, 'OrgnlEndToEndId') === payment.references.endToEndId
      : text(line, 'OrgnlUETR') === payment.uetr,
  );
  return text(own ?? (lines.length === 1 ? lines[0] : undefined), 'TxSts');
}

/** A receiver may not see the message it was ordered by, but what was sent on to itself, which says the same of it. */
function findTransaction(rows: readonly (MessageRow & MessageTexts)[], payment: Payment): Element | undefined {
  for (const { xml } of [...rows.filter(({ direction }) => direction === 'in'), ...rows.filter(isForwarded)]) {
    const found = transactionOf(bodyOf(xml), payment);
    if (found) return found;
  }
  return undefined;
}

const isForwarded = ({ direction, kind }: MessageRow): boolean => direction === 'out' && /^pacs\.00[489]/.test(kind);

function transactionOf(body: Element | undefined, { uetr, references }: Payment): Element | undefined {
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
