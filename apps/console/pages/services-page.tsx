// The catalogue of services: what each is, where one reads on, what one may ask to begin with, its price, and whether it works.
import { type CatalogueService } from '../../../client/index.ts';
import {
  Amount, type Column, Facts, formatCount, PageHeader, Section, SmallTable, StatusBadge, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';

const TONES = { working: 'settled', failing: 'refused', unknown: 'plain' } as const;

type ServiceLimit = CatalogueService['limits'][number];

export function ServicesPage() {
  const texts = useTexts();
  const words = texts.services;
  return (
    <>
      <PageHeader
        title={texts.places.services}
        line={words.line}
        acts={
          <a className="fq-button-link" href="/docs" target="_blank" rel="noreferrer">
            {words.tryIt}
          </a>
        }
      />
      <QueryView query={{ queryKey: ['services'], queryFn: api.services, refetchInterval: LATER }}>
        {({ items }) => (
          <div className="fq-stack">
            {items.map((service) => (
              <Shown key={service.id} service={service} />
            ))}
          </div>
        )}
      </QueryView>
    </>
  );
}

function Shown({ service }: { service: CatalogueService }) {
  const words = useTexts().services;
  const title = useTitle();
  const { state } = service;
  return (
    <Section
      title={title(service.title)}
      acts={state !== null && <StatusBadge tone={TONES[state]}>{words[state]}</StatusBadge>}
    >
      <div className="fq-stack">
        <div className="fq-soft">{title(service.about)}</div>
        <Facts
          facts={[
            { term: words.routes, value: <span className="fq-mono fq-small">{service.tags.join(' ')}</span> },
            {
              term: words.price,
              value: service.monthlyPrice === '0' ? words.free : <Amount minor={service.monthlyPrice} withCurrency />,
            },
            {
              term: words.documents,
              value: service.documents.map((each) => (
                <div key={each.path} title={each.path}>
                  {title(each.title)}
                </div>
              )),
            },
          ]}
        />
        <SmallTable
          label={words.limits}
          columns={useColumns()}
          rows={service.limits}
          rowKey={({ measure }) => measure}
          empty={words.noLimits}
        />
      </div>
    </Section>
  );
}

function useColumns(): Column<ServiceLimit>[] {
  const texts = useTexts();
  const { language } = useLocale();
  const measures: Readonly<Record<string, string>> = texts.usage.measures;
  const limit = (key: 'soft' | 'hard'): Column<ServiceLimit> => ({
    key,
    head: texts.usage[key],
    align: 'right',
    cell: (row) => (row[key] === null ? texts.usage.unlimited : formatCount(Number(row[key]), language)),
    plain: (row) => row[key] ?? '',
  });
  return [
    {
      key: 'measure',
      head: texts.services.limits,
      cell: ({ measure }) => measures[measure] ?? measure,
      plain: ({ measure }) => measure,
    },
    limit('soft'),
    limit('hard'),
  ];
}
