import { changeTutor } from '@stazhirovka/contract/alerts';
import { decideSubmission } from '@stazhirovka/contract/tasks';
import { submissions, tutorFigures } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf, newLearner } from '../../testing/learner.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { keepFigures } from './index.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

test('R75: rows by tutor are of whoever the intern had at the decision: nobody decides in another’s place', async () => {
	const learner = await newLearner(world);
	await learner.agree(answersOf('t-1'));
	await learner.send('T01');
	const [sent] = await world.db
		.select({ id: submissions.id })
		.from(submissions)
		.where(eq(submissions.enrolmentId, learner.enrolmentId));
	const params = { id: sent?.id ?? '' };
	const body = { version: 1, decision: 'accepted' as const };
	for (const person of [world.leader, world.coordinator, world.administrator, world.otherTutor])
		expect(await (await world.as(person)).call(decideSubmission, { params, body })).toEqual(
			refused(404, 'submission.missing')
		);
	await learner.tutor.must(decideSubmission, { params, body });
	const leader = await world.as(world.leader);
	const change = { tutorId: world.otherTutor.id, instead: world.tutor.id };
	await leader.must(changeTutor, { params: { id: learner.enrolmentId }, body: change });

	await keepFigures(world.deps);
	const { tutorId, checked } = tutorFigures;
	expect(await world.db.select({ tutorId, checked }).from(tutorFigures)).toEqual([
		{ tutorId: world.tutor.id, checked: 1 }
	]);
});
