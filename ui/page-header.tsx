// The head of every page: its title, the one line it answers, its acts at the right.
import { type ReactNode } from 'react';

export function PageHeader(props: { title: ReactNode; line?: ReactNode; acts?: ReactNode; above?: ReactNode }) {
  return (
    <header className="fq-page-header">
      <div className="fq-page-title">
        {props.above && <div className="fq-above">{props.above}</div>}
        <h1>{props.title}</h1>
        {props.line && <p className="fq-soft">{props.line}</p>}
      </div>
      {props.acts && <div className="fq-page-acts">{props.acts}</div>}
    </header>
  );
}

/** A part of a page under its own head. Never inside another. */
export function Section(props: { title: ReactNode; note?: ReactNode; acts?: ReactNode; children: ReactNode }) {
  return (
    <section className="fq-section">
      <div className="fq-section-head">
        <h2>{props.title}</h2>
        {props.note && <span className="fq-soft fq-small">{props.note}</span>}
        {props.acts && <div className="fq-section-acts">{props.acts}</div>}
      </div>
      {props.children}
    </section>
  );
}

/** Terms and their values, in as many columns as fit. */
export function Facts({ facts }: { facts: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="fq-facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
