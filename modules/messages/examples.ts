// A payment and its answer as the API's description shows them.
export const EXAMPLE_TRANSFER = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
  <FIToFICstmrCdtTrf>
    <GrpHdr>
      <MsgId>MRDN-20270414-000001</MsgId>
      <CreDtTm>2027-04-14T10:00:00+08:00</CreDtTm>
      <NbOfTxs>1</NbOfTxs>
      <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
    </GrpHdr>
    <CdtTrfTxInf>
      <PmtId>
        <InstrId>INS-1</InstrId>
        <EndToEndId>INVOICE-4711</EndToEndId>
        <UETR>6f9e0a57-4b6d-4c38-9d52-0a4d5f7c1e10</UETR>
      </PmtId>
      <IntrBkSttlmAmt Ccy="CNY">1234.56</IntrBkSttlmAmt>
      <IntrBkSttlmDt>2027-04-14</IntrBkSttlmDt>
      <SttlmPrty>NORM</SttlmPrty>
      <ChrgBr>SLEV</ChrgBr>
      <InstgAgt><FinInstnId><BICFI>MRDNCNBJ</BICFI></FinInstnId></InstgAgt>
      <InstdAgt><FinInstnId><BICFI>LOTSCNBJ</BICFI></FinInstnId></InstdAgt>
      <Dbtr><Nm>Orchid Textiles</Nm></Dbtr>
      <DbtrAgt><FinInstnId><BICFI>MRDNCNBJ</BICFI></FinInstnId></DbtrAgt>
      <CdtrAgt><FinInstnId><BICFI>LOTSCNBJ</BICFI></FinInstnId></CdtrAgt>
      <Cdtr><Nm>Stone Bridge Foods</Nm></Cdtr>
    </CdtTrfTxInf>
  </FIToFICstmrCdtTrf>
</Document>
`;

/** The document alone; the answer on the wire has its header before it, in one envelope. */
export const EXAMPLE_ANSWER = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">
  <FIToFIPmtStsRpt>
    <GrpHdr><MsgId>A01902d5c7b1e7c339a526f1f0a7f0001</MsgId><CreDtTm>2027-04-14T10:00:00.012+08:00</CreDtTm></GrpHdr>
    <TxInfAndSts>
      <OrgnlGrpInf>
        <OrgnlMsgId>MRDN-20270414-000001</OrgnlMsgId>
        <OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId>
      </OrgnlGrpInf>
      <OrgnlEndToEndId>INVOICE-4711</OrgnlEndToEndId>
      <OrgnlUETR>6f9e0a57-4b6d-4c38-9d52-0a4d5f7c1e10</OrgnlUETR>
      <TxSts>ACSC</TxSts>
    </TxInfAndSts>
  </FIToFIPmtStsRpt>
</Document>
`;
