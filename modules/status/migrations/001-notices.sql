-- What operators tell everyone: incidents they work on and maintenance they plan. Every act is a row that carries the notice
-- as it then stood; the latest is what holds, the earlier ones are its story. Nothing is changed or removed.

create schema status;

create table status.acts (
  number    int8        not null generated always as identity primary key,
  notice_id uuid        not null,
  version   int4        not null check (version > 0),
  kind      text        not null check (kind in ('incident', 'maintenance')),
  state     text        not null,
  services  text[]      not null check (cardinality(services) > 0),
  title_en  text        not null,
  title_zh  text        not null,
  text_en   text        not null,
  text_zh   text        not null,
  starts_at timestamptz not null,
  ends_at   timestamptz, -- when maintenance is to end
  at        timestamptz not null,
  actor     text        not null,
  unique (notice_id, version),
  check (starts_at < ends_at),
  check ((kind = 'maintenance') = (ends_at is not null)),
  check (case kind when 'incident' then state in ('investigating', 'identified', 'monitoring', 'resolved')
                   else state in ('planned', 'done', 'cancelled') end)
);

-- Whose names stand here is for nobody outside: no policy, so no row for any tenant.
alter table status.acts enable row level security;
