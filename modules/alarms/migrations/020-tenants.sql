-- Alarms are the operator's: no policy, so no row for any tenant.

alter table alarms.alarms enable row level security;
