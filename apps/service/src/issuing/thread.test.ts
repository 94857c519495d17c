import { certificateBatches, certificates } from '@stazhirovka/db/schema';
import { createTestDatabase } from '@stazhirovka/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideBatch } from '../capabilities/certificates/batches/commands/decide-batch.ts';
import { prepareBatch } from '../capabilities/certificates/batches/commands/prepare-batch.ts';
import { takeChunk } from '../capabilities/certificates/batches/numbering.ts';
import { issueApproved, issuingWaits } from '../capabilities/certificates/index.ts';
import { makeManyInterns } from '../testing/many-interns.ts';
import { createWorld, leaderOf, type World } from '../testing/world.ts';
import { issueApart } from './thread.ts';

const COUNT = 3;

let world: World;
let databaseUrl: string;
beforeAll(async () => {
	const database = await createTestDatabase();
	databaseUrl = database.url;
	world = await createWorld({ database: Promise.resolve(database) });
});
afterAll(() => world.close());

async function approved(): Promise<string> {
	const { db, site, version, leader, coordinator, region } = world;
	const made = await makeManyInterns(db, { siteId: site.id, version, count: COUNT });
	const id = await prepareBatch(world.contextOf(leader, [leaderOf(site.id)]), made.cohortId, made.enrolments);
	const keeping = { role: 'coordinator', scope: { kind: 'region', id: region.id } } as const;
	await decideBatch(world.contextOf(coordinator, [keeping]), id, { approve: true });
	return id;
}

function issue(signal: AbortSignal): Promise<void> {
	const { keysDir, origin } = world.deps;
	return issueApart(world.deps, { databaseUrl, keysDir, origin }, signal);
}

test('R18: a thread of its own issues what was approved and ends; a second one finds nothing', async () => {
	const id = await approved();
	expect(await issuingWaits(world.db, world.deps.now())).toBe(true);
	await issue(new AbortController().signal);

	expect(await world.db.$count(certificates)).toBe(COUNT);
	const [batch] = await world.db.select().from(certificateBatches).where(eq(certificateBatches.id, id));
	expect(batch?.finishedAt).not.toBeNull();
	expect(await issuingWaits(world.db, world.deps.now())).toBe(false);
	await issue(new AbortController().signal);
	expect(await world.db.$count(certificates)).toBe(COUNT);
});

test('R18: nothing waits while another process prints all of it, and what it left is found after its lease', async () => {
	await approved();
	await takeChunk(world.deps, COUNT);
	expect(await issuingWaits(world.db, world.deps.now())).toBe(false);

	world.at('2027-01-18T07:01:00Z');
	expect(await issuingWaits(world.db, world.deps.now())).toBe(true);
	await issueApproved(world.deps);
	expect(await issuingWaits(world.db, world.deps.now())).toBe(false);
});

test('R18: told to stop, it takes no more documents, and what waits is found by the next one', async () => {
	await approved();
	await issue(AbortSignal.abort());
	expect(await world.db.$count(certificates)).toBe(2 * COUNT);

	await issue(new AbortController().signal);
	expect(await world.db.$count(certificates)).toBe(3 * COUNT);
});
