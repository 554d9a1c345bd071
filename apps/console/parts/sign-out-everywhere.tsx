// Ending every session of one's own, with their number named before.
import { useMutation, useQuery } from '@tanstack/react-query';
import { ConfirmAction } from '../../../ui/index.ts';
import { api, problemOf } from '../api.ts';
import { useTexts } from '../language.tsx';
import { useForget } from '../signed-in.tsx';

export function SignOutEverywhere({ onClose }: { onClose: () => void }) {
  const { me: words } = useTexts();
  const forget = useForget();
  const sessions = useQuery({ queryKey: ['me', 'sessions'], queryFn: api.me.sessions }).data?.items ?? [];
  const doing = useMutation({ mutationFn: api.me.signOutEverywhere, onSuccess: forget });
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.signOutEverywhere}
      effect={words.everywhereEffect(sessions.length || 1)}
      verb={words.signOutEverywhere}
      isBusy={doing.isPending}
      problem={problemOf(doing.error)}
      onConfirm={() => doing.mutate()}
    />
  );
}
