// One delivery: the bytes that are sent, each attempt with what came back, and the way to send it again.
import { type Webhook, type WebhookDeliveryDetail } from '../../../client/index.ts';
import { type Column, ConfirmAction, Duration, Moment, SmallTable } from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { mayChangeWebhooks, useMe } from '../signed-in.tsx';
import { QueryView } from './query-view.tsx';
import { useAct } from './use-act.ts';

type Attempt = WebhookDeliveryDetail['log'][number];

export function DeliveryShown({
  webhook,
  id,
  onSent,
  onClose,
}: {
  webhook: Webhook;
  id: string;
  onSent: () => void;
  onClose: () => void;
}) {
  const { webhooks: words } = useTexts();
  const of = api.organisations.of(webhook.organisationId).webhooks;
  const replay = useAct(() => of.replay(webhook.id, id), onSent);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.deliveries}
      effect={words.replayEffect}
      verb={words.replay}
      disabledReason={mayChangeWebhooks(useMe()) ? undefined : words.onlyOwn}
      isBusy={replay.isBusy}
      problem={replay.problem}
      onConfirm={() => replay.run(undefined)}
    >
      <QueryView
        height={160}
        query={{
          queryKey: ['delivery', webhook.id, id],
          queryFn: () => of.delivery(webhook.id, id),
          refetchInterval: SOON,
        }}
      >
        {(delivery) => <Shown delivery={delivery} />}
      </QueryView>
    </ConfirmAction>
  );
}

function Shown({ delivery }: { delivery: WebhookDeliveryDetail }) {
  const texts = useTexts();
  const words = texts.webhooks;
  const columns: Column<Attempt>[] = [
    {
      key: 'at',
      head: words.attempt,
      cell: ({ at }) => <Moment at={at} withDate precision="second" />,
      plain: ({ at }) => at,
    },
    {
      key: 'answer',
      head: words.answer,
      cell: ({ status, failure, answer }) => (
        <span className="fq-wrap fq-small">{[status, failure, answer].filter(Boolean).join(' · ')}</span>
      ),
      plain: ({ status }) => String(status),
    },
    {
      key: 'took',
      head: words.took,
      align: 'right',
      cell: ({ durationMs }) => <Duration millis={durationMs} />,
      plain: ({ durationMs }) => String(durationMs),
    },
  ];
  return (
    <>
      <SmallTable
        label={words.attempts}
        columns={columns}
        rows={delivery.log}
        rowKey={({ at }) => at}
        empty={words.noAttempts}
      />
      <pre className="fq-exact fq-scroll" aria-label={words.body}>
        {delivery.body}
      </pre>
    </>
  );
}
