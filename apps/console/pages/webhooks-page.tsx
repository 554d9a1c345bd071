// Where an institution is told of events: its endpoints, and the way to register one.
import { useState } from 'react';
import { type NewWebhook, type Webhook, type WebhookState } from '../../../client/index.ts';
import {
  ActButton, type Column, DataTable, Moment, PageHeader, StatusBadge, type Tone,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { OfOrganisation, useOrganisationId } from '../parts/organisation-choice.tsx';
import { RegisterWebhook } from '../parts/register-webhook.tsx';
import { SecretShown } from '../parts/secret-shown.tsx';
import { mayChangeWebhooks, useMe } from '../signed-in.tsx';
import { useList } from '../use-list.ts';

const TONES: Record<WebhookState, Tone> = { active: 'settled', paused: 'queued', disabled: 'refused' };

export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const { webhooks: words } = useTexts();
  return (
    <>
      <StatusBadge tone={TONES[webhook.state]}>{words.state[webhook.state]}</StatusBadge>
      {webhook.disabledBecause && <span className="fq-soft fq-small"> {words.because[webhook.disabledBecause]}</span>}
    </>
  );
}

export function WebhooksPage() {
  const texts = useTexts();
  const words = texts.webhooks;
  const organisationId = useOrganisationId();
  const cannot = mayChangeWebhooks(useMe()) ? undefined : words.onlyOwn;
  const [isRegistering, setRegistering] = useState(false);
  const [made, setMade] = useState<NewWebhook>();
  // What one made oneself stands in the list at once.
  const [changes, setChanges] = useState(0);
  return (
    <>
      <PageHeader
        title={texts.places.webhooks}
        line={words.line}
        acts={
          <ActButton kind="primary" disabledReason={cannot} onClick={() => setRegistering(true)}>
            {words.register}
          </ActButton>
        }
      />
      {isRegistering && (
        <RegisterWebhook
          organisationId={organisationId}
          onMade={(webhook) => {
            setRegistering(false);
            setMade(webhook);
            setChanges(changes + 1);
          }}
          onClose={() => setRegistering(false)}
        />
      )}
      {made && (
        <SecretShown
          title={words.secretTitle}
          secret={made.secret}
          name="webhook-secret"
          onClose={() => setMade(undefined)}
        />
      )}
      <OfOrganisation>{(id) => <List key={`${id} ${changes}`} organisationId={id} />}</OfOrganisation>
    </>
  );
}

function List({ organisationId }: { organisationId: string }) {
  const texts = useTexts();
  const words = texts.webhooks;
  const list = useList({
    key: ['webhooks', organisationId],
    load: api.organisations.of(organisationId).webhooks.list,
    rowKey: (row) => row.id,
    refreshMs: LATER,
  });
  return (
    <DataTable
      name="webhooks"
      label={texts.places.webhooks}
      columns={useColumns()}
      list={list}
      rowKey={(row) => row.id}
      to={(row) => `/webhooks/${encodeURIComponent(row.organisationId)}/${row.id}`}
      empty={{ title: words.none, hint: words.noneHint }}
    />
  );
}

function useColumns(): Column<Webhook>[] {
  const texts = useTexts();
  const words = texts.webhooks;
  return [
    {
      key: 'url',
      head: words.url,
      cell: (row) => <span className="fq-mono fq-small">{row.url}</span>,
      plain: (row) => row.url,
    },
    { key: 'description', head: words.description, cell: (row) => row.description, plain: (row) => row.description },
    {
      key: 'events',
      head: words.events,
      align: 'right',
      cell: (row) => <span title={row.events.join(' ')}>{row.events.length}</span>,
      plain: (row) => row.events.join(' '),
    },
    { key: 'state', head: texts.words.state, cell: (row) => <WebhookBadge webhook={row} />, plain: (row) => row.state },
    {
      key: 'waiting',
      head: words.waiting,
      align: 'right',
      cell: (row) => row.waiting,
      plain: (row) => String(row.waiting),
    },
    {
      key: 'lastSuccessAt',
      head: words.lastSuccess,
      cell: (row) => <Moment at={row.lastSuccessAt} withDate precision="second" />,
      plain: (row) => row.lastSuccessAt ?? '',
    },
  ];
}
