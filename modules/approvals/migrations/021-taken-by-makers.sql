-- An act whose answer is a secret is not carried out for its maker, who alone may see the answer: once approved it waits for
-- the maker to do it.

alter table approvals.requests add column by_maker boolean not null default false;
