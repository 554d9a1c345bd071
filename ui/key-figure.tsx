// A headline number that leads to the rows behind it. The application gives the link, so ui/ knows no router.
import { type ReactNode } from 'react';
import { Anchor, type AnchorProps } from './link.tsx';

export function KeyFigure(props: {
  label: string;
  figure: ReactNode;
  note?: ReactNode;
  to?: AnchorProps['to'];
  tone?: 'queued' | 'refused' | 'settled';
}) {
  const body = (
    <>
      <span className="fq-key-label">{props.label}</span>
      <span className={`fq-key-number ${props.tone ? `fq-tone-${props.tone}` : ''}`} data-testid="key-figure">
        {props.figure}
      </span>
      <span className="fq-key-note">{props.note ?? ' '}</span>
    </>
  );
  if (!props.to) return <div className="fq-key">{body}</div>;
  return (
    <Anchor to={props.to} className="fq-key fq-key-link">
      {body}
    </Anchor>
  );
}

export function KeyFigures({ children }: { children: ReactNode }) {
  return <div className="fq-keys">{children}</div>;
}
