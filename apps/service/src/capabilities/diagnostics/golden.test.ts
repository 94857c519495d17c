import { finishDiagnosis, getDeficitCard, type DeficitCard } from '@stazhirovka/contract/diagnostics';
import { getLearningRoute, type LearningRoute } from '@stazhirovka/contract/learning-routes';
import scenario from '@stazhirovka/domain/golden/scenario-adhd.json' with { type: 'json' };
import type { Answer } from '@stazhirovka/domain/forms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { learnerNamed, MASTERY, newLearner, type Learner } from '../../testing/learner.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

/** The golden cards and routes of the demonstration programme, taken through the API as the interns would. */
let world: World;

beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

/** The scenario writes a row in snake case and knows nothing of words, evidence and decisions. */
function inScenarioWords({ built, unanswered, rows }: DeficitCard) {
	return {
		built,
		unanswered,
		rows: rows.map(
			({ deficit, knowledge, case: situation, self, score, max, level, present, flag, masteryPercent }) => {
				return {
					deficit,
					knowledge,
					case: situation,
					self,
					score,
					max,
					mastery_percent: masteryPercent,
					level,
					present,
					flag
				};
			}
		)
	};
}

function routeInScenarioWords(route: LearningRoute) {
	return {
		tasks: route.items.map(({ task }) => task),
		length: route.items.length,
		expressed: route.expressed,
		partial: route.partial,
		not_covered_as_primary: route.notCoveredAsPrimary,
		needs_tutor_consent: route.needsTutorConsent
	};
}

async function cardAndRoute(learner: Learner, answers: Answer) {
	await learner.diagnose(answers);
	await learner.sign();
	return {
		card: inScenarioWords(await learner.intern.must(getDeficitCard, { params: learner.params })),
		route: routeInScenarioWords(await learner.intern.must(getLearningRoute, { params: learner.params }))
	};
}

test.each(scenario.trainees)('R91 R94 golden case $person: $title', async ({ person, answers, expected }) => {
	expect(await cardAndRoute(await learnerNamed(world, person), answers)).toEqual(expected);
});

test.each(scenario.negative)('R91 golden case: $title', async ({ answers, expected }) => {
	const learner = await newLearner(world);
	const body = { revision: 0, answer: answers };

	expect(await learner.intern.call(finishDiagnosis, { params: learner.params, body })).toEqual(
		refused(422, 'deficit_card.too_many_unanswered', { unanswered: expected.unanswered, allowed: 4 })
	);
});

/** Items of these deficits with nothing right in them: choices «c» earn nothing, the self-assessment is the lowest. */
function failing(...deficits: string[]): Answer {
	const wrong = { K: 'c', C: 'c', S: 0 };
	const items = deficits.flatMap((deficit) =>
		Object.entries(wrong).map(([kind, answer]) => [`${deficit}-${kind}`, answer])
	);
	return {
		...MASTERY,
		...Object.fromEntries(items),
		...(deficits.includes('D2') && { 'D2-K': ['c'] }),
		...(deficits.includes('D5') && { 'D5-K': ['e'] })
	};
}

const row = (
	deficit: string,
	points: [number, number, number],
	percent: number,
	level: string,
	flag: string | null = null
) => {
	const [knowledge, situation, self] = points;
	const score = knowledge + situation + self;
	const present = level !== 'none';
	return {
		deficit,
		knowledge,
		case: situation,
		self,
		score,
		max: 9,
		mastery_percent: percent,
		level,
		present,
		flag
	};
};

test('R91 R94 off the sample, by hand: one expressed, one partial, both flags, almost right answers', async () => {
	const answers = {
		...MASTERY,
		...{ 'D1-K': 'b', 'D1-C': 'd', 'D1-S': 3 },
		...{ 'D2-K': ['a', 'b'], 'D2-C': 'b', 'D2-S': 2 },
		...{ 'D3-K': 'd' },
		...{ 'D5-S': 1 },
		...{ 'D7-K': ['a', 'c', 'b', 'd', 'e'], 'D7-S': 2 }
	};

	expect(await cardAndRoute(await newLearner(world), answers)).toEqual({
		card: {
			built: true,
			unanswered: 0,
			rows: [
				row('D1', [0, 0, 3], 33.3, 'expressed', 'переоценка'),
				row('D2', [1, 2, 2], 55.6, 'partial'),
				row('D3', [0, 4, 3], 77.8, 'none'),
				row('D4', [2, 4, 3], 100, 'none'),
				row('D5', [2, 4, 1], 77.8, 'none', 'недооценка'),
				row('D6', [2, 4, 3], 100, 'none'),
				row('D7', [1, 4, 2], 77.8, 'none'),
				row('D8', [2, 4, 3], 100, 'none')
			]
		},
		// T01 covers D1, T03 covers D2; then deeper into D1 (33.3 %) and D2: T02, T04; then T11, where D1 is secondary.
		route: {
			tasks: ['T01', 'T02', 'T03', 'T04', 'T11'],
			length: 5,
			expressed: ['D1'],
			partial: ['D2'],
			not_covered_as_primary: [],
			needs_tutor_consent: false
		}
	});
});

test('R94 off the sample, by hand: six expressed deficits make the route longer, with the tutor’s consent', async () => {
	const { route } = await cardAndRoute(await newLearner(world), failing('D1', 'D2', 'D3', 'D4', 'D5', 'D6'));

	// By weight: T04 (D2, D4: 3), T07 (D5, D4: 3), then one each for D1, D3, D4 and D6 (2).
	expect(route).toEqual({
		tasks: ['T01', 'T04', 'T05', 'T06', 'T07', 'T08'],
		length: 6,
		expressed: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
		partial: [],
		not_covered_as_primary: [],
		needs_tutor_consent: true
	});
});

test('R91 off the sample, by hand: four unanswered items earn nothing, and the card is built', async () => {
	const { 'D1-K': _, 'D1-C': __, 'D1-S': ___, 'D2-K': ____, ...answers } = MASTERY;

	const { card, route } = await cardAndRoute(await newLearner(world), answers);

	expect([card.unanswered, card.rows[0], card.rows[1]]).toEqual([
		4,
		row('D1', [0, 0, 0], 0, 'expressed'),
		row('D2', [0, 4, 3], 77.8, 'none')
	]);
	// T01 covers D1, T02 deepens it, T11 touches it; the developing set gives T03 and T06.
	expect(route.tasks).toEqual(['T01', 'T02', 'T03', 'T06', 'T11']);
});
