// A message as it came through the door: read, checked by the schemas, and named, before any decision.
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  all,
  child,
  createMessageReader,
  type Element,
  isRead,
  readMessage,
  type ReadResult,
  text,
  type Violation,
} from '../../iso20022/index.ts';

export interface Inbound {
  /** UUID version 7 of this arrival. */
  readonly id: string;
  /** The participant whose token brought it. */
  readonly senderId: string;
  readonly hash: Buffer;
  readonly xml: string;
  /** Such as `pacs.008.001.08`; undefined when it could not be told. */
  readonly kind: string | undefined;
  readonly messageId: string | undefined;
  readonly header: Element | undefined;
  /** The message element below Document: `FIToFICstmrCdtTrf`. */
  readonly body: Element | undefined;
  readonly transactions: readonly Element[];
  /** As the sender wrote them; empty when they must be written again to be forwarded. */
  readonly transactionTexts: readonly string[];
  readonly violations: readonly Violation[];
  /** A UUID for each transaction: its payment's id. */
  readonly paymentIds: readonly string[];
}

/** Above this a message is read in pieces, so that only one transaction at a time is in the parser. */
const WHOLE_BYTES = 2 * 1024 * 1024;
const CHUNK_BYTES = 65_536;

export function readInbound(senderId: string, bytes: Buffer): Inbound {
  const bulk: Element[] = [];
  const result = bytes.length <= WHOLE_BYTES ? readMessage(bytes) : readBulk(bytes, bulk);
  const body = result.document?.children[0];
  const family = result.kind?.slice(0, 8);
  const transactions = bulk.length > 0 ? bulk : transactionsOf(family, body);
  return {
    id: uuidv7(),
    senderId,
    hash: createHash('sha256').update(bytes).digest(),
    xml: bytes.toString('utf8').replaceAll('\0', ''),
    kind: result.kind,
    messageId: messageIdOf(family, body, result.header),
    header: result.header,
    body,
    transactions,
    transactionTexts: result.transactionTexts,
    violations: result.violations,
    paymentIds: transactions.map(() => uuidv7()),
  };
}

function readBulk(bytes: Buffer, transactions: Element[]): ReadResult {
  const reader = createMessageReader({ onTransaction: (transaction) => transactions.push(transaction) });
  for (let at = 0; at < bytes.length && !reader.isStopped; at += CHUNK_BYTES) {
    reader.write(bytes.subarray(at, at + CHUNK_BYTES));
  }
  return reader.end();
}

function transactionsOf(family: string | undefined, body: Element | undefined): Element[] {
  if (family === 'pacs.008' || family === 'pacs.009') return all(body, 'CdtTrfTxInf');
  if (family === 'pacs.004' || family === 'pacs.028') return all(body, 'TxInf');
  if (family === 'camt.056') return all(body, 'Undrlyg').flatMap((underlying) => all(underlying, 'TxInf'));
  return [];
}

/** What a message can be remembered by: Max35Text, and nothing a database could not keep. */
const IS_NAME = /^[\u0020-\ud7ff\ue000-\ufffd]{1,35}$/;

function messageIdOf(
  family: string | undefined,
  body: Element | undefined,
  header: Element | undefined,
): string | undefined {
  const path =
    family === 'camt.056'
      ? 'Assgnmt/Id'
      : family?.startsWith('camt.0') && child(body, 'MsgHdr')
        ? 'MsgHdr/MsgId'
        : 'GrpHdr/MsgId';
  const id = text(body, path) ?? text(header, 'BizMsgIdr');
  return id !== undefined && IS_NAME.test(id) ? id : undefined;
}

export function canBeRead(inbound: Inbound): boolean {
  return inbound.violations.length === 0 && inbound.kind !== undefined && isRead(inbound.kind);
}
