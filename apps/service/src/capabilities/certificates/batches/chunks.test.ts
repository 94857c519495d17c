import {
	certificateBatchEntries as entries,
	certificates,
	enrolments,
	journal,
	outbox,
	surveyParticipations
} from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeManyInterns } from '../../../testing/many-interns.ts';
import { createWorld, leaderOf, type World } from '../../../testing/world.ts';
import { decideBatch } from './commands/decide-batch.ts';
import { prepareBatch } from './commands/prepare-batch.ts';
import { issueApproved } from './issuing.ts';
import { takeChunk } from './numbering.ts';

const COUNT = 40;
const CHUNK = 32;

let world: World;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-26T09:00:00Z' });
});
afterAll(() => world.close());

/** An approved batch; answers with its interns in the order of the list. */
async function approved(): Promise<{ batchId: string; interns: string[] }> {
	const { db, site, version, leader, coordinator, region } = world;
	const made = await makeManyInterns(db, { siteId: site.id, version, count: COUNT });
	const by = world.contextOf(leader, [leaderOf(site.id)]);
	const batchId = await prepareBatch(by, made.cohortId, made.enrolments);
	const keeping = { role: 'coordinator', scope: { kind: 'region', id: region.id } } as const;
	await decideBatch(world.contextOf(coordinator, [keeping]), batchId, { approve: true });
	const rows = await db
		.select({ id: entries.enrolmentId })
		.from(entries)
		.where(eq(entries.batchId, batchId))
		.orderBy(asc(entries.position));
	return { batchId, interns: rows.map(({ id }) => id) };
}

function registerOf(interns: string[]) {
	return world.db
		.select({
			enrolmentId: certificates.enrolmentId,
			serial: certificates.serial,
			transaction: sql<string>`xmin::text`
		})
		.from(certificates)
		.where(inArray(certificates.enrolmentId, interns))
		.orderBy(asc(certificates.serial));
}

async function failuresOf(batchId: string) {
	const rows = await world.db
		.select({ enrolmentId: entries.enrolmentId, failure: entries.failure, details: entries.failureDetails })
		.from(entries)
		.where(and(eq(entries.batchId, batchId), sql`${entries.failure} is not null`))
		.orderBy(asc(entries.position));
	return rows;
}

test('R18: who is killed with numbered documents leaves the numbers; others take each of them once, set by set', async () => {
	const { batchId, interns } = await approved();
	const dead = await takeChunk(world.deps, CHUNK);
	expect(dead?.entries.map(({ enrolmentId }) => enrolmentId)).toEqual(interns.slice(0, CHUNK));

	await issueApproved(world.deps);
	expect((await registerOf(interns)).map(({ enrolmentId }) => enrolmentId)).toEqual(interns.slice(CHUNK));
	world.at('2027-02-26T09:01:00Z');
	await Promise.all([issueApproved(world.deps), issueApproved(world.deps)]);

	const rows = await registerOf(interns);
	expect(rows.map(({ enrolmentId }) => enrolmentId)).toEqual(interns);
	expect(rows.map(({ serial }) => serial)).toEqual(interns.map((_, n) => n + 1));
	expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(2);
	expect(await failuresOf(batchId)).toEqual([]);
	const told = await world.db
		.select()
		.from(outbox)
		.where(sql`${outbox.subject} like 'Документ о завершении%'`);
	expect(new Set(told.map(({ to }) => to)).size).toBe(COUNT);
	expect(told.length).toBe(COUNT);
	const kinds = world.db.select().from(journal).where(eq(journal.kind, 'enrolment.completed'));
	expect((await kinds).length).toBe(COUNT);
});

test('R18: the rules are judged again when a set is entered, and who breaks it is named while the others get theirs', async () => {
	const { batchId, interns } = await approved();
	const [unready = '', broken = '', ...others] = interns;
	const { db } = world;
	await db.delete(surveyParticipations).where(eq(surveyParticipations.enrolmentId, unready));
	// Nobody ends what has ended: the whole set is refused by that, and then each is entered alone.
	await db.update(enrolments).set({ state: 'completed' }).where(eq(enrolments.id, broken));
	await issueApproved(world.deps);

	expect((await registerOf(interns)).map(({ enrolmentId }) => enrolmentId)).toEqual(others);
	expect(await failuresOf(batchId)).toEqual([
		{
			enrolmentId: unready,
			failure: 'certificate.incomplete',
			details: { rules: [{ key: 'c1', text: 'анкета заполнена' }] }
		},
		{ enrolmentId: broken, failure: 'enrolment.changed_meanwhile', details: {} }
	]);
});
