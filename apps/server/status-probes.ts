// What is done with each service to see whether it works: something small and real.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { isSignedBy, parseHead, readLogEnd } from '../../modules/evidence/index.ts';
import { readOutboxEntries } from '../../modules/messages/index.ts';
import { type Probe, type ServiceId, type StatusChange, type TellNotice } from '../../modules/status/index.ts';
import { tellEveryone, type Webhooks } from '../../modules/webhooks/index.ts';
import { assert } from '../../platform/refusal.ts';
import { BOOK_ID, type House } from './compose.ts';

export function statusProbes({ pool, writer, evidenceKeys }: House, port: number): Record<ServiceId, Probe> {
  return {
    api: async () => {
      const { ok } = await fetch(`http://127.0.0.1:${port}/v1/institution`);
      assert(ok, 'the API answers');
    },
    // Goes through the queue of the book behind what waits there: a commit that hangs holds it up.
    settlement: async () => {
      assert(writer.isOpen, 'the writer is open');
      await writer.tick();
      await pool.query('select from platform.writers where book_id = $1', [BOOK_ID]);
    },
    messages: async () => {
      await readOutboxEntries(pool, BOOK_ID, [{ participantId: '', seq: 1 }]);
    },
    evidence: async () => {
      const { evidence } = writer.memory;
      const known = evidence.size;
      const end = await readLogEnd(pool, BOOK_ID);
      const key = end && evidenceKeys.find(end.origin, end.keyId);
      assert(end && key && isSignedBy(end.head, key.publicKey), 'the head is signed by the key in force');
      assert(end.size >= known && parseHead(end.head)?.size === end.size, 'the head is of the whole log');
    },
    simulator: async () => {
      const thread = new Worker('require("node:worker_threads").parentPort.postMessage(1)', { eval: true });
      await once(thread, 'message');
      await thread.terminate();
    },
    database: async () => {
      await pool.query('select 1');
    },
  };
}

/** To every organisation that wants to hear of it. */
export const tellOfStatus =
  (webhooks: Webhooks) =>
  ({ service, state, at }: StatusChange): Promise<void> =>
    tellEveryone(webhooks, {
      type: 'status.changed',
      key: `status.changed/${service}/${state}/${at}`,
      occurredAt: at,
      data: { service, state },
    });

export const tellOfNotice =
  (webhooks: Webhooks): TellNotice =>
  ({ id, kind, title, services, startsAt, endsAt }, { at, state, text }, version) =>
    tellEveryone(webhooks, {
      type: 'status.notice',
      key: `status.notice/${id}/${version}`,
      occurredAt: at,
      data: { id, kind, state, title, text, services, startsAt, endsAt },
    });
