// A page without the frame: one thing to do, in the middle of the paper. For whoever has not signed in.
import { type ReactNode } from 'react';

export function Sheet(props: { title: string; line?: ReactNode; tools?: ReactNode; children: ReactNode }) {
  return (
    <div className="fq-sheet">
      <header className="fq-sheet-head">
        <span className="fq-wordmark">
          <span className="fq-wordmark-seal" lang="zh">
            飞钱
          </span>
          Feiqian
        </span>
        <span className="fq-head-tools">{props.tools}</span>
      </header>
      <main className="fq-sheet-body" id="content">
        <h1>{props.title}</h1>
        {props.line && <p className="fq-soft">{props.line}</p>}
        {props.children}
      </main>
    </div>
  );
}

/** What happened, said calmly: no fault, no act. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <p className="fq-note" role="status">
      {children}
    </p>
  );
}
