import {
	allocations,
	enrolments,
	finalWorkResults,
	finalWorks,
	moderations,
	outbox,
	people,
	reviews
} from '@stazhirovka/db/schema';
import { count, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeCohort } from '../../testing/cohort.ts';
import { REASON } from '../../testing/expertise.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { announceResults } from './commands/announce-results.ts';

const WORKS = 1_000;
const PER_WORK = 3;
const CRITERIA = ['awareness', 'conditions', 'completeness', 'technology', 'effectiveness', 'reflection'];
const each = (score: number) => Object.fromEntries(CRITERIA.map((key) => [key, score]));

let world: World;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-19T09:00:00Z' });
});
afterAll(() => world.close());

/** A cohort of so many works with all their reviews; every tenth work is to be revised. */
async function crowd(size: number): Promise<string> {
	const { db, site, version, tutor } = world;
	const cohort = await makeCohort(
		db,
		{ siteId: site.id, programmeVersionId: version, capacity: size, title: `Поток ${size}` },
		[tutor]
	);
	const named = Array.from({ length: size }, (_, n) => ({
		email: `crowd-${size}-${n}@test.example`,
		surname: `Н${n}`,
		givenName: 'А'
	}));
	const crowded = await db.insert(people).values(named).returning({ id: people.id });
	const interns = await db
		.insert(enrolments)
		.values(
			crowded.map(({ id }) => ({
				...{ cohortId: cohort.id, personId: id, tutorId: tutor.id },
				state: 'confirmed' as const
			}))
		)
		.returning({ id: enrolments.id });
	const publishedAt = world.deps.now();
	const works = await db
		.insert(finalWorks)
		.values(
			interns.map(({ id }, n) => ({
				...{ enrolmentId: id, cohortId: cohort.id, publishedAt },
				title: `Работа ${n}`,
				state: 'in_review' as const
			}))
		)
		.returning({ id: finalWorks.id });
	const [run] = await db
		.insert(allocations)
		.values({ cohortId: cohort.id, seed: 1, input: {}, report: {}, madeBy: tutor.id })
		.returning({ id: allocations.id });
	const sent = works.flatMap(({ id }, n) =>
		Array.from({ length: PER_WORK }, (_, place) => ({
			...{ allocationId: run!.id, finalWorkId: id, alias: `Рецензент ${place + 1}` },
			reviewerId: interns[(n + place + 1) % size]!.id,
			...{ dueAt: publishedAt, sentAt: publishedAt, comments: {} },
			scores: each(n % 10 === 0 ? 1 : 2)
		}))
	);
	await db.insert(reviews).values(sent);
	const below = works.filter((_, n) => n % 10 === 0);
	await db.insert(moderations).values(
		below.map(({ id }) => {
			return { finalWorkId: id, round: 1, passed: false, reason: REASON, decidedBy: tutor.id };
		})
	);
	return cohort.id;
}

/** Counts what is sent within transactions. */
function countStatements(): () => number {
	const client = world.db.$client;
	const begin = client.begin.bind(client) as unknown as (run: (sql: { unsafe: unknown }) => unknown) => never;
	let statements = 0;
	vi.spyOn(client, 'begin').mockImplementation(((run: (sql: unknown) => unknown) =>
		begin((sql) => {
			const unsafe = sql.unsafe as (...given: unknown[]) => unknown;
			sql.unsafe = (...given: unknown[]) => {
				statements += 1;
				return unsafe(...given);
			};
			return run(sql);
		})) as never);
	return () => statements;
}

test('R117: a thousand results are announced with as many statements as ten', async () => {
	const [few, many] = [await crowd(10), await crowd(WORKS)];
	const ctx = world.contextOf(world.tutor);
	const counted = countStatements();

	await announceResults(ctx, few);
	const forFew = counted();
	const began = performance.now();
	await announceResults(ctx, many);
	const took = performance.now() - began;
	vi.restoreAllMocks();

	expect(counted() - forFew).toBe(forFew);
	expect(forFew).toBeGreaterThan(8);
	expect(took).toBeLessThan(10_000);
	const states = await world.db
		.select({ state: finalWorks.state, works: count() })
		.from(finalWorks)
		.where(eq(finalWorks.cohortId, many))
		.groupBy(finalWorks.state)
		.orderBy(finalWorks.state);
	expect(states).toEqual([
		{ state: 'passed', works: WORKS * 0.9 },
		{ state: 'revision', works: WORKS * 0.1 }
	]);
	const [results] = await world.db.select({ rows: count() }).from(finalWorkResults);
	const [letters] = await world.db
		.select({ rows: count() })
		.from(outbox)
		.where(like(outbox.to, `crowd-${WORKS}-%`));
	expect([results?.rows, letters?.rows]).toEqual([WORKS + 10, WORKS]);
});
