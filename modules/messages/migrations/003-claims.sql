-- A message that could not be heeded keeps its id for search, and leaves it free for the corrected one.

alter table messages.inbox add column claims bool not null default true; -- whether it takes its message id
update messages.inbox set claims = false where message_id is null or answer_kind like 'admi.002%';
alter table messages.inbox alter column claims drop default;
drop index messages.inbox_message;
create unique index inbox_message on messages.inbox (book_id, sender_id, message_id) where claims;
create index inbox_unclaimed on messages.inbox (book_id, sender_id, message_id, hash) where not claims;
