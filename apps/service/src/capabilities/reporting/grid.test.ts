import { getPath, markAttendance, type Path } from '@stazhirovka/contract/cohorts';
import { submitForm } from '@stazhirovka/contract/forms';
import { proposeLearningRoute } from '@stazhirovka/contract/learning-routes';
import { getGrid, listJournal, type Grid } from '@stazhirovka/contract/reporting';
import { enrolments, people, workingGroupMembers, workingGroups } from '@stazhirovka/db/schema';
import { afterAll, expect, test, vi } from 'vitest';
import { correlationAnswer } from '../../testing/cards.ts';
import { makeCohort } from '../../testing/cohort.ts';
import { Expertise } from '../../testing/expertise.ts';
import { answersOf } from '../../testing/learner.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const expertise = new Expertise(world);
const leader = await world.as(world.leader);
const tutor = await world.as(world.tutor);
const params = { id: world.cohort.id };
const readGrid = () => leader.must(getGrid, { params });

/** The row of an intern and the intern's own path, asked for by each in their own name. */
async function bothViews(n: number): Promise<{ row: Grid['rows'][number]; path: Path }> {
	const grid = await readGrid();
	const { intern, enrolmentId } = await expertise.learner(n);
	const row = grid.rows.find((candidate) => candidate.enrolmentId === enrolmentId);
	return { row: row!, path: await intern.must(getPath, { params: { id: enrolmentId } }) };
}

test('a cohort that has not begun is a grid of its steps, alike for all', async () => {
	const grid = await readGrid();
	expect(grid.steps.map(({ key, short, module }) => [key, short, module])).toEqual([
		['attendance', 'Очно', 1],
		['form.correlation_card', 'Соотнесение', 1],
		['form.blank_plan', 'Пустографка', 1],
		['form.competence_analysis_card', 'Видео', 1],
		['diagnosis', 'Диагностика', 1],
		['deficit_card', 'Дефициты', 1],
		['learning_route', 'Маршрут', 1],
		['task.1', 'Задание 1', 2],
		['task.2', 'Задание 2', 2],
		['task.3', 'Задание 3', 2],
		['task.4', 'Задание 4', 2],
		['task.5', 'Задание 5', 2],
		['effectiveness_card', 'Результативность', 2],
		['final_work', 'Работа', 3],
		['reviews', 'Рецензии', 3],
		['result', 'Итог', 3],
		['survey', 'Анкета', 3],
		['certificate', 'Документ', 3]
	]);
	expect(grid.rows).toHaveLength(6);
	expect(grid.rows[0]).toMatchObject({ tutor: { id: world.tutor.id }, done: 0, late: 0, lastActiveAt: null });
});

test('the grid says of each intern what the intern’s own path says, at every stage', async () => {
	const [first, second, third] = [
		await expertise.learner(1),
		await expertise.learner(2),
		await expertise.learner(3)
	];
	await tutor.must(markAttendance, { params: first.params, body: { present: true } });
	await first.intern.must(submitForm, {
		params: { ...first.params, key: 'correlation_card' },
		querystring: {},
		body: { revision: 0, answer: correlationAnswer(10) }
	});
	await first.diagnose(answersOf('t-1'));
	await second.diagnose();
	await second.sign();
	await second.intern.must(proposeLearningRoute, { params: second.params, body: { revision: 1 } });
	await third.agree(answersOf('t-3'));
	await third.send(
		(await third.intern.must(getPath, { params: third.params })).next!.place!.slice('tasks/'.length)
	);
	world.at('2027-02-10T07:00:00Z');
	await expertise.published(4, 5, 6);
	await expertise.give([
		{ author: 4, reviewers: [5, 6] },
		{ author: 5, reviewers: [4, 6] },
		{ author: 6, reviewers: [4, 5] }
	]);
	for (const review of await expertise.reviewsOf(4)) await expertise.review(review, {});

	const seen = [];
	for (const n of [1, 2, 3, 4, 5, 6]) {
		const { row, path } = await bothViews(n);
		const steps = path.modules.flatMap((module) => module.steps);
		expect(row.cells).toEqual(
			steps.map(({ key, state, late, doneOn, dueOn }) => {
				return { step: key, state, late, doneOn, dueOn: state === 'done' ? null : dueOn };
			})
		);
		expect([row.done, row.total]).toEqual([path.done, path.total]);
		seen.push([path.next?.key, path.next?.state, path.done]);
	}
	world.at('2027-01-18T07:00:00Z');
	expect(seen).toEqual([
		['deficit_card', 'open', 3],
		['learning_route', 'waiting', 2],
		['task.2', 'open', 3],
		['reviews', 'open', 5],
		['reviews', 'open', 5],
		['reviews', 'open', 5]
	]);
});

