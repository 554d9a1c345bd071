// The client's counter.
export { createClient, type Client, type QueryOf } from './client.ts';
export type * from './contract.ts';
export { ProblemError, type RequestOptions } from './request.ts';
