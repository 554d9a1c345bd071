// The client's counter.
export { createClient, type Client, type ListQuery } from './client.ts';
export type * from './contract.ts';
export { ProblemError } from './request.ts';
