// What the database itself refuses, whatever the code above it does: each by a row written straight into it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Pool } from '../../platform/postgres/connect.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';

const REQUEST = {
  request_id: 'R1',
  action: 'funding:write',
  method: 'POST',
  path: '/v1/x',
  params: '{}',
  query: '{}',
  body: '{}',
  content_hash: Buffer.alloc(32, 1),
  organisation: 'central-bank',
  maker_id: 'li.na',
  maker: 'li.na',
  caller: '{}',
  difference: '[]',
  approvers_needed: 2,
  approver_roles: ['supervisor'],
  made_at: '2027-04-15T02:00:00Z',
  expires_at: '2027-04-16T02:00:00Z',
  state: 'waiting',
};
const GIVEN = {
  request_id: 'R1',
  place: 1,
  maker_id: 'li.na',
  content_hash: Buffer.alloc(32, 1),
  approver_id: 'zhao.yi',
  approver: 'zhao.yi',
  at: '2027-04-15T03:00:00Z',
};
const POLICY = {
  action: 'funding:write',
  bands: '[]',
  roles: ['supervisor'],
  expiry_hours: 24,
  least_approvers: 0,
  in_force_at: '2027-04-15T03:00:00Z',
  changed_at: '2027-04-15T03:00:00Z',
  changed_by: 'xu.min',
  reason: 'x',
  request_id: 'R1',
};

function insert(pool: Pool, table: string, row: Record<string, unknown>): Promise<unknown> {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  return pool.query(`insert into approvals.${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(row)); // prettier-ignore
}

test('the database refuses a maker who approves, one person twice, and "approved" with an approval missing', async (t) => {
  const { pool } = await testDatabase(t);
  const given = (more: object) => insert(pool, 'given', { ...GIVEN, ...more });
  const become = (state: string, more = '') =>
    pool.query(`update approvals.requests set state = '${state}' ${more} where request_id = 'R1'`);
  await insert(pool, 'requests', REQUEST);
  await assert.rejects(given({ approver_id: 'li.na' }), /given_check/, 'the maker approves');
  await assert.rejects(given({ maker_id: 'other', approver_id: 'li.na' }), /foreign key/, 'the maker under another name');
  await assert.rejects(given({ content_hash: Buffer.alloc(32, 2) }), /foreign key/, 'another hash');
  await assert.rejects(given({ on_behalf_of: 'li.na' }), /given_check/, 'on behalf of the maker');
  await assert.rejects(given({ place: 2 }), /foreign key/, 'the second before the first');
  await assert.rejects(become('approved'), /requests_check/, 'approved by nobody');
  await assert.rejects(become('approved', ', last_place = 2'), /foreign key/, 'approved by nobody, said to be by two');
  await given({});
  await assert.rejects(given({ place: 2 }), /given_pkey/, 'the same person twice');
  await assert.rejects(given({ approver_id: 'lin.bo' }), /given_request_id_place_key/, 'one place twice');
  await assert.rejects(become('approved', ', last_place = 1'), /requests_check/, 'approved by one of two');
  await given({ approver_id: 'lin.bo', place: 2 });
  await become('approved', ', last_place = 2');
  const change = `update approvals.requests set content_hash = sha256('x') where request_id = 'R1'`;
  await assert.rejects(pool.query(change), /foreign key/, 'the hash of what was approved changes');
  await assert.rejects(pool.query(`delete from approvals.given where place = 2`), /foreign key/, 'an approval vanishes');
}); // prettier-ignore

test('the database refuses a policy without an approval, and one on policies that asks nobody', async (t) => {
  const { pool } = await testDatabase(t);
  const policy = (more: object) => insert(pool, 'policies', { ...POLICY, ...more });
  await assert.rejects(policy({}), /foreign key/);
  await insert(pool, 'requests', { ...REQUEST, approvers_needed: 1 });
  await assert.rejects(policy({}), /foreign key/, 'a request that nobody approved');
  await insert(pool, 'given', GIVEN);
  await assert.rejects(policy({ action: 'policies:write' }), /policies_check/);
  await policy({});
  await assert.rejects(policy({}), /policies_request_id_key/, 'one approval, two policies');
});

test('a name of what is done once is taken once', async (t) => {
  const { pool } = await testDatabase(t);
  const mark = () => pool.query(`insert into platform.done_once (name, done_at) values ('approval R1', now())`);
  await mark();
  await assert.rejects(mark(), /done_once_pkey/);
});
