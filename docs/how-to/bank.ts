// A bank as a program: pays another bank, and takes in what is paid to it. `connect-a-bank.md` tells it in words.
//   npx tsx docs/how-to/bank.ts pay URL TOKEN MY-BIC OTHER-BIC AMOUNT DATE MESSAGE-ID
//   npx tsx docs/how-to/bank.ts receive URL TOKEN [AFTER]
import { randomUUID } from 'node:crypto';
import { connectBank, ProblemError } from '../../client/index.ts';

const [verb = '', base = '', token = '', ...rest] = process.argv.slice(2);
const bank = connectBank({ base, token });

function transfer(from: string, to: string, amount: string, date: string, messageId: string): string {
  const agent = (bic: string) => `<FinInstnId><BICFI>${bic}</BICFI></FinInstnId>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
  <FIToFICstmrCdtTrf>
    <GrpHdr>
      <MsgId>${messageId}</MsgId>
      <CreDtTm>${new Date().toISOString()}</CreDtTm>
      <NbOfTxs>1</NbOfTxs>
      <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
    </GrpHdr>
    <CdtTrfTxInf>
      <PmtId><EndToEndId>INVOICE-4711</EndToEndId><UETR>${randomUUID()}</UETR></PmtId>
      <IntrBkSttlmAmt Ccy="CNY">${amount}</IntrBkSttlmAmt>
      <IntrBkSttlmDt>${date}</IntrBkSttlmDt>
      <ChrgBr>SLEV</ChrgBr>
      <InstgAgt>${agent(from)}</InstgAgt>
      <InstdAgt>${agent(to)}</InstdAgt>
      <Dbtr><Nm>Orchid Textiles</Nm></Dbtr>
      <DbtrAgt>${agent(from)}</DbtrAgt>
      <CdtrAgt>${agent(to)}</CdtrAgt>
      <Cdtr><Nm>Stone Bridge Foods</Nm></Cdtr>
    </CdtTrfTxInf>
  </FIToFICstmrCdtTrf>
</Document>
`;
}

const valueOf = (xml: string, element: string): string =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? '-';

/** Written down before it is sent: these bytes, and no others, may be sent again. */
async function pay(xml: string): Promise<void> {
  const { kind, xml: answer } = await bank.send(xml);
  if (kind.startsWith('admi.002')) {
    console.log(`not valid: ${valueOf(answer, 'RsnDesc')} at ${valueOf(answer, 'ErrLctn')}`);
  } else {
    console.log(`${kind} ${valueOf(answer, 'TxSts')}`);
  }
  const again = await bank.send(xml);
  console.log(again.xml === answer ? 'sent again: the same answer' : 'sent again: another answer');
}

/** Book it on our own side where a line is printed here, then confirm. */
async function receive(after: number): Promise<void> {
  for await (const message of bank.follow(after)) {
    const { seq, kind, xml, id } = message;
    console.log(`${seq} ${kind} ${valueOf(xml, 'EndToEndId')}`);
    await bank.confirm(id);
  }
}

try {
  const [from = '', to = '', amount = '', date = '', messageId = ''] = rest;
  if (verb === 'pay') await pay(transfer(from, to, amount, date, messageId));
  else if (verb === 'receive') await receive(Number(rest[0] ?? 0));
  else throw new Error('Say pay or receive; the first lines of this file show how.');
} catch (error) {
  console.error(error instanceof ProblemError ? `${error.problem.code}: ${error.problem.detail}` : String(error));
  process.exitCode = 1;
}
