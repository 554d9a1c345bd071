// Links inside the application.
import { type ReactNode } from 'react';
import { Link, NavLink } from 'react-router';

export interface AnchorProps {
  to: string;
  children: ReactNode;
  className?: string;
  title?: string;
}

export function Anchor(props: AnchorProps) {
  return (
    <Link to={props.to} className={props.className ?? 'fq-link'} title={props.title}>
      {props.children}
    </Link>
  );
}

export { NavLink };
