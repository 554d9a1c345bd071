// Subscriptions over HTTP: an institution subscribes and unsubscribes, the central bank decides where a service asks for it.
import { Type } from '@sinclair/typebox';
import { EVERYONE, findOrganisation, requireOwn, requireOwnActive } from '../access/index.ts';
import {
  approvalOf, type Caller, type Difference, listQuery, personOf, ReasonSchema, type Route, route,
} from '../../platform/http/index.ts'; // prettier-ignore
import { Refusal } from '../../platform/refusal.ts';
import { decide, type Doer, type Named, subscribe, unsubscribe } from './change-subscriptions.ts';
import { findSubscription, readSubscriptions } from './reads.ts';
import { type SubscriptionContext } from './context.ts';
import {
  SubscribeSchema, type SubscriptionJson, SubscriptionPage, SubscriptionSchema, SubscriptionStateSchema,
} from './subscription.ts'; // prettier-ignore

const tag = 'subscriptions';
const ONE = '/v1/organisations/{id}/subscriptions/{subscriptionId}';
const query = listQuery({ state: Type.Optional(SubscriptionStateSchema) });
const existing = ['organisation_not_found', 'subscription_not_found'];

export function subscriptionRoutes(context: SubscriptionContext): Route[] {
  const { pool, clock, known, services, requireUnused } = context;
  const shared = { tag, may: EVERYONE, own: true } as const;
  const by = (caller: Caller, reason: string | undefined): Doer => ({
    actor: caller.kind === 'nobody' ? 'nobody' : caller.actor,
    personId: personOf(caller)?.id,
    at: clock.now(),
    reason,
    once: approvalOf(caller),
  });
  const readNow = async (organisationId: string, id: string): Promise<SubscriptionJson> => {
    const found = await findSubscription(pool, organisationId, id);
    if (!found) throw new Refusal('subscription_not_found', { field: '/subscriptionId' });
    return found;
  };
  const decision = (verb: 'approve' | 'refuse', en: string, zh: string): Route =>
    route({
      method: 'POST',
      path: `${ONE}/${verb}` as `${typeof ONE}/approve`,
      summary: { en, zh },
      tag,
      may: ['operator'],
      refuses: [...existing, 'subscription_not_waiting'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: SubscriptionSchema,
      difference: async ({ params: { id, subscriptionId } }) => differenceOf(context, await readNow(id, subscriptionId), verb),
      handle: async ({ params: { id, subscriptionId }, body: { reason }, caller }) => {
        await decide(pool, { organisationId: id, id: subscriptionId }, verb === 'approve', by(caller, reason));
        await known.refresh();
        return readNow(id, subscriptionId);
      },
    }); // prettier-ignore
  return [
    route({
      method: 'GET',
      path: '/v1/subscriptions',
      summary: { en: 'Subscriptions of all organisations', zh: '全部机构的订阅' },
      tag,
      may: ['operator'],
      query,
      answer: SubscriptionPage,
      handle: ({ query: given }) => readSubscriptions(pool, given),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/subscriptions',
      summary: { en: 'The subscriptions of an organisation, and those it had', zh: '机构现有与历史订阅' },
      refuses: ['organisation_not_found'],
      query,
      answer: SubscriptionPage,
      handle: async ({ params: { id }, query: given, caller }) => {
        await requireOwn({ pool }, caller, id);
        if (!(await findOrganisation(pool, id))) throw new Refusal('organisation_not_found', { field: '/id' });
        return readSubscriptions(pool, { ...given, organisationId: id });
      },
    }),
    route({
      ...shared,
      may: ['participant', 'organisation'],
      method: 'POST',
      path: '/v1/organisations/{id}/subscriptions',
      summary: { en: 'Subscribe to a service', zh: '订阅服务' },
      description: {
        en: 'At live. Where the service asks for it, the subscription waits until the central bank approves it.',
        zh: '用于生产环境。服务要求批准时，订阅须待中央银行批准后生效。',
      },
      status: 201,
      refuses: ['organisation_not_found', 'organisation_closed', 'subscription_before_live', 'subscription_open'],
      body: SubscribeSchema,
      answer: SubscriptionSchema,
      handle: async ({ params: { id }, body: { service, reason }, caller }) => {
        await requireOwnActive(pool, caller, id);
        // What it begins with stands before it changes anything.
        await known.refresh();
        const needsApproval = services.find((each) => each.id === service)!.needsApproval;
        const made = await subscribe(pool, { organisationId: id, service, needsApproval }, by(caller, reason));
        await known.refresh();
        return readNow(id, made);
      },
    }),
    route({
      ...shared,
      may: ['participant', 'organisation'],
      method: 'POST',
      path: `${ONE}/end`,
      summary: { en: 'Unsubscribe; or withdraw what waits', zh: '退订服务，或撤回待批准的订阅申请' },
      refuses: [...existing, 'subscription_ended', 'payments_wait', 'webhooks_remain'],
      body: Type.Object({ reason: Type.Optional(ReasonSchema) }),
      answer: SubscriptionSchema,
      handle: async ({ params: { id, subscriptionId }, body: { reason }, caller }) => {
        await requireOwnActive(pool, caller, id);
        const named: Named = { organisationId: id, id: subscriptionId };
        await unsubscribe(pool, named, requireUnused, by(caller, reason));
        await known.refresh();
        return readNow(id, subscriptionId);
      },
    }),
    decision('approve', 'Approve a subscription that waits', '批准订阅申请'),
    decision('refuse', 'Refuse a subscription that waits', '拒绝订阅申请'),
  ];
}

/** For who approves the officer's decision. */
function differenceOf(
  { services }: SubscriptionContext,
  { organisationId, service, state, askedBy }: SubscriptionJson,
  verb: 'approve' | 'refuse',
): Difference[] {
  const { title } = services.find(({ id }) => id === service)!;
  return [
    {
      field: { en: `${title.en} for ${organisationId}, asked by ${askedBy}`, zh: `${organisationId} 申请${title.zh}，申请人 ${askedBy}` },
      kind: 'text',
      before: state,
      after: verb === 'approve' ? 'active' : 'refused',
    },
  ];
} // prettier-ignore
