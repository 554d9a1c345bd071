-- What goes on from a message that was received is found by it, however large the outboxes are.

create index outbox_inbox on messages.outbox (book_id, inbox_id) where inbox_id is not null;
