-- An organisation is closed because its own administrator asked for it; what comes after its closing is told in acts too.

alter table access.organisations add column closing_asked_at timestamptz; -- null: not asked, or withdrawn
alter table access.organisations add column closing_finished_at timestamptz; -- what follows upon its closing was done too
update access.organisations set closing_finished_at = closed_at;
alter table access.organisations add check (closing_finished_at is null or closed_at is not null);
alter table access.acts drop constraint acts_act_check;
alter table access.acts add constraint acts_act_check check (act in (
  'created', 'closed', 'key-registered', 'key-rotated', 'key-revoked', 'live-asked', 'live-opened', 'signing-required',
  'signing-optional', 'closing-asked', 'closing-withdrawn', 'closing-finished', 'data-export-asked', 'data-export-taken'
));
