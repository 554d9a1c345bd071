// An institution's own program, on the SDK alone: pays, and exchanges what the conformance script of settlement asks.
import { randomUUID } from 'node:crypto';
import { DEMO_INSTITUTION } from '../../apps/server/demo/country.ts';
import { cancellation, paymentReturn } from '../../apps/server/demo/letters.ts';
import { connectBank, createClient, type SigningKey } from '../../client/index.ts';
import { writeMessage } from '../../modules/iso20022/index.ts';
import { freshPacs008, newId, until, valueOf } from '../contract/testing-environments.ts';

const LOTUS = 'LOTSCNBJ';

export interface Place {
  readonly url: string;
  /** `/sandbox/AURRCNBJ`; empty for live. */
  readonly base: string;
  readonly bic: string;
  readonly key: SigningKey;
  /** The business date there. */
  readonly date: string;
}

const bankAt = ({ url, base, key }: Place) => connectBank({ base: url + base, key });

/** The state it was answered with. */
export async function pay(place: Place, amount: string, uetr = randomUUID()): Promise<string> {
  const { bic: from, date } = place;
  const { xml } = await bankAt(place).send(freshPacs008({ from, to: LOTUS, amount, date, uetr }));
  return valueOf(xml, 'TxSts') || xml;
}

/** Every step of the script, really exchanged. */
export async function showConformance(place: Place, now: string): Promise<void> {
  const { bic, date, url, base, key } = place;
  const bank = bankAt(place);
  const environment = createClient({ base: url, key }).environments.at(base);
  const desk = { institution: DEMO_INSTITUTION, now: Date.parse(now) * 1_000, date };
  const self = { profile: { bic } } as Parameters<typeof cancellation>[1];
  const letter = (amount: string, uetr = randomUUID()) => freshPacs008({ from: bic, to: LOTUS, amount, date, uetr });

  const first = letter('100.00');
  await bank.send(first);
  await bank.send(first);
  await bank.send(first.replace('CLRG', 'XXXX').replace(/<MsgId>[^<]*/, `<MsgId>${newId()}`));
  const waiting = randomUUID();
  await bank.send(letter('900000000.00', waiting));
  await bank.send(cancellation(desk, self, waiting));
  // Lotus pays such an amount back.
  await bank.send(letter('70.11'));
  const paid = await until('the payment back', async () =>
    (await bank.outbox(0, 1_000)).findLast(({ xml }) => xml.includes('>70.11<')),
  );
  await bank.confirm(paid.id);
  const received = {
    uetr: valueOf(paid.xml, 'UETR'),
    amountMinor: 70_11n,
    references: { endToEndId: valueOf(paid.xml, 'EndToEndId') },
    receiver: self,
    sender: { profile: { bic: LOTUS } },
  } as unknown as Parameters<typeof paymentReturn>[1];
  await bank.send(paymentReturn(desk, received));
  await bank.send(accountReport(bic, now));
  // The SDK sends the same bytes again when no answer comes.
  await environment.beginFault('next-answer-lost');
  await bank.send(letter('3.00'));
}

const accountReport = (bic: string, now: string): string =>
  writeMessage('camt.060.001.05', {
    AcctRptgReq: {
      GrpHdr: { MsgId: newId(), CreDtTm: now },
      RptgReq: {
        Id: 'R1',
        ReqdMsgNmId: 'camt.052.001.08',
        AcctOwnr: { Agt: { FinInstnId: { BICFI: bic } } },
      },
    },
  });
