-- Answers kept by key are found by the edge alone, before anything is read for anyone: no policy, so no row for any tenant.

alter table platform.idempotency_keys enable row level security;
