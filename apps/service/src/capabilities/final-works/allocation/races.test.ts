import { enrolments, finalWorks, finalWorkVersions, reviewReturns, reviews } from '@stazhirovka/db/schema';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../../shell/errors.ts';
import { makePerson } from '../../../testing/person.ts';
import { createWorld, leaderOf, type World } from '../../../testing/world.ts';
import { declineReview } from './commands/decline-review.ts';
import { proposeAllocation } from './commands/propose-allocation.ts';
import { releaseProposal } from './commands/release-proposal.ts';
import { keepLeases } from './leases.ts';
import { openLeases } from './leases-store.ts';

const ON_TIME = 54;
const LATE = 6;
const SILENT = 12;

let world: World;
let people: { id: string; enrolmentId: string }[];
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	people = await Promise.all(Array.from({ length: ON_TIME + LATE }, (_, n) => enrol(`school ${n % 6}`)));
	await publish(people.slice(0, ON_TIME));
});
afterAll(() => world.close());

async function enrol(organisationTitle: string) {
	const { id } = await makePerson(world.db);
	const values = { cohortId: world.cohort.id, personId: id, state: 'confirmed' as const, organisationTitle };
	const [row] = await world.db.insert(enrolments).values(values).returning({ id: enrolments.id });
	return { id, enrolmentId: row!.id };
}

async function publish(authors: typeof people) {
	const publishedAt = world.deps.now();
	const values = authors.map(({ enrolmentId }) => {
		return {
			enrolmentId,
			cohortId: world.cohort.id,
			title: 'Работа',
			state: 'published' as const,
			publishedAt
		};
	});
	const rows = await world.db.insert(finalWorks).values(values).returning({ id: finalWorks.id });
	const versions = rows.map(({ id }) => ({ finalWorkId: id, number: 1, answer: {}, publishedAt }));
	await world.db.insert(finalWorkVersions).values(versions);
}

const leader = () => world.contextOf(world.leader, [leaderOf(world.site.id)]);
const propose = () => proposeAllocation(leader(), { id: world.cohort.id, seed: null, way: null, silent: [] });
const all = () => world.db.select().from(reviews);
const moved = async () =>
	(await world.db.select().from(reviewReturns).where(eq(reviewReturns.because, 'moved'))).length;

/** Every work has three reviewers, nobody the same work twice, nobody their own. */
async function expectWhole(works: number) {
	const rows = await all();
	const counts = [...Map.groupBy(rows, ({ finalWorkId }) => finalWorkId).values()].map((own) => own.length);
	expect(counts).toEqual(Array.from({ length: works }, () => 3));
	expect(new Set(rows.map(({ finalWorkId, reviewerId }) => `${finalWorkId} ${reviewerId}`)).size).toBe(
		works * 3
	);
	expect(new Set(rows.map(({ finalWorkId, alias }) => `${finalWorkId} ${alias}`)).size).toBe(works * 3);
}

test('P4: of 20 who release two proposals at once one does, and no work gets a reviewer too many', async () => {
	const proposals = [await propose(), await propose()];
	const presses = Array.from({ length: 20 }, (_, n) => releaseProposal(leader(), proposals[n % 2]!));
	const told = await Promise.allSettled(presses);
	const refusals = told.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []));

	expect(refusals.length).toBe(19);
	expect([...new Set(refusals)].toSorted()).toEqual(['allocation.released', 'allocation.stale']);
	await expectWhole(ON_TIME);
});

test('P4: 50 give their reviews back at once: each goes on to somebody else, none twice, nothing else moves', async () => {
	const before = (await all()).toSorted((a, b) => (a.alias < b.alias ? -1 : 1)).slice(0, 50);
	const personOf = new Map(people.map(({ id, enrolmentId }) => [enrolmentId, id]));
	const told = await Promise.allSettled(
		before.map(({ id, reviewerId }) => {
			const actor = world.contextOf({ id: personOf.get(reviewerId) ?? '' });
			return declineReview(actor, { id, kind: 'knows_author', reason: 'Знаю автора' });
		})
	);
	const refusals = told.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []));

	expect(refusals).toEqual([]);
	await expectWhole(ON_TIME);
	const declined = new Set(before.map(({ finalWorkId, reviewerId }) => `${finalWorkId} ${reviewerId}`));
	expect((await all()).filter((row) => declined.has(`${row.finalWorkId} ${row.reviewerId}`)).length).toBe(0);
	expect(await moved()).toBe(0);
}, 60_000);

test('P4: one in five is silent, one in ten comes late: every work is full, and one review in twenty moves at most', async () => {
	const silent = people.slice(0, SILENT).map(({ enrolmentId }) => enrolmentId);
	const spoken = (await all()).filter(({ reviewerId }) => !silent.includes(reviewerId)).map(({ id }) => id);
	await world.db.update(reviews).set({ leaseUntil: null }).where(inArray(reviews.id, spoken));
	const before = await moved();

	world.at('2027-02-13T09:00:00Z');
	await Promise.all(Array.from({ length: 4 }, () => keepLeases(world.deps)));
	await expectWhole(ON_TIME);
	const left = await world.db.transaction((tx) => openLeases(tx, world.cohort.id));
	expect(left.filter(({ leaseUntil }) => leaseUntil <= world.deps.now())).toEqual([]);
	expect((await all()).filter(({ reviewerId }) => silent.includes(reviewerId))).toEqual([]);

	await publish(people.slice(ON_TIME));
	await releaseProposal(leader(), await propose());
	await expectWhole(ON_TIME + LATE);
	expect((await moved()) - before).toBeLessThanOrEqual(((ON_TIME + LATE) * 3) / 20);
});

function codeOf(reason: unknown): string {
	return reason instanceof AppError ? reason.problem.code : String(reason);
}
