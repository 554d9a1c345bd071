// A participant chosen by name; empty means any.
import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';

export function ParticipantField(props: { label: string; value: string; onChange: (id: string) => void }) {
  const texts = useTexts();
  const title = useTitle();
  const { data } = useQuery({
    queryKey: ['participants', 'all'],
    queryFn: () => api.participants.list({ limit: 200 }),
    staleTime: 60_000,
  });
  const choices = (data?.items ?? []).map((row) => ({ value: row.id, label: title(row.name) }));
  return <SelectField {...props} canSearch choices={[{ value: '', label: texts.words.any }, ...choices]} />;
}
