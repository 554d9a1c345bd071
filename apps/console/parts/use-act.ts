// An act: one write, then everything shown is asked again, because an act may move money anywhere. One that others must
// approve first is done as far as its dialog goes: the frame says where it went.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { HeldForApproval } from '../../../client/index.ts';
import { problemOf } from '../api.ts';
import { tellSentForApproval } from './sent-for-approval.tsx';

export function useAct<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  onDone?: (answer: Answer | undefined) => void,
) {
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (given: Given): Promise<Answer | undefined> => {
      try {
        return await act(given);
      } catch (error) {
        if (!(error instanceof HeldForApproval)) throw error;
        tellSentForApproval(queryClient, error.request);
        return undefined;
      }
    },
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
