-- An organisation may have it that its messages are refused when they carry no XML signature. Those that were there may send
-- without one.

alter table access.organisations add column signs_messages boolean not null default false;
alter table access.acts drop constraint acts_act_check;
alter table access.acts add constraint acts_act_check check (act in (
  'created', 'closed', 'key-registered', 'key-rotated', 'key-revoked', 'live-asked', 'live-opened', 'signing-required', 'signing-optional'
));
