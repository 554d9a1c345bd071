-- The environments of organisations beside live: which there are, in which database each is, and where its clock stands.
-- Their books are in those databases; nothing here says anything of them.

create schema environments;

create table environments.environments (
  organisation_id text        not null,
  kind            text        not null check (kind in ('certification', 'sandbox')),
  database_name   text        not null unique,
  clock_ahead     int8        not null default 0, -- microseconds its clock is ahead of the world's
  clock_held_at   timestamptz,                    -- where it stands while it is paused
  created_at      timestamptz not null,
  seeded_at       timestamptz,                    -- null until its country stands; then made anew
  primary key (organisation_id, kind)
);
