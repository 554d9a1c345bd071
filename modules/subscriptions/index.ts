// The counter of subscriptions: what other parts may use.
export { type RequireUnused } from './change-subscriptions.ts';
export { type SubscriptionContext } from './context.ts';
export { ServiceDoor } from './door.ts';
export { endSubscriptionsWithin } from './end-organisation.ts';
export { KnownSubscriptions } from './known-subscriptions.ts';
export { SUBSCRIPTION_ACTIONS } from './permissions.ts';
export { priceRoutes } from './price-routes.ts';
export { readPricesOn } from './prices.ts';
export { SUBSCRIPTION_REFUSALS } from './refusals.ts';
export { subscriptionRoutes } from './routes.ts';
export { SUBSCRIPTION_DATA } from './tenant-data.ts';
export { CatalogueServiceIdSchema } from './subscription.ts';
