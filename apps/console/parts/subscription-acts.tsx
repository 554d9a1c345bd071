// An institution's subscription to a service: how it stands, and subscribing, withdrawing and unsubscribing.
import { useState } from 'react';
import { type CatalogueService, type Subscription } from '../../../client/index.ts';
import { ActButton, ConfirmAction, Moment, StatusBadge } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { maySubscribe, useMe } from '../signed-in.tsx';
import { useAct } from './use-act.ts';
import { useSubscription } from './use-subscription.ts';

const TONES = { none: 'plain', waiting: 'queued', active: 'settled' } as const;

interface Given {
  readonly service: CatalogueService;
  readonly organisationId: string;
}

export function SubscriptionState({ service, organisationId }: { service: CatalogueService['id']; organisationId: string }) {
  const words = useTexts().services;
  const { subscription, isKnown } = useSubscription(organisationId, service);
  if (!isKnown) return null;
  const state = subscription?.state === 'active' || subscription?.state === 'waiting' ? subscription.state : 'none';
  const since = subscription?.beganAt ?? subscription?.askedAt;
  return (
    <>
      <StatusBadge tone={TONES[state]}>{words.states[state]}</StatusBadge>{' '}
      {since && (
        <span className="fq-soft fq-small">
          {words.since} <Moment at={since} withDate />
        </span>
      )}
    </>
  );
} // prettier-ignore

export function SubscriptionActs({ service, organisationId }: Given) {
  const words = useTexts().services;
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const { subscription, isKnown } = useSubscription(organisationId, service.id);
  if (!isKnown) return null;
  return (
    <>
      <ActButton
        size="small"
        kind={subscription ? 'quiet' : 'plain'}
        disabledReason={maySubscribe(me) ? undefined : words.onlyAdministrator}
        onClick={() => setOpen(true)}
      >
        {subscription ? (subscription.state === 'waiting' ? words.withdraw : words.unsubscribe) : words.subscribe}
      </ActButton>
      {isOpen &&
        (subscription ? (
          <EndDialog service={service} subscription={subscription} onClose={() => setOpen(false)} />
        ) : (
          <SubscribeDialog service={service} organisationId={organisationId} onClose={() => setOpen(false)} />
        ))}
    </>
  );
}

function SubscribeDialog({ service, organisationId, onClose }: Given & { onClose: () => void }) {
  const words = useTexts().services;
  const name = useTitle()(service.title);
  const act = useAct(() => api.organisations.of(organisationId).subscriptions.subscribe(service.id), onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={`${words.subscribe}: ${name}`}
      effect={service.needsApproval ? words.subscribeWaits(name) : words.subscribeEffect(name)}
      verb={words.subscribe}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    />
  );
}

function EndDialog(props: { service: CatalogueService; subscription: Subscription; onClose: () => void }) {
  const words = useTexts().services;
  const name = useTitle()(props.service.title);
  const { organisationId, id, state } = props.subscription;
  const verb = state === 'waiting' ? words.withdraw : words.unsubscribe;
  const act = useAct(
    (reason: string) => api.organisations.of(organisationId).subscriptions.end(id, { reason }),
    props.onClose,
  );
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={`${verb}: ${name}`}
      effect={state === 'waiting' ? words.withdrawEffect(name) : words.unsubscribeEffect(name)}
      verb={verb}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    />
  );
}
