// The answer to requests that are neither payments nor questions.
import { cut } from '../outward/compose.ts';
import { type Decision, type Hearing } from './hearing.ts';

/** camt.025: what became of a request. */
export function receipt(hearing: Hearing, status: 'ACPT' | 'RJCT' | 'PEND', text?: string): Decision {
  const { inbound, institution, answerId, at } = hearing;
  return {
    kind: 'camt.025.001.05',
    state: status === 'RJCT' ? 'refused' : 'accepted',
    content: {
      Rct: {
        MsgHdr: { MsgId: answerId, CreDtTm: institution.zone.format(at) },
        RctDtls: {
          OrgnlMsgId: { MsgId: inbound.messageId!, MsgNmId: inbound.kind! },
          ReqHdlg: { StsCd: status, ...(text ? { Desc: cut(text, 140) } : {}) },
        },
      },
    },
  };
}
