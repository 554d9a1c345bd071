// A webhook: how its deliveries went, each with its attempts, and what its institution may do about it.
import { useState } from 'react';
import { useParams } from 'react-router';
import { type Webhook, type WebhookDelivery } from '../../../client/index.ts';
import {
  ActButton, Anchor, type Column, CopyableId, DataTable, Facts, Moment, PageHeader, Section, SelectField, StatusBadge, type Tone,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { DeliveryShown } from '../parts/delivery-shown.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { WebhookActs } from '../parts/webhook-acts.tsx';
import { useFilters, useList } from '../use-list.ts';
import { WebhookBadge } from './webhooks-page.tsx';

const TONES: Record<WebhookDelivery['state'], Tone> = { pending: 'queued', delivered: 'settled', failed: 'refused' };

export function WebhookPage() {
  const { organisationId = '', webhookId = '' } = useParams();
  return (
    <QueryView
      query={{
        queryKey: ['webhook', organisationId, webhookId],
        queryFn: () => api.organisations.of(organisationId).webhooks.read(webhookId),
        refetchInterval: LATER,
      }}
    >
      {(webhook) => <Shown webhook={webhook} />}
    </QueryView>
  );
}

function Shown({ webhook }: { webhook: Webhook }) {
  const texts = useTexts();
  const words = texts.webhooks;
  // What one sent oneself stands in the list at once.
  const [sent, setSent] = useState(0);
  const onSent = () => setSent(sent + 1);
  return (
    <>
      <PageHeader
        above={<Anchor to={`/webhooks?organisation=${webhook.organisationId}`}>{texts.places.webhooks}</Anchor>}
        title={webhook.description || webhook.url}
        line={
          <span className="fq-row">
            <span className="fq-mono">{webhook.organisationId}</span>
            <WebhookBadge webhook={webhook} />
          </span>
        }
        acts={<WebhookActs webhook={webhook} onSent={onSent} />}
      />
      <div className="fq-stack">
        <Facts
          facts={[
            { term: words.url, value: <CopyableId id={webhook.url} length={60} /> },
            { term: words.events, value: <span className="fq-mono fq-small">{webhook.events.join(' ')}</span> },
            { term: words.waiting, value: webhook.waiting },
            {
              term: words.lastSuccess,
              value: <Moment at={webhook.lastSuccessAt} withDate precision="second" />,
            },
          ]}
        />
        <Deliveries key={sent} webhook={webhook} onSent={onSent} />
      </div>
    </>
  );
}

function Deliveries({ webhook, onSent }: { webhook: Webhook; onSent: () => void }) {
  const texts = useTexts();
  const words = texts.webhooks;
  const { filters, setFilters } = useFilters(['state']);
  const [chosen, setChosen] = useState<string>();
  const of = api.organisations.of(webhook.organisationId).webhooks;
  const list = useList<WebhookDelivery, Parameters<typeof of.deliveries>[1]>({
    key: ['deliveries', webhook.id],
    load: (query) => of.deliveries(webhook.id, query),
    rowKey: (row) => row.id,
    query: filters,
  });
  return (
    <Section title={words.deliveries} note={words.deliveriesNote}>
      <div className="fq-filters fq-filters-short">
        <SelectField
          label={texts.words.state}
          value={filters.state}
          choices={[
            { value: '', label: texts.words.any },
            ...(['pending', 'delivered', 'failed'] as const).map((value) => ({
              value,
              label: words.deliveryState[value],
            })),
          ]}
          onChange={(state) => setFilters({ state })}
        />
      </div>
      <DataTable
        name="deliveries"
        label={words.deliveries}
        columns={useColumns(setChosen)}
        list={list}
        rowKey={(row) => row.id}
        empty={{ title: words.noDeliveries }}
      />
      {chosen && <DeliveryShown webhook={webhook} id={chosen} onSent={onSent} onClose={() => setChosen(undefined)} />}
    </Section>
  );
}

function useColumns(onChoose: (id: string) => void): Column<WebhookDelivery>[] {
  const texts = useTexts();
  const words = texts.webhooks;
  return [
    {
      key: 'type',
      head: words.event,
      cell: (row) => (
        <ActButton kind="quiet" size="small" onClick={() => onChoose(row.id)}>
          {row.type}
        </ActButton>
      ),
      plain: (row) => row.type,
    },
    {
      key: 'occurredAt',
      head: texts.words.time,
      cell: (row) => <Moment at={row.occurredAt} withDate precision="second" />,
      plain: (row) => row.occurredAt,
    },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => <StatusBadge tone={TONES[row.state]}>{words.deliveryState[row.state]}</StatusBadge>,
      plain: (row) => row.state,
    },
    { key: 'cause', head: words.cause, cell: (row) => words.causes[row.cause], plain: (row) => row.cause },
    {
      key: 'attempts',
      head: words.attempts,
      align: 'right',
      cell: (row) => row.attempts,
      plain: (row) => String(row.attempts),
    },
    {
      key: 'next',
      head: words.next,
      cell: (row) => <Moment at={row.nextAttemptAt} withDate precision="second" />,
      plain: (row) => row.nextAttemptAt ?? '',
    },
    {
      key: 'eventId',
      head: texts.words.id,
      cell: (row) => <CopyableId id={row.eventId} length={24} />,
      plain: (row) => row.eventId,
    },
  ];
}
