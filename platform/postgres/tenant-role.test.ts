// The role of tenants' reads, as users of PostgreSQL with more and with fewer rights come to it, also many at once.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { openPool } from './connect.ts';
import { onServer, withDatabase } from './databases.ts';
import { migrate } from './migrate.ts';
import { readAs } from './tenant-reads.ts';
import { testDatabase } from './testing.ts';

interface GivenUser {
  readonly name: string;
  /** Databases that belong to the user. */
  readonly urls: readonly string[];
  asAdministrator(statement: string, database?: string): Promise<unknown>;
}

async function givenUser(t: TestContext, attributes: string, databases = 1): Promise<GivenUser> {
  const { url } = await testDatabase(t);
  const name = `u${randomUUID().slice(0, 8)}`;
  const asAdministrator: GivenUser['asAdministrator'] = (statement, database) =>
    onServer(database === undefined ? url : withDatabase(url, database), (client) => client.query(statement));
  await asAdministrator(`create role ${name} login ${attributes}`);
  const made = Array.from({ length: databases }, (_, index) => `${name}_${index}`);
  for (const each of made) await asAdministrator(`create database ${each} owner ${name}`);
  t.after(async () => {
    for (const each of made) await asAdministrator(`drop database ${each} with (force)`);
    await asAdministrator(`drop role if exists ${name}_tenant`);
    await asAdministrator(`drop role ${name}`);
  });
  const urlOf = (database: string): string => withDatabase(url, database).replace(/\/\/[^/]*@/, `//${name}@`);
  return { name, urls: made.map(urlOf), asAdministrator };
}

async function assertHolds(url: string): Promise<void> {
  const pool = openPool(url);
  try {
    await pool.query(
      `insert into access.organisations (organisation_id, kind, name_en, name_zh, state, created_at)
       values ('aurora', 'fintech', 'Aurora', '曙光', 'active', now())`,
    );
    const count = async () => (await pool.query('select 1 from access.organisations')).rowCount;
    assert.equal(await readAs(pool, { organisationId: 'aurora' }, count), 1);
    assert.equal(await readAs(pool, { organisationId: 'boreas' }, count), 0);
    assert.equal(await count(), 1);
  } finally {
    await pool.end();
  }
}

test('a user who may make roles makes it, also when several programs start on several databases at once', async (t) => {
  const { urls } = await givenUser(t, 'createrole', 3);
  await Promise.all([...urls, ...urls].map((url) => migrate(url)));
  for (const url of urls) await assertHolds(url);
});

test('a user who may not is told what to have granted, and starts once it is', async (t) => {
  const { name, urls, asAdministrator } = await givenUser(t, 'nocreaterole');
  const [url] = urls;
  const grants = `create role "${name}_tenant" nologin; grant "${name}_tenant" to "${name}";`;
  await assert.rejects(migrate(url!), (error: Error) => error.message.includes(`administrator run: ${grants}`));
  await asAdministrator(grants);
  await migrate(url!);
  await assertHolds(url!);
});

test('a role that sees past row-level security is refused, and so are tables of another owner', async (t) => {
  const { name, urls, asAdministrator } = await givenUser(t, 'createrole');
  const [url] = urls;
  await asAdministrator(`create role ${name}_tenant bypassrls; grant ${name}_tenant to ${name}`);
  await assert.rejects(migrate(url!), /sees past row-level security/);
  await asAdministrator(`alter role ${name}_tenant nobypassrls`);
  await migrate(url!);
  await asAdministrator('alter table access.keys owner to current_user', `${name}_0`);
  await assert.rejects(migrate(url!), /belong to another user than/);
});
