-- What a tenant sees of people: its own, with their devices, sessions, links and recoveries, and what was done about them. How
-- people come in is the edge's own: attempts, challenges, and ways through a provider that are under way.

alter table people.people enable row level security;
create policy tenants on people.people for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table people.devices enable row level security;
create policy tenants on people.devices for select
  using (exists (select from people.people p where p.person_id = devices.person_id));

alter table people.identities enable row level security;
create policy tenants on people.identities for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table people.sessions enable row level security;
create policy tenants on people.sessions for select
  using (exists (select from people.people p where p.person_id = sessions.person_id));

alter table people.enrolments enable row level security;
create policy tenants on people.enrolments for select
  using (exists (select from people.people p where p.person_id = enrolments.person_id));

alter table people.recoveries enable row level security;
create policy tenants on people.recoveries for select
  using (exists (select from people.people p where p.person_id = recoveries.person_id));

alter table people.acts enable row level security;
create policy tenants on people.acts for select
  using (organisation_id = (select platform.tenant_organisation())
      or exists (select from people.people p where p.person_id = acts.person_id));

alter table people.providers enable row level security;
create policy tenants on people.providers for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table people.attempts enable row level security;
alter table people.challenges enable row level security;
alter table people.provider_flows enable row level security;
