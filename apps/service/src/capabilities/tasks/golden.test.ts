import { getEffectivenessCard, postEffectivenessCard } from '@stazhirovka/contract/tasks';
import type { Answer } from '@stazhirovka/domain/forms';
import scenario from '@stazhirovka/domain/golden/scenario-adhd.json' with { type: 'json' };
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { learnerNamed, newLearner, type Learner } from '../../testing/learner.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

/** The golden effectiveness cards and the privacy rule, through the API. */
let world: World;

beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

async function post(learner: Learner, own: Answer) {
	const { sheet } = await learner.intern.must(getEffectivenessCard, { params: learner.params });
	const body = { revision: 0, answer: wholeAnswer(sheet.definition, own) as never };
	return learner.intern.call(postEffectivenessCard, { params: learner.params, body });
}

/** The first task of the route is sent. */
async function atEffectiveness(learner: Learner): Promise<Learner> {
	const route = await learner.agree();
	await learner.send(route.items[0]!.task);
	return learner;
}

test.each([
	...scenario.effectiveness,
	{
		card: { person: null, baseline: [20, 20, 20], after: [21, 21, 21], better_is: 'снижается' },
		expected: { baseline_mean: 20, after_mean: 21, change_percent: -5, verdict: 'без изменений' }
	},
	{
		card: { person: null, baseline: [10, 10, 10], after: [12, 12, 12], better_is: 'растёт' },
		expected: { baseline_mean: 10, after_mean: 12, change_percent: 20, verdict: 'заметное улучшение' }
	},
	{
		card: { person: null, baseline: [4, 6, 8], after: [5, 5, 6], better_is: 'растёт' },
		expected: { baseline_mean: 6, after_mean: 5.33, change_percent: -11.1, verdict: 'ухудшение' }
	}
])(
	'R107 golden effectiveness card of $card.person (null: by hand): $expected.verdict',
	async ({ card, expected }) => {
		const { person, ...answer } = card;
		const learner = await atEffectiveness(await (person ? learnerNamed(world, person) : newLearner(world)));

		expect(await post(learner, answer)).toMatchObject({
			ok: true,
			value: {
				figures: {
					baselineMean: expected.baseline_mean,
					afterMean: expected.after_mean,
					changePercent: expected.change_percent,
					difference: 'difference' in expected ? expected.difference : null,
					verdict: expected.verdict
				}
			}
		});
	}
);

test.each(scenario.privacy_negative)(
	'R166 golden case: $field $value – $expected',
	async ({ field, value, expected }) => {
		const learner = await atEffectiveness(await newLearner(world));

		const answer = await post(learner, { baseline: [1, 1, 1], after: [2, 2, 2], [field]: value });

		if (expected === 'принять') expect(answer).toMatchObject({ ok: true });
		else
			expect(answer).toEqual(refused(422, 'form.faulty', { faults: [{ path: field, code: 'pupil_code' }] }));
	}
);
