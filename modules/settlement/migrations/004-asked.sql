-- The business date a payment was accepted for, when it settles on another: the same message again is known by it.

alter table settlement.payments add column asked_date date;
