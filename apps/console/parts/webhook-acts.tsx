// What an institution's administrator does with a webhook: try it, pause it, give it another secret, remove it.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type ChangedWebhook, type Webhook } from '../../../client/index.ts';
import { ActButton, ActMenu, ConfirmAction, ProblemNotice } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { mayChangeWebhooks, useMe } from '../signed-in.tsx';
import { SecretShown } from './secret-shown.tsx';
import { useAct } from './use-act.ts';

export function WebhookActs({ webhook, onSent }: { webhook: Webhook; onSent: () => void }) {
  const { webhooks: words } = useTexts();
  const [deed, setDeed] = useState<'secret' | 'remove'>();
  const [secret, setSecret] = useState<string>();
  const cannot = mayChangeWebhooks(useMe()) ? undefined : words.onlyOwn;
  const of = api.organisations.of(webhook.organisationId).webhooks;
  const test = useAct(() => of.test(webhook.id), onSent);
  const isActive = webhook.state === 'active';
  const turn = useAct(() =>
    of.change(webhook.id, {
      url: webhook.url,
      description: webhook.description,
      events: webhook.events as ChangedWebhook['events'],
      state: isActive ? 'paused' : 'active',
    }),
  );
  const close = () => setDeed(undefined);
  return (
    <>
      <ActButton kind="primary" isBusy={test.isBusy} disabledReason={cannot} onClick={() => test.run(undefined)}>
        {words.test}
      </ActButton>
      <ActButton isBusy={turn.isBusy} disabledReason={cannot} onClick={() => turn.run(undefined)}>
        {isActive ? words.pause : words.resume}
      </ActButton>
      <ActMenu
        label={words.acts}
        acts={(['secret', 'remove'] as const).map((each) => ({
          label: words[each],
          disabledReason: cannot,
          onClick: () => setDeed(each),
        }))}
      />
      {(test.problem ?? turn.problem) && <ProblemNotice problem={(test.problem ?? turn.problem)!} />}
      {deed === 'secret' && <ReplaceSecret webhook={webhook} onClose={close} onMade={setSecret} />}
      {deed === 'remove' && <Remove webhook={webhook} onClose={close} />}
      {secret && (
        <SecretShown
          title={words.secretTitle}
          secret={secret}
          name="webhook-secret"
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  );
}

interface DeedProps {
  webhook: Webhook;
  onClose: () => void;
}

function ReplaceSecret({ webhook, onClose, onMade }: DeedProps & { onMade: (secret: string) => void }) {
  const { webhooks: words } = useTexts();
  const act = useAct(
    () => api.organisations.of(webhook.organisationId).webhooks.rotateSecret(webhook.id),
    (made) => {
      onClose();
      if (made) onMade(made.secret);
    },
  );
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.secret}
      effect={words.secretEffect}
      verb={words.secret}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    />
  );
}

function Remove({ webhook, onClose }: DeedProps) {
  const { webhooks: words } = useTexts();
  const navigate = useNavigate();
  const act = useAct(
    (reason: string) => api.organisations.of(webhook.organisationId).webhooks.remove(webhook.id, { reason }),
    () => void navigate('/webhooks'),
  );
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.remove}
      effect={words.removeEffect}
      verb={words.remove}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    />
  );
}
