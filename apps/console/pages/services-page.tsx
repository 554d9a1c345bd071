// The catalogue of services: what each is, where one reads on, what one may ask to begin with, its price, whether it works,
// and whether the institution has it.
import { type CatalogueService } from '../../../client/index.ts';
import {
  Amount, Anchor, type Column, Facts, formatCount, PageHeader, Section, SmallTable, StatusBadge, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { OrganisationField, useOrganisationId } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { SetPrice } from '../parts/set-price.tsx';
import { SubscriptionActs, SubscriptionState } from '../parts/subscription-acts.tsx';
import { WaitingSubscriptions } from '../parts/waiting-subscriptions.tsx';
import { useMe } from '../signed-in.tsx';
import { useFilters } from '../use-list.ts';

const TONES = { working: 'settled', failing: 'refused', unknown: 'plain' } as const;

type ServiceLimit = CatalogueService['limits'][number];

export function ServicesPage() {
  const texts = useTexts();
  const words = texts.services;
  const me = useMe();
  const { setFilters } = useFilters(['organisation']);
  const organisationId = useOrganisationId();
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
      {me.kind === 'operator' && (
        <div className="fq-stack">
          <WaitingSubscriptions />
          <div className="fq-filters fq-filters-short">
            <OrganisationField value={organisationId} onChange={(organisation) => setFilters({ organisation })} />
          </div>
        </div>
      )}
      <QueryView query={{ queryKey: ['services'], queryFn: api.services, refetchInterval: LATER }}>
        {({ items }) => (
          <div className="fq-stack">
            {items.map((service) => (
              <Shown key={service.id} service={service} organisationId={organisationId} />
            ))}
          </div>
        )}
      </QueryView>
    </>
  );
}

function Shown({ service, organisationId }: { service: CatalogueService; organisationId: string }) {
  const words = useTexts().services;
  const { language } = useLocale();
  const me = useMe();
  const title = useTitle();
  const { state } = service;
  return (
    <Section
      title={title(service.title)}
      acts={
        <>
          {state !== null && <StatusBadge tone={TONES[state]}>{words[state]}</StatusBadge>}
          {me.kind === 'operator' ? (
            <SetPrice service={service} />
          ) : (
            <SubscriptionActs service={service} organisationId={organisationId} />
          )}
        </>
      }
    >
      <div className="fq-stack">
        <div className="fq-soft">{title(service.about)}</div>
        <Facts
          facts={[
            ...(organisationId
              ? [
                  {
                    term: words.subscription,
                    value: <SubscriptionState service={service.id} organisationId={organisationId} />,
                  },
                ]
              : []),
            {
              term: words.routes,
              value: service.tags.map((tag) => (
                <span key={tag} className="fq-tag-link fq-mono fq-small">
                  {me.kind !== 'operator' && service.sandboxTags.includes(tag) ? (
                    <Anchor to={`/services/try/${tag}`} title={words.tryTag(tag)}>
                      {tag}
                    </Anchor>
                  ) : (
                    <a className="fq-link" href={`/docs#/${tag}`} target="_blank" rel="noreferrer">
                      {tag}
                    </a>
                  )}
                </span>
              )),
            },
            {
              term: words.price,
              value: (
                <>
                  {service.monthlyPrice === '0' ? words.free : <Amount minor={service.monthlyPrice} withCurrency />}
                  {service.priceFrom !== null && (
                    <span className="fq-soft fq-small"> {words.priceFrom(service.priceFrom)}</span>
                  )}
                </>
              ),
            },
            {
              term: words.documents,
              value: service.documents.map((each) => (
                <div key={each.path}>
                  <a
                    className="fq-link"
                    href={`${each.address}?language=${language.startsWith('zh') ? 'zh' : 'en'}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {title(each.title)}
                  </a>
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
