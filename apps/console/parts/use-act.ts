// An act: one write, then everything shown is asked again, because an act may move money anywhere.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../api.ts';

export function useAct<Given, Answer>(act: (given: Given) => Promise<Answer>, onDone?: (answer: Answer) => void) {
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      await queryClient.invalidateQueries();
      onDone?.(answer);
    },
  });
  return {
    run: mutation.mutate,
    isBusy: mutation.isPending,
    problem: problemOf(mutation.error),
    reset: mutation.reset,
    answer: mutation.data,
  };
}
