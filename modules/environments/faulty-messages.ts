// The door of an environment: as that of live, with the faults that its tenant asked for, and heard by whoever follows what
// was exchanged.
import { createHash } from 'node:crypto';
import { ConnectionCut, Reply, type Call, type Route } from '../../platform/http/index.ts';
import { type Rule } from '../iso20022/index.ts';
import { readInbound, receive, type ReceiveContext } from '../messages/index.ts';
import { type Faults } from './faults.ts';

/** A message that came through the door again, or whose answer was lost. */
export interface Incident {
  readonly kind: 'repeated' | 'answer-lost';
  readonly participantId: string;
  readonly messageId: string;
}

export interface Door {
  readonly context: ReceiveContext;
  readonly faults: Faults;
  onIncident(incident: Incident): Promise<void>;
}

/** `route` is that of `POST /v1/messages`. */
export function faultyMessages(route: Route, { context, faults, onIncident }: Door): Route {
  return {
    ...route,
    handle: async (call: Call<unknown, unknown, Buffer>) => {
      const isRefused = faults.take('next-message-refused');
      const reply = isRefused ? await refuse(context, call) : ((await route.handle(call)) as Reply);
      const isLost = faults.take('next-answer-lost');
      const isRepeated = reply.options.headers?.['feiqian-repeated'] === 'true';
      if (call.caller.kind === 'participant' && (isLost || isRepeated)) {
        const { participantId } = call.caller;
        const { messageId = '' } = readInbound(participantId, call.body);
        await onIncident({ kind: isLost ? 'answer-lost' : 'repeated', participantId, messageId });
      }
      if (isLost) throw new ConnectionCut();
      await faults.delay();
      return reply;
    },
  };
}

/** admi.002 for a message in which nothing is wrong: under another hash, so that the same bytes are heeded next time. */
async function refuse(context: ReceiveContext, { caller, body }: Call<unknown, unknown, Buffer>): Promise<Reply> {
  const inbound = readInbound(caller.kind === 'participant' ? caller.participantId : '', body);
  const violation = {
    path: '/Document',
    line: 1,
    column: 1,
    // Not one of the message language's own.
    rule: 'sandbox.refused' as Rule,
    en: 'Refused as was asked for; send it again.',
    zh: '已按要求拒绝，请重新发送。',
  };
  const hash = createHash('sha256').update(inbound.hash).update(inbound.id).digest();
  const { answer, state } = await receive(context, { ...inbound, hash, violations: [violation] });
  return new Reply(answer.xml, {
    type: 'application/xml; charset=utf-8',
    headers: { 'feiqian-answer': answer.kind, 'feiqian-state': state },
  });
}
