// The console's one client, and how it asks: cached, refreshed while shown, failures as problem documents.
import { QueryClient } from '@tanstack/react-query';
import { createClient, ProblemError, type Problem } from '../../client/index.ts';

export const api = createClient({ base: '' });

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 1_000, retry: 1, refetchOnWindowFocus: false, structuralSharing: true },
  },
});

/** Seconds between two looks, where a page lives from changing rows; the live stream hastens what it can. */
export const SOON = 3_000;
export const LATER = 10_000;

export function problemOf(error: unknown): Problem | null {
  if (!error) return null;
  if (error instanceof ProblemError) return error.problem;
  return {
    type: 'about:blank',
    title: 'Fault in the console',
    status: 0,
    code: 'console-fault',
    detail: error instanceof Error ? error.message : String(error),
    detailZh: error instanceof Error ? error.message : String(error),
    requestId: '',
  };
}
