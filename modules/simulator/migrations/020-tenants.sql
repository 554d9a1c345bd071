-- Simulations are the central bank's: no policy, so no row for any tenant.

alter table simulator.simulations enable row level security;
