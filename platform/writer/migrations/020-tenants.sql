-- The writer's own: no policy, so no row for any tenant.

alter table platform.writers enable row level security;
alter table platform.done_once enable row level security;
