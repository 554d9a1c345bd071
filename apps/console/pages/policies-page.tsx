// Policies of four eyes: for each act how many others must approve it, who they may be, and since when.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Policy } from '../../../client/index.ts';
import {
  ActButton, type Column, formatAmount, formatDateTime, Moment, PageHeader, SmallTable, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { ChangePolicy } from '../parts/change-policy.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { mayChangePolicies, useMe } from '../signed-in.tsx';

export function PoliciesPage() {
  const texts = useTexts();
  const words = texts.policies;
  const cannot = mayChangePolicies(useMe()) ? undefined : words.onlySecurity;
  const [changing, setChanging] = useState<Policy>();
  const columns = useColumns();
  return (
    <>
      <PageHeader title={texts.places.policies} line={words.line} />
      {changing && <ChangePolicy policy={changing} onClose={() => setChanging(undefined)} />}
      <QueryView
        query={{ queryKey: ['policies'], queryFn: api.approvals.policies, refetchInterval: LATER }}
        height={480}
      >
        {({ items }) => (
          <SmallTable
            label={texts.places.policies}
            columns={columns}
            rows={items}
            rowKey={({ action }) => action}
            acts={(policy) => (
              <ActButton size="small" disabledReason={cannot} onClick={() => setChanging(policy)}>
                {words.change}
              </ActButton>
            )}
          />
        )}
      </QueryView>
    </>
  );
}

function useColumns(): Column<Policy>[] {
  const { policies: words } = useTexts();
  const title = useTitle();
  const locale = useLocale();
  const roles = useQuery({ queryKey: ['roles'], queryFn: api.roles, staleTime: Infinity }).data?.items;
  const nameOf = (id: string): string => {
    const role = roles?.find((each) => each.id === id);
    return role ? title(role.title) : id;
  };
  const isAsked = ({ bands }: Policy) => bands.some(({ approvers }) => approvers > 0);
  const bandsOf = ({ bands }: Policy): string[] =>
    bands.map(({ from, approvers }) => {
      const who = approvers === 0 ? words.none : words.count(approvers);
      return bands.length === 1 ? who : `${words.from(`${formatAmount(from, locale)} ${locale.currency}`)}: ${who}`;
    });
  return [
    {
      key: 'act',
      head: words.act,
      cell: (row) => (
        <div className="fq-sentence">
          {title(row.title)} <span className="fq-soft fq-small fq-mono">{row.action}</span>
        </div>
      ),
      plain: (row) => row.action,
    },
    {
      key: 'approvers',
      head: words.approvers,
      cell: (row) => bandsOf(row).map((line) => <div key={line}>{isAsked(row) ? <strong>{line}</strong> : line}</div>),
      plain: (row) => bandsOf(row).join('; '),
    },
    {
      key: 'roles',
      head: words.roles,
      cell: (row) => <div className="fq-sentence">{row.roles.map(nameOf).join(' · ')}</div>,
      plain: (row) => row.roles.join(' '),
    },
    {
      key: 'expiry',
      head: words.expiry,
      cell: (row) => words.hours(row.expiryHours),
      plain: (row) => String(row.expiryHours),
    },
    {
      key: 'inForce',
      head: words.inForce,
      cell: (row) => (
        <>
          {row.inForceAt === null ? (
            <span className="fq-soft">{words.asDelivered}</span>
          ) : (
            <span title={row.reason ?? ''}>
              <Moment at={row.inForceAt} withDate precision="minute" /> {row.changedBy}
            </span>
          )}
          {row.coming.map(({ inForceAt }) => (
            <div key={inForceAt} className="fq-soft fq-small">
              {words.coming(formatDateTime(inForceAt, locale, 'minute'))}
            </div>
          ))}
        </>
      ),
      plain: (row) => row.inForceAt ?? '',
    },
  ];
}
