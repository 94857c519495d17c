import * as contract from '@stazhirovka/contract/tasks';
import { enrolments, outbox, submissions } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { answersOf, newLearner, type Learner } from '../../testing/learner.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

const REMARK = 'Нет третьего наблюдения';

async function sent(): Promise<{ learner: Learner; id: string }> {
	const learner = await newLearner(world);
	await learner.agree(answersOf('t-1'));
	await learner.send('T01');
	return { learner, id: await submissionOf(learner) };
}

async function submissionOf(learner: Learner, { db } = world): Promise<string> {
	const [row] = await db
		.select({ id: submissions.id })
		.from(submissions)
		.where(and(eq(submissions.enrolmentId, learner.enrolmentId), eq(submissions.taskKey, 'T01')));
	return row!.id;
}

function decide(
	learner: Learner,
	id: string,
	decision: 'accepted' | 'returned',
	rest: Record<string, unknown> = {}
) {
	const body = { version: 1, decision, ...rest };
	return learner.tutor.call(contract.decideSubmission, { params: { id }, body });
}

test('R106 the tutor reads what was sent, with the criteria and whose it is', async () => {
	const { learner, id } = await sent();

	const submission = await learner.tutor.must(contract.getSubmission, { params: { id } });

	expect(submission).toMatchObject({
		id,
		enrolmentId: learner.enrolmentId,
		intern: { fullName: 'Новикова Дарья' },
		cohort: 'Поток 1',
		task: 'T01',
		title: 'Дневник трёх наблюдений',
		criteria: [
			'вывод следует из фактов',
			'функции названы по карте соотнесения',
			'нет сведений, по которым узнаётся ребёнок'
		],
		deficits: ['Соотнесение трудностей и функций', 'Проверка результата, семья и специалисты'],
		dueOn: '2027-01-20',
		late: false,
		state: 'sent',
		versions: [{ number: 1, decision: null, remark: null }],
		privateRoomId: expect.any(String),
		can: { decide: true }
	});
	expect(submission.definition.key).toBe('task:T01');
	expect(submission.versions[0]!.answer).toMatchObject({ 'T01-c1': 2, tryout_date: '2027-01-18' });
});

test('R106 returned with a remark, corrected, sent again, accepted: every version is kept with the word on it', async () => {
	const { learner, id } = await sent();

	expect(await decide(learner, id, 'returned', { remark: REMARK })).toMatchObject({
		ok: true,
		value: {
			state: 'returned',
			versions: [{ number: 1, decision: 'returned', remark: REMARK }],
			can: { decide: false }
		}
	});
	expect(await learner.task('T01')).toMatchObject({
		state: 'returned',
		versions: [{ remark: REMARK }],
		sheet: { revision: 1, submittedAt: null, can: { save: true, submit: true } },
		can: { send: true }
	});

	world.at('2027-01-25T07:00:00Z');
	expect(await learner.send('T01', { report: 'Третье наблюдение добавлено' })).toMatchObject({
		state: 'sent',
		late: false
	});
	const accepted = await decide(learner, id, 'accepted', { version: 2, remark: 'Хорошие факты' });
	world.at('2027-01-18T07:00:00Z');

	expect(
		accepted.ok &&
			accepted.value.versions.map(({ number, decision, remark, answer }) => [
				number,
				decision,
				remark,
				answer.report
			])
	).toEqual([
		[1, 'returned', REMARK, 'Записали время и действия.'],
		[2, 'accepted', 'Хорошие факты', 'Третье наблюдение добавлено']
	]);
	expect(accepted).toMatchObject({ value: { state: 'accepted', late: false } });
	expect((await recorded(world.db, 'task', [id])).map(({ kind, data }) => [kind, data])).toEqual([
		['task.sent', { task: 'T01', version: 1 }],
		['task.returned', { task: 'T01', version: 1, remark: REMARK }],
		['task.sent', { task: 'T01', version: 2 }],
		['task.accepted', { task: 'T01', version: 2, remark: 'Хорошие факты' }]
	]);
});

