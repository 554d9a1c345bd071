// Who has signed in, at the end of the head: their name, whose they are, and what they do for themselves.
import { Menu } from '@mantine/core';

export function PersonMenu(props: {
  label: string;
  name: string;
  organisation: string;
  acts: { label: string; onClick: () => void }[];
}) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 60 }} width={248}>
      <Menu.Target>
        <button type="button" className="fq-icon-button fq-person" aria-label={`${props.label}: ${props.name}`}>
          {props.name}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="fq-person-head">
          <strong>{props.name}</strong>
          <span className="fq-soft fq-small">{props.organisation}</span>
        </div>
        <Menu.Divider />
        {props.acts.map((act) => (
          <Menu.Item key={act.label} onClick={act.onClick}>
            {act.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
