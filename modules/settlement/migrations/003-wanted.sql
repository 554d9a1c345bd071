-- The moment by which a sender wants a payment settled: it is warned before, and the payment waits on after.

alter table settlement.payments add column wanted_at timestamptz;
