import { getAgreement } from '@stazhirovka/contract/results';
import { reviews } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { refusing } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';

const COPIED = 'Добавьте замеры до и после применения приёма и сравните их в таблице по каждому ребёнку.';
let world: World;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-19T09:00:00Z' });
	const expertise = new Expertise(world);
	await expertise.announceThree();
	await world.db
		.update(reviews)
		.set({ comments: { advice: COPIED } })
		.where(eq(reviews.reviewerId, expertise.enrolment(1)));
});
afterAll(() => world.close());

const ofCohort = () => ({ params: { id: world.cohort.id } });

test('R117: those who run or lead the cohort see how far reviewers agree, criterion by criterion', async () => {
	for (const person of [world.tutor, world.leader]) {
		const told = await (await world.as(person)).must(getAgreement, ofCohort());
		expect(told.reviews).toBe(6);
		expect(told.criteria.map(({ key, works, word }) => [key, works, word])[0]).toEqual([
			'awareness',
			3,
			'unknown'
		]);
		const effectiveness = told.criteria.find(({ key }) => key === 'effectiveness');
		expect(effectiveness).toMatchObject({ alpha: 1, exact: 1, adjacent: 1 });
		expect(told.rewrite).toBeNull();
	}
});

test('fairness hides small groups; the same comments for different works are a sign to look at', async () => {
	const told = await (await world.as(world.tutor)).must(getAgreement, ofCohort());
	expect([told.organisations, told.hidden]).toEqual([[], 2]);
	expect(told.signs.alike.map(({ one, other, share }) => [one.reviewer === other.reviewer, share])).toEqual([
		[true, 1]
	]);
	expect(told.signs.favours).toEqual([]);
});

test('R167: interns, leaders of other sites and strangers do not learn that it exists', async () => {
	for (const person of [world.interns[0]!, world.otherLeader, world.stranger]) {
		expect(await (await world.as(person)).call(getAgreement, ofCohort())).toMatchObject(
			refusing(404, 'cohort.missing')
		);
	}
});
