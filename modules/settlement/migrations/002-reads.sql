-- What screens ask of payments: by day, by moment of settlement, and by the beginning of a name.

create index payments_day on settlement.payments using brin (value_date, settled_at) with (autosummarize = on);
drop index settlement.payments_end_to_end;
create index payments_end_to_end on settlement.payments (book_id, end_to_end_id text_pattern_ops);
drop index settlement.payments_message;
create index payments_message on settlement.payments (book_id, message_id text_pattern_ops);
create index payments_instruction on settlement.payments (book_id, instruction_id text_pattern_ops)
  where instruction_id is not null;
create index payments_set on settlement.payments (book_id, set_id) where set_id is not null;
create index payments_rejected on settlement.payments (book_id, uetr) where state = 'rejected';
