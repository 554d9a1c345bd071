-- Exports of an organisation's data: who asked for one, and what came of it. The archives are files of the data folder.

create schema leaving;

create table leaving.exports (
  export_id       uuid        not null primary key,
  organisation_id text        not null,
  state           text        not null check (state in ('working', 'ready', 'failed', 'expired')),
  asked_by        text        not null,
  asked_at        timestamptz not null,
  ready_at        timestamptz,
  expires_at      timestamptz, -- from then on there is no file any more
  bytes           int8,
  sha256          bytea,
  file_rows       int8,
  check ((state in ('ready', 'expired')) = (ready_at is not null)),
  check ((ready_at is null) = (sha256 is null)),
  check ((ready_at is null) = (expires_at is null))
);
create index exports_organisation on leaving.exports (organisation_id, asked_at);
-- One at a time for each.
create unique index exports_working on leaving.exports (organisation_id) where state = 'working';

alter table leaving.exports enable row level security;
create policy tenants on leaving.exports for select
  using (organisation_id = (select platform.tenant_organisation()));
