// What the frame says after an act that others must approve first: that it was sent, and where it is.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { type ApprovalRequest } from '../../../client/index.ts';
import { ActButton, Anchor } from '../../../ui/index.ts';
import { useTexts, useTitle } from '../language.tsx';

const KEY = ['sent-for-approval'];

export function tellSentForApproval(queryClient: QueryClient, request: ApprovalRequest | null): void {
  queryClient.setQueryData(KEY, request);
}

export function SentForApproval() {
  const { approvals: words } = useTexts();
  const title = useTitle();
  const queryClient = useQueryClient();
  const { data: request } = useQuery<ApprovalRequest | null>({
    queryKey: KEY,
    queryFn: () => null,
    enabled: false,
    gcTime: Infinity,
  });
  const { pathname } = useLocation();
  if (!request || pathname === `/approvals/${request.id}`) return null;
  const dismiss = () => tellSentForApproval(queryClient, null);
  return (
    <div className="fq-sent" role="status">
      <span>
        <strong>{title(request.title)}</strong> {words.sent}{' '}
        <Anchor to={`/approvals/${request.id}`}>{words.sentLink}</Anchor>
      </span>
      <ActButton kind="plain" size="small" onClick={dismiss}>
        {words.dismiss}
      </ActButton>
    </div>
  );
}
