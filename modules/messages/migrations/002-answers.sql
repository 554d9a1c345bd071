-- A bank follows the answers to what it sent, from any moment on: one range of one index, however much others sent.

create index inbox_sent on messages.inbox (book_id, sender_id, received_at);
