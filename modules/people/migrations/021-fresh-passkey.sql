-- Beside a passkey another is added by who shows the one they have, now.

alter table people.challenges
  drop constraint challenges_purpose_check,
  add constraint challenges_purpose check (purpose in ('sign-in', 'enrol', 'add-device', 'confirm', 'add-another'));
