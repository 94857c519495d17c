import { getAlerts, listAlerts } from '@stazhirovka/contract/alerts';
import { cohorts } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { makeCohort, makeIntern } from '../../testing/cohort.ts';
import { makePerson } from '../../testing/person.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const { db, site, otherSite, version, tutor } = world;
const leader = await world.as(world.leader);
const statements = vi.spyOn(db.$client, 'unsafe');

async function read() {
	statements.mockClear();
	const answer = await leader.must(listAlerts, {});
	return { ...answer, asked: statements.mock.calls.length };
}

async function open(place: { id: string }, interns: number) {
	const cohort = await makeCohort(db, { siteId: place.id, programmeVersionId: version }, [tutor]);
	for (let n = 0; n < interns; n += 1) await makeIntern(db, cohort, await makePerson(db), tutor);
	return cohort;
}

test('issue 7: a site with many cohorts is read by as many statements as one with one, and all its people are told', async () => {
	world.at('2027-01-29T07:00:00Z');
	await read();
	const one = await read();
	expect(one.cohorts).toBe(1);
	const opened = [];
	for (let n = 1; n <= 13; n += 1) opened.push(await open(site, 1 + (n % 2)));
	await open(otherSite, 4);

	const many = await read();
	expect(many.asked).toBe(one.asked);
	expect(many.cohorts).toBe(14);
	expect(many.people).toBe(one.people + opened.reduce((sum, _, n) => sum + 1 + ((n + 1) % 2), 0));
	expect(many.shown).toHaveLength(12);
	expect(many.shown.map(({ people }) => people)).toEqual(
		many.shown.map(({ people }) => people).toSorted((a, b) => b - a)
	);
	for (const { cohortId, people } of many.shown) {
		const { alerts } = await leader.must(getAlerts, { params: { id: cohortId } });
		expect(new Set(alerts.map(({ enrolmentId }) => enrolmentId)).size).toBe(people);
	}
});

test('issue 7: people of a cohort that has ended are shown to the leader for thirty days after it, and then no more', async () => {
	const late = await open(site, 1);
	const line = async (moment: string) => {
		world.at(moment);
		const { cohorts, people, shown } = await read();
		const inFirst = shown.some(({ cohortId }) => cohortId === late.id);
		return { cohorts: cohorts > 0, people: people > 0, inFirst };
	};
	// Everything else of the site is older: of the last cohort alone it is told on its thirtieth day.
	const endsOn = '2027-03-31';
	await db.update(cohorts).set({ endsOn }).where(eq(cohorts.id, late.id));
	expect(await line('2027-04-30T07:00:00Z')).toEqual({ cohorts: true, people: true, inFirst: true });
	expect(await line('2027-05-01T07:00:00Z')).toEqual({ cohorts: false, people: false, inFirst: false });
});
