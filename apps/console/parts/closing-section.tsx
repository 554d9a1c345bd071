// How an institution leaves: it asks, what is in the way is listed, and an officer puts its closing forward for two others.
import { useState } from 'react';
import { type Closing } from '../../../client/index.ts';
import { ActButton, ConfirmAction, Facts, Moment, Section, SmallTable, StatusBadge } from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { mayAskClosing, mayClose, useMe } from '../signed-in.tsx';
import { QueryView } from './query-view.tsx';
import { useAct } from './use-act.ts';

type Act = 'ask' | 'withdraw' | 'close';

export function ClosingSection({ organisationId }: { organisationId: string }) {
  return (
    <QueryView
      height={160}
      query={{
        queryKey: ['closing', organisationId],
        queryFn: api.organisations.of(organisationId).closing.read,
        refetchInterval: SOON,
      }}
    >
      {(closing) => <Shown closing={closing} />}
    </QueryView>
  );
}

function Shown({ closing }: { closing: Closing }) {
  const texts = useTexts();
  const words = texts.data.closing;
  const title = useTitle();
  const me = useMe();
  const [doing, setDoing] = useState<Act>();
  const { state, askedAt, closedAt, finishedAt, obstacles } = closing;
  const isOpen = state === 'active' || state === 'asked';
  return (
    <Section
      title={words.title}
      note={words.note}
      acts={
        isOpen && (
          <>
            {me.kind !== 'operator' && (
              <ActButton
                disabledReason={mayAskClosing(me) ? undefined : words.onlyAdministrator}
                onClick={() => setDoing(state === 'asked' ? 'withdraw' : 'ask')}
              >
                {state === 'asked' ? words.withdraw : words.ask}
              </ActButton>
            )}
            {me.kind === 'operator' && (
              <ActButton
                disabledReason={
                  mayClose(me) ? (obstacles.length > 0 ? words.obstaclesFirst : undefined) : words.onlyOfficer
                }
                onClick={() => setDoing('close')}
              >
                {words.close}
              </ActButton>
            )}
          </>
        )
      }
    >
      <div className="fq-stack">
        <Facts
          facts={[
            {
              term: texts.words.state,
              value: (
                <StatusBadge tone={state === 'active' ? 'settled' : state === 'asked' ? 'queued' : 'plain'}>
                  {words.states[state]}
                </StatusBadge>
              ),
            },
            { term: words.askedAt, value: <Moment at={askedAt} withDate precision="minute" /> },
            { term: words.closedAt, value: <Moment at={closedAt} withDate precision="minute" /> },
            { term: words.finishedAt, value: <Moment at={finishedAt} withDate precision="minute" /> },
          ]}
        />
        {isOpen && (
          <SmallTable
            label={words.obstacles}
            columns={[
              {
                key: 'text',
                head: words.obstacles,
                cell: ({ text }) => <span className="fq-sentence">{title(text)}</span>,
                plain: ({ text }) => title(text),
              },
              { key: 'code', head: words.code, cell: ({ code }) => <code>{code}</code>, plain: ({ code }) => code },
            ]}
            rows={obstacles}
            rowKey={({ code }) => code}
            empty={words.noObstacles}
          />
        )}
      </div>
      {doing && <Dialog organisationId={closing.organisationId} doing={doing} onClose={() => setDoing(undefined)} />}
    </Section>
  );
}

interface DialogProps {
  readonly organisationId: string;
  readonly doing: Act;
  readonly onClose: () => void;
}

function Dialog({ organisationId, doing, onClose }: DialogProps) {
  const words = useTexts().data.closing;
  const { closing } = api.organisations.of(organisationId);
  const act = useAct<string, unknown>(
    (reason) =>
      doing === 'withdraw' ? closing.withdraw() : doing === 'ask' ? closing.ask({ reason }) : closing.close({ reason }),
    onClose,
  );
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words[doing]}
      effect={words.effects[doing](organisationId)}
      verb={words[doing]}
      needsReason={doing !== 'withdraw'}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    />
  );
}
