-- One row a book: which writer may write it (the term), and how far its commits have come.
-- Every commit changes this row under its own term, so a writer that was replaced can never commit again.

create table platform.writers (
  book_id    int4        not null primary key,
  term       int8        not null,
  holder     text        not null, -- who holds the term, for people
  backend    int4        not null, -- the holder's PostgreSQL process, ended when the term is taken over
  commits    int8        not null, -- number of the last commit
  decided_at timestamptz not null, -- the instant of the last decision; the next is never earlier
  taken_at   timestamptz not null
);
