// The payment as its receiver gets it, once it is final: the sender's own transaction under a group header of ours.
import { type Instant } from '../../../platform/instant.ts';
import { type Element, escapeXml, writeHeader } from '../../iso20022/index.ts';
import { agent } from './compose.ts';
import { type Institution } from '../institution.ts';

/** The message element's name by family. */
const ROOT: Readonly<Record<string, string>> = {
  'pacs.008': 'FIToFICstmrCdtTrf',
  'pacs.009': 'FICdtTrf',
  'pacs.004': 'PmtRtr',
};

/** An element as it was read and checked, written again: its own text would not mean the same elsewhere. */
export function elementXml({ name, attributes, children, text }: Element): string {
  let xml = `<${name}`;
  for (const key in attributes) xml += ` ${key}="${escapeXml(attributes[key]!)}"`;
  if (children.length === 0) return `${xml}>${escapeXml(text)}</${name}>`;
  xml += '>';
  for (const child of children) xml += elementXml(child);
  return `${xml}</${name}>`;
}

export function forwardedXml(
  institution: Institution,
  kind: string,
  messageId: string,
  toBic: string,
  at: Instant,
  transaction: string,
): string {
  const root = ROOT[kind.slice(0, 8)]!;
  const now = institution.zone.format(at);
  const header = writeHeader({
    Fr: { FIId: agent(institution.bic) },
    To: { FIId: agent(toBic) },
    BizMsgIdr: messageId,
    MsgDefIdr: kind,
    CreDt: now,
  });
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<BusinessMessage>${header}` +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}"><${root}><GrpHdr><MsgId>${messageId}</MsgId>` +
    `<CreDtTm>${now}</CreDtTm><NbOfTxs>1</NbOfTxs><SttlmInf><SttlmMtd>CLRG</SttlmMtd>` +
    `<ClrSys><Prtry>${escapeXml(institution.system)}</Prtry></ClrSys></SttlmInf></GrpHdr>` +
    `${transaction}</${root}></Document></BusinessMessage>`
  );
}
