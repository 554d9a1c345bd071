-- What must be done once and no more, by a name of its own: the row is written in the transaction of the deed, so a second
-- deed of the same name cannot be committed, and after a crash the row says whether the first was.

create table platform.done_once (
  name    text        not null primary key,
  done_at timestamptz not null
);
