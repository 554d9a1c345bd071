// A participant chosen by name; empty means any.
import { useQuery } from '@tanstack/react-query';
import { type ParticipantKind } from '../../../client/index.ts';
import { SelectField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';

export function ParticipantField({
  kind,
  ...props
}: {
  label: string;
  value: string;
  onChange: (id: string) => void;
  kind?: ParticipantKind;
}) {
  const texts = useTexts();
  const title = useTitle();
  const { data } = useQuery({
    queryKey: ['participants', 'all'],
    queryFn: () => api.participants.list({ limit: 200 }),
    staleTime: 60_000,
  });
  const choices = (data?.items ?? [])
    .filter((row) => kind === undefined || row.kind === kind)
    .map((row) => ({ value: row.id, label: title(row.name) }));
  return <SelectField {...props} canSearch choices={[{ value: '', label: texts.words.any }, ...choices]} />;
}
