// The client's counter.
import type * as SignMessage from './sign-message.ts';

export { type Bank, type BankOptions, connectBank, type ImmediateAnswer } from './bank.ts';
export {
  createClient,
  type Client,
  type GivenCollateral,
  type GivenPolicy,
  type NewParticipant,
  type QueryOf,
} from './client.ts';
export { type ChangedWebhook, type GivenKey, type GivenSuccessor, type GivenWebhook } from './organisations.ts';
export type * from './contract.ts';
export { HeldForApproval, ProblemError, type RequestOptions } from './request.ts';
export { type SignMessageOptions } from './sign-message.ts';
export { type SigningKey } from './signing.ts';
export { type VerifyOptions, verifyWebhook, type WebhookEvent, WebhookNotProven } from './webhooks.ts';

/** See sign-message.ts. It brings a parser, which a page that signs no message need not load. */
export const signMessage: typeof SignMessage.signMessage = async (...given) =>
  (await import('./sign-message.ts')).signMessage(...given);
