// The console's one client, and how it asks: cached, refreshed while shown, failures as problem documents.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createClient, ProblemError, type Problem } from '../../client/index.ts';

export const api = createClient({ base: '' });

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // Whatever was asked: the session is over, and the sign-in page says why.
    onError: (error) => {
      const isOut = error instanceof ProblemError && error.problem.status === 401;
      if (isOut) void queryClient.invalidateQueries({ queryKey: ['sign-in'] });
    },
  }),
  defaultOptions: {
    queries: { staleTime: 1_000, retry: mayHelp, refetchOnWindowFocus: false, structuralSharing: true },
  },
});

/** A second try may reach a server that was away; what was refused is refused again. */
function mayHelp(failures: number, error: Error): boolean {
  const isRefused = error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;
  return failures < 1 && !isRefused;
}

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
