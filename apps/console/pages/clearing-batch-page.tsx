// One net settlement: each position, whether it is covered, the guarantee account, what happened.
import { useState } from 'react';
import { useParams } from 'react-router';
import { type ClearingBatchDetail } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  Anchor,
  ConfirmAction,
  Facts,
  formatAmount,
  formatCount,
  Moment,
  PageHeader,
  Section,
  SmallTable,
  StatusBadge,
  Timeline,
  useLocale,
} from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { ActTrail } from '../parts/act-trail.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { toneOfBatch } from './clearing-page.tsx';

export function ClearingBatchPage() {
  const { id = '' } = useParams();
  return (
    <QueryView
      query={{ queryKey: ['clearing', 'batch', id], queryFn: () => api.clearing.read(id), refetchInterval: SOON }}
      height={720}
    >
      {(batch) => <Content batch={batch} />}
    </QueryView>
  );
}

function Content({ batch }: { batch: ClearingBatchDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const locale = useLocale();
  const words = texts.clearing;
  const [isRevoking, setRevoking] = useState(false);
  const isOpen = batch.state === 'informing' || batch.state === 'waiting';
  const short = batch.positions.reduce((sum, { shortfall }) => sum + BigInt(shortfall), 0n);
  const shortCount = batch.positions.filter(({ isCovered }) => !isCovered).length;
  return (
    <>
      <PageHeader
        above={<Anchor to="/clearing">{texts.places.clearing}</Anchor>}
        title={`${title(batch.house.name)} ${batch.reference}`}
        line={<StatusBadge tone={toneOfBatch[batch.state]}>{words.state[batch.state]}</StatusBadge>}
        acts={
          <ActButton
            kind="primary"
            disabledReason={isOpen ? undefined : words.isFinal}
            onClick={() => setRevoking(true)}
          >
            {words.revoke}
          </ActButton>
        }
      />
      {isRevoking && <RevokeDialog batch={batch} onClose={() => setRevoking(false)} />}
      <div className="fq-stack">
        <Facts
          facts={[
            { term: words.net, value: <Amount minor={batch.value} withCurrency /> },
            { term: words.gross, value: <Amount minor={batch.grossValue} withCurrency /> },
            { term: words.informationEnds, value: <Moment at={batch.informationEndsAt} withDate /> },
            {
              term: words.settledAt,
              value: <Moment at={batch.settledAt} withDate />,
            },
            {
              term: words.short,
              value: (
                <>
                  <Amount minor={String(short)} withCurrency />{' '}
                  <span className={short > 0n ? 'fq-status-queued' : 'fq-soft'}>
                    {short > 0n ? words.shortNote(formatCount(shortCount, locale.language)) : words.allCovered}
                  </span>
                </>
              ),
            },
            { term: words.guarantee, value: <Amount minor={batch.guaranteeBalance} withCurrency /> },
            { term: words.guaranteeUsed, value: <Amount minor={batch.guaranteeUsed} withCurrency /> },
          ]}
        />
        <div className="fq-columns">
          <Section title={words.positions}>
            <SmallTable
              label={words.positions}
              rows={batch.positions}
              rowKey={(row) => row.participant.id}
              columns={[
                {
                  key: 'name',
                  head: texts.words.participant,
                  cell: (row) => (
                    <Anchor to={`/participants/${row.participant.id}`}>{title(row.participant.name)}</Anchor>
                  ),
                  plain: (row) => row.participant.bic,
                },
                {
                  key: 'covered',
                  head: texts.words.state,
                  cell: (row) => (
                    <StatusBadge tone={row.isCovered ? 'settled' : 'queued'}>
                      {row.isCovered ? words.covered : words.shortBy(formatAmount(row.shortfall, locale))}
                    </StatusBadge>
                  ),
                  plain: (row) => row.shortfall,
                },
                {
                  key: 'net',
                  head: `${words.position} ${locale.currency}`,
                  align: 'right',
                  cell: (row) => <Amount minor={row.net} signed />,
                  plain: (row) => row.net,
                },
              ]}
            />
          </Section>
          <Section title={texts.payment.story}>
            <Timeline
              items={batch.timeline.map((step, index) => ({
                key: `${step.step}${index}`,
                at: step.at,
                title: texts.payment.step[step.step] ?? step.step,
                // Some steps are their own sentence.
                text: title(step.text) === texts.payment.step[step.step] ? '' : title(step.text),
                tone: step.step === 'settled' ? 'settled' : step.step === 'rejected' ? 'refused' : 'plain',
              }))}
            />
          </Section>
          <Section title={texts.payment.trail}>
            <ActTrail acts={batch.acts} />
          </Section>
        </div>
      </div>
    </>
  );
}

function RevokeDialog({ batch, onClose }: { batch: ClearingBatchDetail; onClose: () => void }) {
  const { clearing: words } = useTexts();
  const locale = useLocale();
  const doing = useAct((reason: string) => api.clearing.revoke(batch.id, { reason }), onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.revoke}
      verb={words.revoke}
      effect={words.revokeEffect(
        batch.reference,
        formatCount(batch.positions.length, locale.language),
        `${locale.currency} ${formatAmount(batch.value, locale)}`,
      )}
      needsReason
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={(reason) => doing.run(reason)}
    />
  );
}
