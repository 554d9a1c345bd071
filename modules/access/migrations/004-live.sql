-- Live is opened to an organisation, and only then are there keys for it. What takes part in settlement already, and the central
-- bank's own, has it from the start; the others ask, by the certificate of a conformance run.

alter table access.organisations add column live_asked_at timestamptz;
alter table access.organisations add column live_run_id text; -- the conformance run whose certificate it asks by
alter table access.organisations add column live_since timestamptz;
-- Whoever was here before this was written could have keys for live.
update access.organisations set live_since = created_at;
alter table access.organisations add check (participant_id is null or live_since is not null);
alter table access.organisations add check ((live_asked_at is null) = (live_run_id is null));

alter table access.acts drop constraint acts_act_check;
alter table access.acts add constraint acts_act_check check (
  act in ('created', 'closed', 'key-registered', 'key-rotated', 'key-revoked', 'live-asked', 'live-opened'));
