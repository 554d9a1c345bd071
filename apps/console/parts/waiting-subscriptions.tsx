// Subscriptions that wait for an officer of the central bank: approved, or refused with a reason that the institution reads.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Subscription } from '../../../client/index.ts';
import { ActButton, type Column, ConfirmAction, Moment, Section, SmallTable } from '../../../ui/index.ts';
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { mayDecideServices, useMe } from '../signed-in.tsx';
import { useAct } from './use-act.ts';

type Verb = 'approve' | 'refuse';

export function WaitingSubscriptions() {
  const texts = useTexts();
  const words = texts.services;
  const me = useMe();
  const [chosen, choose] = useState<{ subscription: Subscription; verb: Verb }>();
  const { data } = useQuery({
    queryKey: ['subscriptions', 'waiting'],
    queryFn: () => api.subscriptions({ state: 'waiting', limit: 200 }),
    refetchInterval: LATER,
  });
  if (!data || data.items.length === 0) return null;
  const disabledReason = mayDecideServices(me) ? undefined : words.onlyOfficer;
  const columns: Column<Subscription>[] = [
    {
      key: 'organisation',
      head: texts.organisations.organisation,
      cell: (row) => row.organisationId,
      plain: (row) => row.organisationId,
    },
    {
      key: 'service',
      head: texts.places.services,
      cell: (row) => texts.usage.services[row.service],
      plain: (row) => row.service,
    },
    { key: 'by', head: words.askedBy, cell: (row) => row.askedBy, plain: (row) => row.askedBy },
    {
      key: 'at',
      head: words.states.waiting,
      cell: (row) => <Moment at={row.askedAt} withDate />,
      plain: (row) => row.askedAt,
    },
    {
      key: 'acts',
      head: '',
      align: 'right',
      plain: () => '',
      cell: (subscription) => (
        <>
          {(['approve', 'refuse'] as const).map((verb) => (
            <ActButton
              key={verb}
              size="small"
              kind="quiet"
              disabledReason={disabledReason}
              onClick={() => choose({ subscription, verb })}
            >
              {words[verb]}
            </ActButton>
          ))}
        </>
      ),
    },
  ];
  return (
    <Section title={words.waitingTitle}>
      <SmallTable
        label={words.waitingTitle}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
        empty={words.waitingTitle}
      />
      {chosen && <Decision {...chosen} onClose={() => choose(undefined)} />}
    </Section>
  );
}

function Decision(props: { subscription: Subscription; verb: Verb; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.services;
  const { organisationId, id, service } = props.subscription;
  const name = texts.usage.services[service];
  const act = useAct(
    (reason: string) => api.organisations.of(organisationId).subscriptions[props.verb](id, { reason }),
    props.onClose,
  );
  const effect = props.verb === 'approve' ? words.approveEffect : words.refuseEffect;
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={`${words[props.verb]}: ${name}`}
      effect={effect(organisationId, name)}
      verb={words[props.verb]}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    />
  );
}
