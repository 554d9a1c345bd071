-- What a tenant sees of approvals: the requests and delegations of its own people, what was done about them, and the policies,
-- which are the same for all. `organisation` says whose a row is as `organisationOf` in person.ts writes it.

create function approvals.of_tenant() returns text[]
language sql stable as $$
  select array['participant ' || platform.tenant_participant(), 'organisation ' || platform.tenant_organisation()]
$$;

alter table approvals.requests enable row level security;
create policy tenants on approvals.requests for select
  using (organisation = any ((select approvals.of_tenant())::text[]));

alter table approvals.delegations enable row level security;
create policy tenants on approvals.delegations for select
  using (organisation = any ((select approvals.of_tenant())::text[]));

-- Of a request they may see.
alter table approvals.given enable row level security;
create policy tenants on approvals.given for select
  using (exists (select from approvals.requests r where r.request_id = given.request_id));

alter table approvals.acts enable row level security;
create policy tenants on approvals.acts for select
  using (exists (select from approvals.requests r where r.request_id = acts.request_id));

alter table approvals.policies enable row level security;
create policy everyone on approvals.policies for select using (true);
