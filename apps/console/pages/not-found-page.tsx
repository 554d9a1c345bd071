// What a wrong address and a fault in a page show.
import { useRouteError } from 'react-router';
import { PageHeader, ProblemNotice } from '../../../ui/index.ts';
import { problemOf } from '../api.ts';
import { useTexts } from '../language.tsx';

export function NotFoundPage() {
  const texts = useTexts();
  return <PageHeader title={texts.frame.notFound} line={texts.frame.notFoundHint} />;
}

export function FaultPage() {
  const texts = useTexts();
  const problem = problemOf(useRouteError());
  return (
    <main className="fq-content">
      <PageHeader title={texts.frame.faultTitle} />
      {problem && <ProblemNotice problem={problem} onRetry={() => location.reload()} />}
    </main>
  );
}
