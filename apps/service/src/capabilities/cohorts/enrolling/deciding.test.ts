import {
	claimPriority,
	decideEnrolments,
	decidePriority,
	getAdmission,
	listMyEnrolments,
	serveWaiting,
	setAdmission
} from '@stazhirovka/contract/cohorts';
import { afterAll, expect, test } from 'vitest';
import { makeApplication, makeCohort } from '../../../testing/cohort.ts';
import { makePerson, type TestPerson } from '../../../testing/person.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);

const aCohort = (capacity: number) =>
	makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version, capacity }, [world.tutor]);
const statesIn = async (cohort: { id: string }) => {
	const { people } = await leader.must(getAdmission, { params: cohort });
	return people.map(({ state }) => state).sort();
};
const settings = { revision: 1, enrolmentOpen: true, asksHead: false, priorityGroups: [] };

async function applications(
	cohort: Parameters<typeof makeApplication>[1],
	count: number,
	people?: TestPerson[]
): Promise<string[]> {
	const made = [];
	for (let n = 0; n < count; n += 1)
		made.push((await makeApplication(db, cohort, people?.[n] ?? (await makePerson(db)))).id);
	return made;
}

test('R48: whoever the programme is not for is admitted with a reason only, and all of a choice or nobody', async () => {
	const cohort = await aCohort(5);
	const director = await makePerson(db, { position: 'директор', surname: 'Дирекова' });
	const [fits = '', outside = ''] = await applications(cohort, 2, [
		await makePerson(db, { position: 'учитель начальных классов' }),
		director
	]);
	const decide = (audienceReason: string | null) =>
		leader.call(decideEnrolments, {
			params: cohort,
			body: { decision: 'confirm', ids: [fits, outside], audienceReason }
		});
	expect(await decide(null)).toMatchObject({
		refusal: {
			status: 422,
			code: 'enrolment.audience_reason_missing',
			problem: { details: { people: ['Дирекова Вера'] } }
		}
	});
	expect(await statesIn(cohort)).toEqual(['applied', 'applied']);
	const mine = await (await world.as(director)).must(listMyEnrolments, {});
	expect(mine[0]).toMatchObject({ fit: 'not_named', position: 'директор' });

	const reason = 'Ведёт уроки математики в пятых классах';
	expect(await decide(reason)).toMatchObject({ ok: true });
	const { people } = await leader.must(getAdmission, { params: cohort });
	expect(people.map(({ id, audienceReason }) => [id, audienceReason])).toEqual(
		expect.arrayContaining([
			[fits, null],
			[outside, reason]
		])
	);
});

test('several applications are declined with one reason, and a stranger among them stops it', async () => {
	const cohort = await aCohort(5);
	const ids = await applications(cohort, 2);
	const [elsewhere = ''] = await applications(await aCohort(5), 1);
	const body = { decision: 'decline', reason: 'Набор закончен раньше срока' } as const;
	const call = (list: string[]) =>
		leader.call(decideEnrolments, { params: cohort, body: { ...body, ids: list } });
	expect(await call([...ids, elsewhere])).toMatchObject({ refusal: { status: 404 } });
	expect(await call(ids)).toMatchObject({ ok: true });
	expect(await statesIn(cohort)).toEqual(['declined', 'declined']);
});

test('whoever is not over the site finds no admission to read or change', async () => {
	const cohort = await aCohort(2);
	const [id = ''] = await applications(cohort, 1);
	const missing = { refusal: { status: 404 } };
	for (const person of [world.otherLeader, world.tutor, world.stranger, world.interns[0]!]) {
		const visitor = await world.as(person);
		const params = { id: cohort.id };
		expect(await visitor.call(getAdmission, { params })).toMatchObject(missing);
		expect(await visitor.call(setAdmission, { params, body: { ...settings, capacity: 9 } })).toMatchObject(
			missing
		);
		expect(await visitor.call(serveWaiting, { params })).toMatchObject(missing);
		const body = { decision: 'decline' as const, reason: 'Просто потому что хочу', ids: [id] };
		expect(await visitor.call(decideEnrolments, { params, body })).toMatchObject(missing);
		const one = { params: { id } };
		expect(await visitor.call(decidePriority, { ...one, body: { accepted: true } })).toMatchObject(missing);
		expect(await visitor.call(claimPriority, { ...one, body: { group: null } })).toMatchObject(missing);
	}
});
