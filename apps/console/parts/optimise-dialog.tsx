// "What would settle if…": the optimiser's proposal with value, count and liquidity, before anything is done.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type QueueProposal } from '../../../client/index.ts';
import {
  Amount,
  ChoiceSwitch,
  ConfirmAction,
  Duration,
  Facts,
  formatAmount,
  formatCount,
  SmallTable,
  useLocale,
} from '../../../ui/index.ts';
import { api, problemOf } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useAct } from './use-act.ts';

type Method = QueueProposal['method'];
const methods: Method[] = ['bilateral', 'gridlock', 'full'];

export function OptimiseDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const locale = useLocale();
  const [method, setMethod] = useState<Method>('full');
  const asked = useQuery({ queryKey: ['proposal', method], queryFn: () => api.queue.propose(method), gcTime: 0 });
  const act = useAct(api.queue.optimise, onClose);
  const proposal = asked.data;
  const count = (of: number) => formatCount(of, locale.language);
  const sentence = !proposal
    ? texts.queue.computing
    : proposal.settledCount === 0
      ? texts.queue.proposalNone
      : texts.queue.proposal(
          count(proposal.settledCount),
          `${locale.currency} ${formatAmount(proposal.settledValue, locale)}`,
          count(proposal.remainingCount),
        );
  const disabledReason = !proposal
    ? texts.queue.computing
    : proposal.settledCount === 0
      ? texts.queue.nothingSettles
      : undefined;
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={texts.queue.optimiseTitle}
      verb={texts.queue.apply}
      effect={sentence}
      disabledReason={disabledReason}
      isBusy={act.isBusy}
      problem={act.problem ?? problemOf(asked.error)}
      onConfirm={() => act.run(method)}
    >
      <ChoiceSwitch
        label={texts.queue.method}
        value={method}
        choices={methods.map((value) => ({ value, label: texts.saving[value] }))}
        onChange={(value) => setMethod(value as Method)}
      />
      {proposal && <Proposal proposal={proposal} />}
    </ConfirmAction>
  );
}

function Proposal({ proposal }: { proposal: QueueProposal }) {
  const texts = useTexts();
  const title = useTitle();
  const { currency } = useLocale();
  const moved = proposal.positions.filter((row) => row.settledCount > 0 || row.before !== row.after);
  return (
    <>
      <Facts
        facts={[
          { term: texts.queue.needed, value: <Amount minor={proposal.liquidityNeeded} withCurrency /> },
          { term: texts.queue.computed, value: <Duration millis={proposal.computedInMs} /> },
        ]}
      />
      <div className="fq-scroll">
        <SmallTable
          label={texts.queue.optimiseTitle}
          rows={moved}
          rowKey={(row) => row.participant.id}
          columns={[
            {
              key: 'name',
              head: texts.words.participant,
              cell: (row) => title(row.participant.shortName),
              plain: (row) => row.participant.bic,
            },
            {
              key: 'count',
              head: texts.words.count,
              align: 'right',
              cell: (row) => row.settledCount,
              plain: (row) => String(row.settledCount),
            },
            {
              key: 'before',
              head: `${texts.queue.before} ${currency}`,
              align: 'right',
              cell: (row) => <Amount minor={row.before} />,
              plain: (row) => row.before,
            },
            {
              key: 'after',
              head: `${texts.queue.after} ${currency}`,
              align: 'right',
              cell: (row) => <Amount minor={row.after} />,
              plain: (row) => row.after,
            },
          ]}
        />
      </div>
    </>
  );
}
