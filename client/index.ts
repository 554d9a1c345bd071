// The client's counter.
export { type Bank, type BankOptions, connectBank, type ImmediateAnswer } from './bank.ts';
export { createClient, type Client, type GivenCollateral, type NewParticipant, type QueryOf } from './client.ts';
export type * from './contract.ts';
export { HeldForApproval, ProblemError, type RequestOptions } from './request.ts';
export { signMessage, type SignMessageOptions } from './sign-message.ts';
export { type SigningKey } from './signing.ts';
export { type VerifyOptions, verifyWebhook, type WebhookEvent, WebhookNotProven } from './webhooks.ts';
