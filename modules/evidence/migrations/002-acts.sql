-- Acts that are kept beside the books come to the log by a relay: each of its leaves (kind acts) says, within what was
-- hashed, how far it has come in each table. The last of them is looked up when the writer starts.

create index leaves_acts on evidence.leaves (book_id, leaf) where kind = 'acts';
