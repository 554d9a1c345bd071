// What a page shows while its question is open, refused or answered: the same everywhere.
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { ProblemNotice, Waiting } from '../../../ui/index.ts';
import { problemOf } from '../api.ts';

export function QueryView<Answer>(props: {
  query: UseQueryOptions<Answer>;
  children: (answer: Answer) => ReactNode;
  height?: number;
}) {
  const result = useQuery(props.query);
  const problem = problemOf(result.error);
  if (result.data !== undefined) {
    // What was read stays on the page; that it may be out of date is said above it.
    return (
      <>
        {problem && <ProblemNotice problem={problem} onRetry={() => void result.refetch()} />}
        {props.children(result.data)}
      </>
    );
  }
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void result.refetch()} />;
  return <Waiting {...(props.height ? { height: props.height } : {})} />;
}
