// What the business application header (head.001) must agree with: who brought the message, whom it is for, what it is.
import { child, type Element } from '../../iso20022/index.ts';
import { settlesOn } from '../../settlement/index.ts';
import { participantOf } from './instructions.ts';
import { type Hearing } from './hearing.ts';

export interface WrongInHeader {
  readonly rule: string;
  readonly sentence: string;
  /** Below AppHdr. */
  readonly member: 'Fr' | 'To' | 'MsgDefIdr';
}

/** Undefined when all agrees, or when there is no header. */
export function wrongInHeader({ memory, institution, inbound, sender }: Hearing): WrongInHeader | undefined {
  const { header, kind } = inbound;
  if (!header) return undefined;
  const { settlement } = memory.settlement;
  const from = participantOf(settlement, child(child(header, 'Fr'), 'FIId'));
  if (!from || settlesOn(settlement, from) !== settlesOn(settlement, sender)) {
    return { rule: 'header.sender', sentence: 'Fr is not the participant that sends this message.', member: 'Fr' };
  }
  if (!isUs(child(child(header, 'To'), 'FIId'), institution.bic)) {
    return { rule: 'header.receiver', sentence: `To is not ${institution.bic}.`, member: 'To' };
  }
  if (child(header, 'MsgDefIdr')?.text !== kind) {
    return { rule: 'header.kind', sentence: `MsgDefIdr is not ${kind}, which the document is.`, member: 'MsgDefIdr' };
  }
  return undefined;
}

/** Named by BIC it must be ours; a national code names us only to those who use one, and is taken as it is. */
function isUs(agent: Element | undefined, bic: string): boolean {
  const named = child(child(agent, 'FinInstnId'), 'BICFI')?.text;
  return agent !== undefined && (named === undefined || named.slice(0, 8) === bic.slice(0, 8));
}
