// Where an organisation's own sign-in leads back to: what it sent along is taken out of the address bar and handed on once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Anchor, ProblemNotice, Sheet, Waiting } from '../../../ui/index.ts';
import { api, problemOf } from '../api.ts';
import { useTexts } from '../language.tsx';

function takeQuery(): string {
  const query = location.search.slice(1);
  if (query) history.replaceState(history.state, '', location.pathname);
  return query;
}

export function ProviderPage() {
  const words = useTexts().signIn;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [query] = useState(takeQuery);
  const { mutate, error } = useMutation({
    mutationFn: () => api.signIn.finishProvider(query),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['sign-in'] });
      void navigate('/', { replace: true });
    },
  });
  useEffect(() => mutate(), [mutate]);
  const problem = problemOf(error);
  return (
    <Sheet title={problem ? words.title : words.returning}>
      {problem ? <ProblemNotice problem={problem} /> : <Waiting />}
      {problem && <Anchor to="/">{words.again}</Anchor>}
    </Sheet>
  );
}
