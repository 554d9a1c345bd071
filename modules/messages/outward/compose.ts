// The parts every message of ours is made of: the business application header, agents, amounts and moments.
import { type Instant } from '../../../platform/instant.ts';
import { formatMinor } from '../../../platform/money.ts';
import { type Content, type ContentMap, wrap, writeHeader, writeMessage } from '../../iso20022/index.ts';
import { type Institution } from '../institution.ts';

/** An agent named by its BIC. */
export function agent(bic: string): ContentMap {
  return { FinInstnId: { BICFI: bic } };
}

export function amount(institution: Institution, minor: bigint): ContentMap {
  return { Ccy: institution.currency, value: formatMinor(minor, institution.currency) };
}

export interface Letter {
  readonly kind: string;
  /** 1 … 35 characters, unique among what we send to this receiver. */
  readonly messageId: string;
  readonly toBic: string;
  readonly at: Instant;
  readonly content: ContentMap;
}

/** Header and document in one envelope; valid by the schemas, or a fault. */
export function compose(institution: Institution, { kind, messageId, toBic, at, content }: Letter): string {
  return wrap(headerOf(institution, kind, messageId, toBic, at), writeMessage(kind, content));
}

function headerOf(institution: Institution, kind: string, messageId: string, toBic: string, at: Instant): string {
  return writeHeader({
    Fr: { FIId: agent(institution.bic) },
    To: { FIId: agent(toBic) },
    BizMsgIdr: messageId,
    MsgDefIdr: kind,
    CreDt: institution.zone.format(at),
  });
}

/** Cuts a text to what an element may hold. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

export function statusReason(code: string, text: string | undefined): Content {
  return { Rsn: { Cd: code }, ...(text ? { AddtlInf: cut(text, 105) } : {}) };
}
