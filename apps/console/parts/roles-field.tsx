// The roles a person of an organisation may have, to choose from.
import { ChoicesField } from '../../../ui/index.ts';
import { useTexts } from '../language.tsx';

const OF_CENTRAL_BANK = [
  'operator',
  'participants-officer',
  'supervisor',
  'viewer',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
];
const OF_INSTITUTION = ['member-administrator', 'member-operator', 'member-viewer'];

export function RolesField(props: {
  isCentralBank: boolean;
  value: readonly string[];
  onChange: (roles: string[]) => void;
}) {
  const { people: words } = useTexts();
  const roles = props.isCentralBank ? OF_CENTRAL_BANK : OF_INSTITUTION;
  return (
    <ChoicesField
      label={words.roles}
      value={props.value}
      choices={roles.map((value) => ({ value, label: words.role[value] ?? value }))}
      onChange={props.onChange}
    />
  );
}
