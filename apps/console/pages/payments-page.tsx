// Every payment: search by any id, state, party, amount.
import { ActButton, AmountField, DataTable, PageHeader, SearchField, SelectField } from '../../../ui/index.ts';
import { type PaymentState } from '../../../client/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { ParticipantField } from '../parts/participant-field.tsx';
import { usePaymentColumns } from '../parts/payment-columns.tsx';
import { useFilters, useList } from '../use-list.ts';

const filterNames = [
  'q',
  'state',
  'party',
  'priority',
  'minAmount',
  'maxAmount',
  'sender',
  'receiver',
  'date',
] as const;

export function PaymentsPage() {
  const texts = useTexts();
  const columns = usePaymentColumns();
  const { filters, setFilters } = useFilters(filterNames);
  const list = useList({
    key: ['payments'],
    load: api.payments.list,
    rowKey: (row) => row.id,
    query: filters,
  });
  return (
    <>
      <PageHeader title={texts.payments.title} line={texts.payments.line} />
      <Filters filters={filters} setFilters={setFilters} />
      <DataTable
        name="payments"
        label={texts.payments.title}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/payments/${row.id}`}
        empty={
          Object.values(filters).some(Boolean)
            ? { title: texts.payments.emptyTitle, hint: texts.payments.emptyHint }
            : { title: texts.payments.noneTitle, hint: texts.payments.noneHint }
        }
      />
    </>
  );
}

type Filters = Record<(typeof filterNames)[number], string>;

function Filters(props: { filters: Filters; setFilters: (changes: Partial<Filters>) => void }) {
  const { filters, setFilters } = props;
  const texts = useTexts();
  const states = Object.keys(texts.state) as PaymentState[];
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <div className="fq-filters">
      <SearchField label={texts.payments.search} value={filters.q} onChange={(q) => setFilters({ q })} />
      <SelectField
        label={texts.words.state}
        value={filters.state}
        choices={[
          { value: '', label: texts.words.any },
          ...states.map((value) => ({ value, label: texts.state[value] })),
        ]}
        onChange={(state) => setFilters({ state })}
      />
      <ParticipantField
        label={texts.payments.party}
        value={filters.party}
        onChange={(party) => setFilters({ party })}
      />
      <AmountField
        label={texts.payments.minimum}
        value={filters.minAmount}
        onChange={(minAmount) => setFilters({ minAmount })}
      />
      <AmountField
        label={texts.payments.maximum}
        value={filters.maxAmount}
        onChange={(maxAmount) => setFilters({ maxAmount })}
      />
      {isFiltered && (
        <ActButton kind="quiet" onClick={() => setFilters(Object.fromEntries(filterNames.map((name) => [name, ''])))}>
          {texts.words.reset}
        </ActButton>
      )}
    </div>
  );
}
