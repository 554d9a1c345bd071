// The queue: who owes whom as a map, the list in the order of settlement, and what the optimiser would settle.
import { useState } from 'react';
import { type LiquiditySaving, type QueueMatrix } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  ConfirmAction,
  DataTable,
  formatAmount,
  formatCount,
  HeatMap,
  PageHeader,
  Section,
  SelectField,
  useLocale,
  type Column,
} from '../../../ui/index.ts';
import { type QueuedPayment } from '../../../client/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { OptimiseDialog } from '../parts/optimise-dialog.tsx';
import { usePaymentColumns } from '../parts/payment-columns.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { QueueActMenu } from '../parts/queue-acts.tsx';
import { useAct } from '../parts/use-act.ts';
import { useFilters, useList } from '../use-list.ts';

export function QueuePage() {
  const texts = useTexts();
  const [isOptimising, setOptimising] = useState(false);
  const { filters, setFilters } = useFilters(['sender', 'receiver', 'priority']);
  return (
    <QueryView query={{ queryKey: ['queue', 'matrix'], queryFn: api.queue.matrix, refetchInterval: SOON }} height={720}>
      {(matrix) => (
        <>
          <PageHeader
            title={texts.queue.title}
            line={texts.queue.line}
            acts={
              <>
                <SavingField matrix={matrix} />
                <ActButton
                  kind="primary"
                  disabledReason={matrix.totalCount === 0 ? texts.queue.nothing : undefined}
                  onClick={() => setOptimising(true)}
                >
                  {texts.queue.optimise}
                </ActButton>
              </>
            }
          />
          {isOptimising && <OptimiseDialog onClose={() => setOptimising(false)} />}
          <div className="fq-stack">
            <Section title={texts.queue.map} note={texts.queue.mapNote} acts={<Totals matrix={matrix} />}>
              <Map matrix={matrix} filters={filters} setFilters={setFilters} />
            </Section>
            <QueueList filters={filters} setFilters={setFilters} />
          </div>
        </>
      )}
    </QueryView>
  );
}

type Filters = Record<'sender' | 'receiver' | 'priority', string>;
interface FilterProps {
  filters: Filters;
  setFilters: (changes: Partial<Filters>) => void;
}

function Totals({ matrix }: { matrix: QueueMatrix }) {
  const texts = useTexts();
  const { language } = useLocale();
  return (
    <span>
      <strong>
        <Amount minor={matrix.totalValue} withCurrency />
      </strong>{' '}
      <span className="fq-soft">{texts.today.paymentsCount(formatCount(matrix.totalCount, language))}</span>
    </span>
  );
}

function Map({ matrix, filters, setFilters }: FilterProps & { matrix: QueueMatrix }) {
  const texts = useTexts();
  const title = useTitle();
  return (
    <HeatMap
      caption={texts.queue.map}
      members={matrix.participants.map((one) => ({ id: one.id, short: title(one.shortName), name: title(one.name) }))}
      cells={matrix.cells.map((cell) => ({
        row: cell.sender,
        column: cell.receiver,
        count: cell.count,
        value: cell.value,
      }))}
      chosen={{ row: filters.sender || undefined, column: filters.receiver || undefined }}
      onChoose={(cell) => setFilters({ sender: cell.row ?? '', receiver: cell.column ?? '' })}
    />
  );
}

function QueueList({ filters, setFilters }: FilterProps) {
  const texts = useTexts();
  const title = useTitle();
  const paymentColumns = usePaymentColumns();
  const list = useList({
    key: ['queue', 'list'],
    load: api.queue.list,
    rowKey: (row) => row.id,
    query: filters,
  });
  const waiting: Column<QueuedPayment> = {
    key: 'waits',
    head: texts.queue.waitsFor,
    cell: (row) => title(row.waitsForText),
    plain: (row) => row.waitsFor,
  };
  const place: Column<QueuedPayment> = {
    key: 'place',
    head: texts.words.position,
    align: 'right',
    cell: (row) => row.position,
    plain: (row) => String(row.position),
  };
  const kept = (paymentColumns as Column<QueuedPayment>[]).filter(
    (column) => column.key !== 'state' && column.key !== 'settled',
  );
  const columns = [place, ...kept.slice(0, -1), waiting, ...kept.slice(-1)];
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <Section
      title={texts.queue.list}
      note={isFiltered ? texts.queue.filtered : undefined}
      acts={
        isFiltered && (
          <ActButton size="small" kind="quiet" onClick={() => setFilters({ sender: '', receiver: '', priority: '' })}>
            {texts.words.reset}
          </ActButton>
        )
      }
    >
      <DataTable
        name="queue"
        label={texts.queue.title}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/payments/${row.id}`}
        acts={(row) => <QueueActMenu payment={row} />}
        empty={{ title: texts.queue.emptyTitle, hint: texts.queue.emptyHint }}
      />
    </Section>
  );
}

function SavingField({ matrix }: { matrix: QueueMatrix }) {
  const texts = useTexts();
  const locale = useLocale();
  const [mode, setMode] = useState<LiquiditySaving | null>(null);
  const act = useAct(api.queue.setLiquiditySaving, () => setMode(null));
  const modes: LiquiditySaving[] = ['none', 'bilateral', 'gridlock', 'full'];
  return (
    <>
      <SelectField
        label={`${texts.queue.saving}: ${texts.queue.savingNote}`}
        value={matrix.liquiditySaving}
        choices={modes.map((value) => ({ value, label: texts.saving[value] }))}
        onChange={(value) => value !== matrix.liquiditySaving && setMode(value as LiquiditySaving)}
      />
      {mode && (
        <ConfirmAction
          isOpen
          onClose={() => setMode(null)}
          title={texts.queue.savingTitle}
          verb={texts.saving[mode]}
          effect={texts.queue.savingEffect(
            texts.saving[mode],
            formatCount(matrix.totalCount, locale.language),
            `${locale.currency} ${formatAmount(matrix.totalValue, locale)}`,
          )}
          isBusy={act.isBusy}
          problem={act.problem}
          onConfirm={() => act.run(mode)}
        />
      )}
    </>
  );
}
