-- A key is for one environment of its organisation and is refused in the others. Those that were there are for live.

alter table access.keys add column environment text not null default 'live'
  check (environment in ('live', 'certification', 'sandbox'));
alter table access.keys alter column environment drop default;