test('a path leads to each step by its address', async () => {
	const { path } = await bothViews(4);
	expect(path.modules.flatMap(({ steps }) => steps.map(({ place }) => place))).toEqual([
		'activities/m1a1',
		'activities/m1a2',
		'activities/m1a3',
		'activities/m1a4',
		'diagnosis',
		'deficit-card',
		'learning-route',
		'tasks/T03',
		'tasks/T06',
		'tasks/T08',
		'tasks/T10',
		'tasks/T11',
		'effectiveness-card',
		'final-work',
		'reviews',
		'final-work',
		'survey',
		'certificate'
	]);
	expect(path).toMatchObject({
		intern: { id: world.interns[3]!.id },
		tutor: { id: world.tutor.id },
		privateRoomId: expect.any(String),
		groupRoomId: expect.any(String)
	});
});

test('who is late is counted by the server’s clock, to the end of the day in the site’s zone', async () => {
	const { row, path } = await bothViews(3);
	const due = path.modules[1]!.steps[1]!.dueOn!;
	expect(row.late).toBe(0);

	world.at(`${due}T20:59:59Z`);
	expect((await bothViews(3)).row.late).toBe(0);
	world.at(`${due}T21:00:00Z`);
	const late = await bothViews(3);
	expect(late.row.late).toBe(1);
	expect(late.row.cells.find(({ step }) => step === 'task.2')).toMatchObject({ state: 'open', late: true });
	world.at('2027-01-18T07:00:00Z');
});

test('last activity is the newest trace of the intern', async () => {
	const { row } = await bothViews(1);
	expect(row.lastActiveAt).toBe('2027-01-18T07:00:00.000Z');
});

test('R66: an intern who is in a working group of the site is told with it', async () => {
	const [group] = await world.db
		.insert(workingGroups)
		.values({ siteId: world.site.id, title: 'Карты урока', direction: 'Методика', fromDay: '2027-01-10' })
		.returning({ id: workingGroups.id });
	const { id: personId } = world.interns[1]!;
	await world.db
		.insert(workingGroupMembers)
		.values({ groupId: group!.id, position: 1, name: 'Белоколодезных М. Л.', personId });
	const { rows } = await readGrid();
	const grouped = rows.filter(({ workingGroup }) => workingGroup !== null);
	expect(grouped.map(({ person, workingGroup }) => [person.id, workingGroup])).toEqual([
		[personId, 'Карты урока']
	]);
});

test('R169: the journal names who decided and whom it was about', async () => {
	const entries = await leader.must(listJournal, { params });
	const named = entries.find(({ kind }) => kind === 'deficit_card.frozen');
	expect(named).toMatchObject({
		actor: 'Вереснёва Аглая Тихоновна',
		subject: expect.stringMatching(/^\S+ \S+/)
	});
	const anonymous = entries.filter(({ kind, subject }) => subject === null && !kind.startsWith('reviews.'));
	expect(anonymous).toEqual([]);
});

test('R167: no grid and no journal for anybody who neither runs nor leads the cohort', async () => {
	const allowed = ['another tutor of the cohort', 'the site leader', 'the coordinator', 'the administrator'];
	for (const [who, visitor] of await outsiders(world)) {
		const answers = [await visitor.call(getGrid, { params }), await visitor.call(listJournal, { params })];
		const status = allowed.includes(who) ? 200 : 404;
		expect([who, ...answers.map((answer) => (answer.ok ? 200 : answer.refusal.status))]).toEqual([
			who,
			status,
			status
		]);
	}
});

test('R167: a path is for the intern and the intern’s own tutor', async () => {
	const { id } = world.enrolments[0]!;
	for (const [who, visitor] of await outsiders(world)) {
		expect([who, await visitor.call(getPath, { params: { id } })]).toMatchObject([
			who,
			{ refusal: { status: 404 } }
		]);
	}
	expect((await tutor.call(getPath, { params: { id } })).ok).toBe(true);
});

test('a grid of 300 interns takes as many statements as one of six', async () => {
	const big = await makeCohort(
		world.db,
		{ siteId: world.site.id, programmeVersionId: world.version, capacity: 300 },
		[world.tutor]
	);
	const rows = Array.from({ length: 300 }, (_, n) => ({
		email: `crowd-${n}@test.example`,
		surname: `Н${n}`,
		givenName: 'А'
	}));
	const crowd = await world.db.insert(people).values(rows).returning({ id: people.id });
	await world.db.insert(enrolments).values(
		crowd.map(({ id }) => ({
			cohortId: big.id,
			personId: id,
			tutorId: world.tutor.id,
			state: 'confirmed' as const
		}))
	);

	const statements = vi.spyOn(world.db.$client, 'unsafe');
	const countFor = async (id: string) => {
		statements.mockClear();
		const grid = await leader.must(getGrid, { params: { id } });
		return [grid.rows.length, statements.mock.calls.length];
	};
	const [, few] = await countFor(world.cohort.id);
	expect(await countFor(big.id)).toEqual([300, few]);
	expect(few).toBeLessThanOrEqual(13);
});
