import { overrideLevel } from '@stazhirovka/contract/diagnostics';
import { getLearningRoute } from '@stazhirovka/contract/learning-routes';
import { journal } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { answersOf, MASTERY, newLearner, type Learner } from '../../testing/learner.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

async function planned(person = 't-1'): Promise<Learner> {
	const learner = await newLearner(world);
	await learner.diagnose(answersOf(person));
	await learner.sign();
	return learner;
}

function read(learner: Learner) {
	return learner.intern.must(getLearningRoute, { params: learner.params });
}

/** Every item answered, none of them right: eight expressed deficits. */
const NOTHING_RIGHT = Object.fromEntries(
	Object.entries(MASTERY).map(([item, right]) => [item, item.endsWith('S') ? 0 : wrongInPlaceOf(right)])
);

function wrongInPlaceOf(right: unknown) {
	if (!Array.isArray(right)) return 'c';
	return right.length === 5 ? right.toReversed() : ['e'];
}

test('R94 R99 R100 the frozen card gives a route with a reason for every task and dates after module 1', async () => {
	const route = await read(await planned());

	expect(route.items.map(({ task, dueOn, why, state, late }) => [task, dueOn, why, state, late])).toEqual([
		['T01', '2027-01-20', { code: 'covers_expressed', deficit: 'D1' }, 'locked', false],
		['T04', '2027-01-25', { code: 'covers_partial', deficit: 'D2' }, 'locked', false],
		['T08', '2027-01-28', { code: 'covers_expressed', deficit: 'D6' }, 'locked', false],
		['T10', '2027-02-02', { code: 'covers_expressed', deficit: 'D7' }, 'locked', false],
		['T12', '2027-02-05', { code: 'covers_expressed', deficit: 'D8' }, 'locked', false]
	]);
	expect(route.items[1]).toMatchObject({
		position: 2,
		tryoutRequired: true,
		deficits: [
			{ key: 'D2', title: 'Инструкция к заданию', role: 'primary' },
			{ key: 'D4', title: 'Дозирование задания и внимание', role: 'secondary' }
		]
	});
	expect({ ...route, items: 0, choices: route.choices.length, deficitTitles: 0, intern: 0 }).toEqual({
		intern: 0,
		tutor: expect.objectContaining({ id: world.tutor.id }),
		state: 'draft',
		items: 0,
		expressed: ['D1', 'D6', 'D7', 'D8'],
		partial: ['D2', 'D4'],
		notCoveredAsPrimary: ['D4'],
		needsTutorConsent: false,
		changedByHand: false,
		changeReason: null,
		remark: null,
		revision: 1,
		agreedAt: null,
		startsOn: '2027-01-18',
		endsOn: '2027-02-26',
		choices: 12,
		deficitTitles: 0,
		minutesPerWeek: null,
		load: [
			{ monday: '2027-01-18', minutes: 40, workingDays: 5 },
			{ monday: '2027-01-25', minutes: 43, workingDays: 5 },
			{ monday: '2027-02-01', minutes: 37, workingDays: 5 }
		],
		notes: [{ code: 'even', fullest: 43 }],
		versions: 1,
		asked: null,
		can: { change: true, propose: true, agree: false, return: false, ask: false, answer: false, limit: true }
	});
});

test('R91 R94 the route is planned from what the tutor decided, not from what the rules gave', async () => {
	const learner = await newLearner(world);
	await learner.diagnose(answersOf('t-1'));
	let revision = 1;
	for (const deficit of ['D1', 'D6', 'D7', 'D8', 'D2']) {
		const body = { revision, deficit, level: 'none' as const, reason: 'Показано на трёх уроках' };
		({ revision } = await learner.tutor.must(overrideLevel, { params: learner.params, body }));
	}
	await learner.sign(revision);

	const route = await read(learner);

	expect([route.expressed, route.partial, route.items.map(({ task }) => task)]).toEqual([
		[],
		['D4'],
		['T03', 'T04', 'T06', 'T08', 'T10']
	]);
});

test('R94 a route longer than the programme’s needs the tutor’s consent, and the agreement records it', async () => {
	const learner = await newLearner(world);
	await learner.agree(NOTHING_RIGHT);

	const route = await read(learner);

	expect([route.items.length, route.needsTutorConsent, route.state]).toEqual([8, true, 'agreed']);
	const [agreed] = await world.db.select().from(journal).where(eq(journal.kind, 'learning_route.agreed'));
	expect(agreed).toMatchObject({ actorId: world.tutor.id, data: { revision: 1, consentToLength: true } });
});

test('R94 a card signed in the middle of the cohort gets dates from that day on', async () => {
	world.at('2027-01-28T21:30:00Z');
	const route = await read(await planned());
	world.at('2027-01-18T07:00:00Z');

	expect(route.items.map(({ dueOn }) => dueOn)).toEqual([
		'2027-02-02',
		'2027-02-04',
		'2027-02-08',
		'2027-02-10',
		'2027-02-12'
	]);
});
