import { changeLearningRoute, getLearningRoute } from '@stazhirovka/contract/learning-routes';
import { getGrid } from '@stazhirovka/contract/reporting';
import { afterAll, expect, test } from 'vitest';
import { newLearner } from '../../testing/learner.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const leader = await world.as(world.leader);

test('a longer route of one intern asks nothing of the others: each has the steps of their own path', async () => {
	const longer = await newLearner(world);
	await longer.diagnose();
	await longer.sign();
	const { items, choices, revision } = await longer.intern.must(getLearningRoute, { params: longer.params });
	const dueOn = items.at(-1)!.dueOn;
	const more = choices.filter(({ task }) => !items.some((item) => item.task === task)).slice(0, 2);
	await longer.intern.must(changeLearningRoute, {
		params: longer.params,
		body: {
			revision,
			items: [...items.map(({ task }) => ({ task, dueOn })), ...more.map(({ task }) => ({ task, dueOn }))],
			reason: 'Взяла ещё два задания: хватит времени.'
		}
	});

	const { steps, rows } = await leader.must(getGrid, { params: { id: world.cohort.id } });
	expect(steps.map(({ key }) => key)).toEqual(expect.arrayContaining(['task.6', 'task.7']));
	const sizes = rows.map(({ enrolmentId, total, cells }) => [
		enrolmentId === longer.enrolmentId ? 'longer' : 'other',
		total,
		cells.length
	]);
	expect(sizes.sort()).toEqual([['longer', 20, 20], ...Array.from({ length: 6 }, () => ['other', 18, 18])]);
});
