// The live stream. Its events hasten what pages would otherwise look up every few seconds; while it is away the pages go
// on polling, and it is tried again with growing pauses.
import { type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Demo, type LiveEvent, type Overview } from '../../client/index.ts';
import { api } from './api.ts';

const EVENT_TYPES = ['totals', 'phase', 'alarm', 'demo'] as const;

export function useLive(queryClient: QueryClient, isWanted: boolean): boolean {
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    if (!isWanted) return undefined;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = 1_000;
    const connect = () => {
      source = new EventSource(api.liveAddress);
      source.onopen = () => {
        pauseMs = 1_000;
        setLive(true);
      };
      source.onerror = () => {
        setLive(false);
        source?.close();
        timer = setTimeout(connect, pauseMs);
        pauseMs = Math.min(30_000, pauseMs * 2);
      };
      for (const type of EVENT_TYPES) {
        source.addEventListener(type, (event) => take(queryClient, JSON.parse(event.data as string) as LiveEvent));
      }
    };
    connect();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [queryClient, isWanted]);
  return isLive;
}

function take(queryClient: QueryClient, event: LiveEvent): void {
  if (event.type === 'totals') {
    queryClient.setQueryData<Overview>(['overview'], (old) => old && withTotals(old, event));
  } else if (event.type === 'phase') {
    void queryClient.invalidateQueries({ queryKey: ['day'] });
    void queryClient.invalidateQueries({ queryKey: ['overview'] });
  } else if (event.type === 'alarm') {
    void queryClient.invalidateQueries({ queryKey: ['overview'] });
  } else if (event.type === 'demo') {
    queryClient.setQueryData<Demo>(['demo'], event.demo);
  }
}

function withTotals(old: Overview, event: Extract<LiveEvent, { type: 'totals' }>): Overview {
  const { settledCount, settledValue, queuedCount, queuedValue, rejectedCount } = event;
  return { ...old, totals: { ...old.totals, settledCount, settledValue, queuedCount, queuedValue, rejectedCount } };
}