test('R106 the intern learns of the decision by a letter that leads to the task', async () => {
	const { learner, id } = await sent();
	await decide(learner, id, 'returned', { remark: REMARK });

	const letters = await world.db
		.select()
		.from(outbox)
		.where(eq(outbox.subject, 'Задание вернули на доработку: «Дневник трёх наблюдений»'));
	const link = `${world.deps.origin}/my/${learner.enrolmentId}/tasks/T01`;
	const own = letters.filter(({ text }) => text.includes(link));

	expect(own).toHaveLength(1);
	expect(own[0]!.text).toBe(
		`Здравствуйте, Дарья!\n\nТьютор вернул ваше задание «Дневник трёх наблюдений». Замечание:\n${REMARK}\n\nИсправьте задание и отправьте его снова:\n${link}`
	);
});

test.each([
	['returned', { remark: 'доделать' }, 422, 'task.remark_missing', { least: 10 }],
	['returned', {}, 422, 'task.remark_missing', { least: 10 }],
	['accepted', { version: 2 }, 409, 'submission.changed_meanwhile', { version: 1 }]
] as const)(
	'R106 %s with %j is refused and decides nothing',
	async (decision, rest, status, code, details) => {
		const { learner, id } = await sent();

		expect(await decide(learner, id, decision, rest)).toEqual(refused(status, code, details));
		expect(await learner.task('T01')).toMatchObject({ state: 'sent', versions: [{ decision: null }] });
	}
);

test('R106 a version that was sent again is not decided on by a tab that shows the old one', async () => {
	const { learner, id } = await sent();
	await decide(learner, id, 'returned', { remark: REMARK });
	await learner.send('T01');

	expect(await decide(learner, id, 'accepted')).toEqual(
		refused(409, 'submission.changed_meanwhile', { version: 2 })
	);
});

test('R106 of two decisions at once one holds, the other is refused, and one letter is written', async () => {
	const { learner, id } = await sent();

	const tabs = await Promise.all([
		decide(learner, id, 'accepted'),
		decide(learner, id, 'returned', { remark: REMARK })
	]);

	expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
	expect(tabs.find(({ ok }) => !ok)).toEqual(refused(409, 'task.not_now'));
	expect(await recorded(world.db, 'task.', [id])).toHaveLength(2);
	const letters = await world.db.select({ text: outbox.text }).from(outbox);
	expect(letters.filter(({ text }) => text.includes(learner.enrolmentId))).toHaveLength(1);
});

test('R106 checking goes on to the neighbours in the queue, among one’s own interns only', async () => {
	const others = await createWorld();
	const ids = [];
	for (const tutor of [others.tutor, others.otherTutor, others.tutor, others.tutor]) {
		others.at(`2027-01-18T07:0${ids.length}:00Z`);
		const learner = await newLearner(others, tutor);
		await learner.agree(answersOf('t-1'));
		await learner.send('T01');
		ids.push(await submissionOf(learner, others));
	}
	const tutor = await others.as(others.tutor);
	const beside = async (id: string) => {
		const { previous, next } = await tutor.must(contract.getSubmission, { params: { id } });
		return [previous, next];
	};
	const [first, , second, third] = ids as [string, string, string, string];

	expect(await Promise.all([first, second, third].map(beside))).toEqual([
		[null, second],
		[first, third],
		[second, null]
	]);
	const body = { version: 1, decision: 'accepted' as const };
	await tutor.must(contract.decideSubmission, { params: { id: second }, body });
	expect(await Promise.all([first, second].map(beside))).toEqual([
		[null, third],
		[first, third]
	]);
	const gone = eq(enrolments.id, await enrolmentOf(third, others));
	await others.db.update(enrolments).set({ state: 'withdrawn' }).where(gone);
	expect(await beside(first)).toEqual([null, null]);
	await others.close();
});

async function enrolmentOf(id: string, { db }: World): Promise<string> {
	const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
	return row!.enrolmentId;
}

test('R106 the tutor finds what was sent also after deciding on it', async () => {
	const { learner, id } = await sent();
	await decide(learner, id, 'accepted');

	expect(await learner.tutor.must(contract.listSentTasks, { params: learner.params })).toEqual([
		{ id, task: 'T01', state: 'accepted', sentAt: '2027-01-18T07:00:00.000Z' }
	]);
});
