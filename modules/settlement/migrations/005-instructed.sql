-- An indirect participant that orders a payment is known with it: it hears of it, sees it and may cancel it.

alter table settlement.payments add column instructed_by text;
create index payments_instructed on settlement.payments (book_id, instructed_by, number) where instructed_by is not null;
