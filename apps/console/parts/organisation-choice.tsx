// Whose affairs a page shows: an institution's own person sees their own, the central bank's people the one they choose. The
// choice is in the address bar.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { EmptyState, SelectField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useMe } from '../signed-in.tsx';
import { useFilters } from '../use-list.ts';

/** '' until one is chosen. */
export function useOrganisationId(): string {
  const me = useMe();
  const { filters } = useFilters(['organisation']);
  return me.kind === 'operator' ? filters.organisation : me.organisationId;
}

/** For links from one page of an organisation to another. */
export function useOrganisationQuery(): string {
  const me = useMe();
  const id = useOrganisationId();
  return me.kind === 'operator' && id ? `?organisation=${encodeURIComponent(id)}` : '';
}

/** The choice, for those who have one, and below it what concerns the one that is chosen. */
export function OfOrganisation({ children }: { children: (organisationId: string) => ReactNode }) {
  const { organisations: words } = useTexts();
  const me = useMe();
  const id = useOrganisationId();
  const { setFilters } = useFilters(['organisation']);
  return (
    <div className="fq-stack">
      {me.kind === 'operator' && (
        <div className="fq-filters fq-filters-short">
          <OrganisationField value={id} onChange={(organisation) => setFilters({ organisation })} />
        </div>
      )}
      {id ? children(id) : <EmptyState title={words.choose} />}
    </div>
  );
}

export function OrganisationField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const title = useTitle();
  const label = useTexts().organisations.organisation;
  const { data } = useQuery({
    queryKey: ['organisations'],
    queryFn: () => api.organisations.list({ state: 'active', limit: 200 }),
  });
  const choices = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: `${title(name)} · ${id}` }));
  return <SelectField label={label} value={value} choices={choices} onChange={onChange} canSearch />;
}
