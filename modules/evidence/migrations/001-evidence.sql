-- The evidence: an append-only Merkle log (RFC 9162) for each book, written in the commits it records.

create schema evidence;

create table evidence.leaves (
  book_id        int4        not null,
  leaf           int8        not null, -- its place in the tree, from 0
  kind           text        not null, -- commit, act, refusal, key, baseline
  commit_number  int8        not null, -- the commit that wrote it
  at             timestamptz not null,
  participant_id text,                 -- whom it is about, when it is about one
  record         text        not null, -- the bytes that were hashed
  witness        text,                 -- a line for each row the record speaks for: its key and its digest
  hash           bytea       not null, -- of the leaf: SHA-256 of 0x00 and the record
  head           text,                 -- on a commit's last leaf: the signed tree head
  primary key (book_id, leaf)
);
-- Digests do not compress.
alter table evidence.leaves alter column witness set storage external;
create index leaves_commit on evidence.leaves (book_id, commit_number);
create index leaves_at on evidence.leaves using brin (at);
create index leaves_participant on evidence.leaves (book_id, participant_id, leaf) where participant_id is not null;
create index leaves_key on evidence.leaves (book_id, leaf) where kind = 'key';

-- Roots of complete subtrees of 256 leaves, of 256 of those, and so on: proofs read a few hundred hashes at most.
create table evidence.nodes (
  book_id int4  not null,
  level   int4  not null, -- 8, 16, 24 …: the subtree has 2^level leaves
  number  int8  not null, -- and begins at leaf number × 2^level
  hash    bytea not null,
  primary key (book_id, level, number)
);
