// What a page says when there is nothing, when it waits, and when something went wrong.
import { type ReactNode } from 'react';
import { ActButton } from './act-button.tsx';
import { CopyableId } from './copyable-id.tsx';
import { useLocale, useWords } from './locale.tsx';

/** Nothing here, and how there would be something. */
export function EmptyState(props: { title: string; hint?: string | undefined; act?: ReactNode }) {
  return (
    <div className="fq-empty">
      <p className="fq-empty-title">{props.title}</p>
      {props.hint && <p className="fq-soft">{props.hint}</p>}
      {props.act}
    </div>
  );
}

/** Holds a page's place while it loads, at the height it will have, so that nothing jumps. */
export function Waiting({ height = 320 }: { height?: number }) {
  const words = useWords();
  return (
    <div className="fq-waiting" style={{ minHeight: height }} role="status">
      <span className="fq-visually-hidden">{words.loading}</span>
    </div>
  );
}

export interface ProblemShape {
  title: string;
  code: string;
  detail: string;
  detailZh?: string;
  field?: string;
  requestId: string;
}

/** What happened, what was kept, what to do next, the code and the request id to copy. */
export function ProblemNotice(props: {
  problem: ProblemShape;
  kept?: string | undefined;
  next?: string | undefined;
  onRetry?: () => void;
}) {
  const words = useWords();
  const { language } = useLocale();
  const { problem } = props;
  const isChinese = language === 'zh-CN';
  const happened = (isChinese && problem.detailZh) || problem.detail || problem.title;
  return (
    <div className="fq-problem" role="alert">
      <p className="fq-problem-title">{happened}</p>
      {problem.field && <p className="fq-mono">{problem.field}</p>}
      {props.kept && <p>{props.kept}</p>}
      {props.next && <p>{props.next}</p>}
      <p className="fq-row fq-small fq-soft">
        <span>
          {words.code} <span className="fq-mono">{problem.code}</span>
        </span>
        {problem.requestId && (
          <span>
            {words.requestId} <CopyableId id={problem.requestId} />
          </span>
        )}
        {props.onRetry && (
          <ActButton kind="plain" size="small" onClick={props.onRetry}>
            {words.retry}
          </ActButton>
        )}
      </p>
    </div>
  );
}
