// What an institution has of a service now: one that is open, or nothing.
import { useQuery } from '@tanstack/react-query';
import { type CatalogueService, type Subscription } from '../../../client/index.ts';
import { api, LATER } from '../api.ts';

const MOST = 200;

export function useSubscription(
  organisationId: string,
  service: CatalogueService['id'],
): { readonly subscription: Subscription | undefined; readonly isKnown: boolean } {
  const { data } = useQuery({
    queryKey: ['subscriptions', organisationId],
    queryFn: () => api.organisations.of(organisationId).subscriptions.list({ limit: MOST }),
    refetchInterval: LATER,
    enabled: organisationId !== '',
  });
  const subscription = data?.items.find(
    (each) => each.service === service && (each.state === 'active' || each.state === 'waiting'),
  );
  return { subscription, isKnown: data !== undefined };
}
