// A pain.013 of a sandbox's bank: it asks the tenant for a payment.
import { randomUUID } from 'node:crypto';
import { writeMessage } from '../../../modules/iso20022/index.ts';
import { formatMinor } from '../../../platform/money.ts';
import { type Desk, type Letter } from '../demo/letters.ts';

export function paymentRequest({ institution, now, date }: Desk, { from, to, amountMinor }: Letter): string {
  const agent = (bic: string) => ({ FinInstnId: { BICFI: bic } });
  const reference = randomUUID().replaceAll('-', '').slice(0, 30);
  return writeMessage('pain.013.001.07', {
    CdtrPmtActvtnReq: {
      GrpHdr: {
        MsgId: `R${reference}`,
        CreDtTm: institution.zone.format(now),
        NbOfTxs: '1',
        InitgPty: { Nm: from.profile.name.en },
      },
      PmtInf: {
        PmtMtd: 'TRF',
        ReqdExctnDt: { Dt: date },
        Dbtr: { Nm: 'Stone Bridge Foods' },
        DbtrAgt: agent(to.profile.bic),
        CdtTrfTx: {
          PmtId: { EndToEndId: `E2E-${reference.slice(0, 8)}` },
          Amt: { InstdAmt: { Ccy: institution.currency, value: formatMinor(amountMinor, institution.currency) } },
          ChrgBr: 'SLEV',
          CdtrAgt: agent(from.profile.bic),
          Cdtr: { Nm: 'Glass Lake Optics' },
        },
      },
    },
  });
}
