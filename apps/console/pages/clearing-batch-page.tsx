// One net settlement: each position, whether it is covered, the guarantee account, what happened.
import { useParams } from 'react-router';
import { type ClearingBatchDetail } from '../../../client/index.ts';
import {
  Amount,
  Anchor,
  Facts,
  formatAmount,
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
import { QueryView } from '../parts/query-view.tsx';
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
  return (
    <>
      <PageHeader
        above={<Anchor to="/clearing">{texts.places.clearing}</Anchor>}
        title={`${title(batch.house.name)} ${batch.reference}`}
        line={<StatusBadge tone={toneOfBatch[batch.state]}>{words.state[batch.state]}</StatusBadge>}
      />
      <div className="fq-stack">
        <Facts
          facts={[
            { term: words.net, value: <Amount minor={batch.value} withCurrency /> },
            { term: words.gross, value: <Amount minor={batch.grossValue} withCurrency /> },
            { term: words.informationEnds, value: <Moment at={batch.informationEndsAt} withDate /> },
            { term: texts.words.settled, value: <Moment at={batch.settledAt} withDate precision="micro" /> },
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
                text: title(step.text),
                tone: step.step === 'settled' ? 'settled' : step.step === 'rejected' ? 'refused' : 'plain',
              }))}
            />
          </Section>
        </div>
      </div>
    </>
  );
}
