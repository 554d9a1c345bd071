// Registering a webhook: where to, of what, and what it is for.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type GivenWebhook, type NewWebhook } from '../../../client/index.ts';
import { ChoicesField, ConfirmAction, TextField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useAct } from './use-act.ts';

export function RegisterWebhook(props: {
  organisationId: string;
  onMade: (webhook: NewWebhook | undefined) => void;
  onClose: () => void;
}) {
  const { webhooks: words } = useTexts();
  const title = useTitle();
  const [form, setForm] = useState({ url: '', description: '', events: [] as string[] });
  const { data } = useQuery({
    queryKey: ['webhook-events'],
    queryFn: api.organisations.webhookEvents,
    staleTime: Infinity,
  });
  const act = useAct(
    () =>
      api.organisations
        .of(props.organisationId)
        .webhooks.register({ ...form, url: form.url.trim(), events: form.events as GivenWebhook['events'] }),
    props.onMade,
  );
  const missing = !form.url.trim() ? words.needUrl : form.events.length === 0 ? words.needEvent : undefined;
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={words.register}
      effect={words.registerEffect}
      verb={words.registerVerb}
      disabledReason={missing}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      <TextField
        label={words.url}
        hint={words.urlHint}
        value={form.url}
        autoFocus
        onChange={(url) => setForm({ ...form, url })}
      />
      <TextField
        label={words.description}
        value={form.description}
        onChange={(description) => setForm({ ...form, description })}
      />
      <ChoicesField
        label={words.events}
        value={form.events}
        choices={(data?.items ?? []).map((each) => ({
          value: each.type,
          label: `${each.type} · ${title(each.title)}`,
        }))}
        onChange={(events) => setForm({ ...form, events })}
      />
    </ConfirmAction>
  );
}
