// The keys of an institution's machines: which there are, what each may do, when it ends and when it was last used.
import { useState } from 'react';
import { type Key, type KeyState, type NewKey } from '../../../client/index.ts';
import {
  ActButton, type Column, CopyableId, DataTable, EnvironmentTag, Moment, PageHeader, StatusBadge, type Tone,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, LATER } from '../api.ts';
import { useTexts } from '../language.tsx';
import { CertificateShown, KeyActs } from '../parts/key-acts.tsx';
import { OfOrganisation, useOrganisationId } from '../parts/organisation-choice.tsx';
import { RegisterKey } from '../parts/register-key.tsx';
import { SecretShown } from '../parts/secret-shown.tsx';
import { mayChangeKeys, useMe } from '../signed-in.tsx';
import { useList } from '../use-list.ts';

const TONES: Record<KeyState, Tone> = { valid: 'settled', expired: 'queued', revoked: 'refused' };

export function KeysPage() {
  const texts = useTexts();
  const words = texts.keys;
  const organisationId = useOrganisationId();
  const cannot = !mayChangeKeys(useMe())
    ? texts.organisations.mayNot
    : organisationId
      ? undefined
      : texts.organisations.choose;
  const [isRegistering, setRegistering] = useState(false);
  const [made, setMade] = useState<NewKey>();
  // What one made oneself stands in the list at once.
  const [changes, setChanges] = useState(0);
  const shown = (key: NewKey | undefined) => {
    setRegistering(false);
    setChanges(changes + 1);
    if (key?.secret || key?.certificate) setMade(key);
  };
  return (
    <>
      <PageHeader
        title={texts.places.keys}
        line={words.line}
        acts={
          <ActButton kind="primary" disabledReason={cannot} onClick={() => setRegistering(true)}>
            {words.register}
          </ActButton>
        }
      />
      {isRegistering && (
        <RegisterKey organisationId={organisationId} onMade={shown} onClose={() => setRegistering(false)} />
      )}
      {made?.secret && (
        <SecretShown
          title={words.secretTitle}
          secret={made.secret}
          name="key-secret"
          onClose={() => setMade(undefined)}
        />
      )}
      {made?.certificate && <CertificateShown certificate={made.certificate} onClose={() => setMade(undefined)} />}
      <OfOrganisation>{(id) => <Keys key={`${id} ${changes}`} organisationId={id} onMade={shown} />}</OfOrganisation>
    </>
  );
}

function Keys({ organisationId, onMade }: { organisationId: string; onMade: (key: NewKey | undefined) => void }) {
  const texts = useTexts();
  const words = texts.keys;
  const mayChange = mayChangeKeys(useMe());
  const list = useList({
    key: ['keys', organisationId],
    load: api.organisations.of(organisationId).keys.list,
    rowKey: (row) => row.id,
    refreshMs: LATER,
  });
  return (
    <DataTable
      name="keys"
      label={texts.places.keys}
      columns={useColumns()}
      list={list}
      rowKey={(row) => row.id}
      empty={{ title: words.none, hint: words.noneHint }}
      acts={(row) => mayChange && <KeyActs keyShown={row} onMade={onMade} />}
    />
  );
}

function useColumns(): Column<Key>[] {
  const texts = useTexts();
  const words = texts.keys;
  return [
    { key: 'label', head: words.label, cell: (row) => row.label, plain: (row) => row.label },
    { key: 'id', head: texts.words.id, cell: (row) => <CopyableId id={row.id} />, plain: (row) => row.id },
    {
      key: 'environment',
      head: words.environment,
      cell: (row) => <EnvironmentTag environment={row.environment} />,
      plain: (row) => row.environment,
    },
    { key: 'kind', head: words.kind, cell: (row) => words.kinds[row.kind], plain: (row) => row.kind },
    {
      key: 'state',
      head: texts.words.state,
      cell: (row) => (
        <>
          <StatusBadge tone={TONES[row.state]}>{words.state[row.state]}</StatusBadge>
          {row.replacedBy && <span className="fq-soft fq-small"> {words.replaced}</span>}
        </>
      ),
      plain: (row) => row.state,
    },
    {
      key: 'scopes',
      head: words.scopes,
      cell: (row) => (
        <span className="fq-mono fq-small fq-wrap" title={row.scopes.join(' ')}>
          {row.scopes.slice(0, 3).join(' ')}
          {row.scopes.length > 3 && ` +${row.scopes.length - 3}`}
        </span>
      ),
      plain: (row) => row.scopes.join(' '),
    },
    {
      key: 'lastUsedAt',
      head: words.lastUsed,
      cell: (row) => <Moment at={row.lastUsedAt} withDate precision="minute" />,
      plain: (row) => row.lastUsedAt ?? '',
    },
    {
      key: 'expiresAt',
      head: words.expires,
      cell: (row) => (row.expiresAt ? <Moment at={row.expiresAt} withDate precision="minute" /> : words.never),
      plain: (row) => row.expiresAt ?? '',
    },
    {
      key: 'createdAt',
      head: words.made,
      cell: (row) => <Moment at={row.createdAt} withDate precision="minute" />,
      plain: (row) => row.createdAt,
      isExtra: true,
    },
    {
      key: 'addresses',
      head: words.addresses,
      cell: (row) => <span className="fq-mono fq-small">{row.addresses.join(' ')}</span>,
      plain: (row) => row.addresses.join(' '),
      isExtra: true,
    },
  ];
}
