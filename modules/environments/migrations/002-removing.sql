-- An environment that is removed is no longer there for anybody, and its row goes after its database: a removal that was cut
-- off is found again and ended.

alter table environments.environments add column removing_at timestamptz;
