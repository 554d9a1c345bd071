-- When each participant confirmed its outbox, and up to where: what tells when a message was collected.

create table messages.confirmations (
  book_id        int4        not null,
  participant_id text        not null,
  seq            int8        not null,
  at             timestamptz not null,
  primary key (book_id, participant_id, seq)
);
insert into messages.confirmations (book_id, participant_id, seq, at)
select book_id, participant_id, seq, at from messages.deliveries;
