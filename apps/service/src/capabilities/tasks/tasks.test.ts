import { saveForm } from '@stazhirovka/contract/forms';
import * as contract from '@stazhirovka/contract/tasks';
import { submissions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { answersOf, newLearner, type Learner } from '../../testing/learner.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

/** With the route T01, T04, T08, T10, T12, due from 22 January on. */
async function agreed(): Promise<Learner> {
	const learner = await newLearner(world);
	await learner.agree(answersOf('t-1'));
	return learner;
}

async function send(
	learner: Learner,
	key: string,
	own: Record<string, unknown> = {},
	rest: Record<string, unknown> = {}
) {
	const { sheet } = await learner.task(key);
	const answer = { ...wholeAnswer(sheet.definition), ...own };
	const body = { revision: 0, answer: answer as never, ...rest };
	return learner.intern.call(contract.sendTask, { params: { ...learner.params, key }, body });
}

test('R99 R101–R103 a task shows what to do, why, by when, and one sheet for report, try-out, self-check, self-analysis', async () => {
	const learner = await agreed();

	const task = await learner.task('T01');

	expect(task).toMatchObject({
		key: 'T01',
		position: 1,
		of: 5,
		title: 'Дневник трёх наблюдений',
		minutes: 20,
		materials: [
			{ key: 'B01', kind: 'card', fileUrl: null },
			{ key: 'B02', kind: 'template', fileUrl: null }
		],
		deficits: [
			{ key: 'D1', role: 'primary' },
			{ key: 'D8', role: 'secondary' }
		],
		dueOn: '2027-01-20',
		late: false,
		state: 'open',
		reason: null,
		versions: [],
		privateRoomId: expect.any(String),
		privacyWarning: expect.stringMatching(/^Не указывайте имя/),
		can: { send: true }
	});
	expect(task.sheet.definition.sections.map(({ key }) => key)).toEqual([
		'report',
		'tryout',
		'self_check',
		'self_analysis'
	]);
});

test('R100 the next task opens when the one before is sent, and a locked one cannot be sent', async () => {
	const learner = await agreed();

	expect(await learner.task('T04')).toMatchObject({
		state: 'locked',
		reason: { code: 'task.previous_not_sent', details: { task: 'T01' } },
		sheet: { can: { save: false, submit: false } },
		can: { send: false }
	});
	expect(await send(learner, 'T04')).toEqual(refused(409, 'task.locked'));

	expect(await learner.send('T01')).toMatchObject({
		state: 'sent',
		versions: [{ number: 1, sentAt: '2027-01-18T07:00:00.000Z', decision: null }],
		sheet: { submittedAt: '2027-01-18T07:00:00.000Z', can: { save: false, submit: false } },
		can: { send: false }
	});
	expect(await learner.task('T04')).toMatchObject({ state: 'open', can: { send: true } });
	expect(await learner.task('T08')).toMatchObject({ state: 'locked' });
});

test('R96 before the route is agreed every task is locked; a task that is not in the route does not exist', async () => {
	const learner = await newLearner(world);
	await learner.diagnose(answersOf('t-1'));
	await learner.sign();

	expect(await learner.task('T01')).toMatchObject({
		state: 'locked',
		reason: { code: 'task.route_not_agreed' }
	});
	expect(await send(learner, 'T01')).toEqual(refused(409, 'task.locked'));
	for (const key of ['T02', 'T99']) {
		const params = { ...learner.params, key };
		expect(await learner.intern.call(contract.getTask, { params })).toEqual(refused(404, 'task.missing'));
		const body = { revision: 0, answer: {} };
		expect(await learner.intern.call(contract.sendTask, { params, body })).toEqual(
			refused(404, 'task.missing')
		);
	}
});

test('R101 R102 R103 a sheet without self-check, self-analysis or try-out is not sent and stays open', async () => {
	const learner = await agreed();

	const answer = await send(learner, 'T01', { tryout_date: null, 'T01-c6': null, 'T01-q1': 'Коротко.' });

	expect(answer).toEqual(
		refused(422, 'form.faulty', {
			faults: [
				{ path: 'tryout_date', code: 'required' },
				{ path: 'T01-c6', code: 'required' },
				{ path: 'T01-q1', code: 'too_short', limit: 100, found: 8 }
			]
		})
	);
	expect(await learner.task('T01')).toMatchObject({
		state: 'open',
		sheet: { revision: 0, submittedAt: null }
	});
});

test('R103 a try-out that has not been yet is not reported', async () => {
	const learner = await agreed();

	expect(await send(learner, 'T01', { tryout_date: '2027-01-19' })).toEqual(
		refused(422, 'form.faulty', { faults: [{ path: 'tryout_date', code: 'in_future' }] })
	);
	expect(await learner.task('T01')).toMatchObject({ state: 'open' });
});

test('R166 what looks like a pupil’s name stops the sending until the intern has looked and confirmed', async () => {
	const learner = await agreed();
	const report = { report: 'Ваня Петров записал три шага.' };

	expect(await send(learner, 'T01', report)).toEqual(
		refused(422, 'form.privacy', { warnings: [{ path: 'report', kind: 'name', fragment: 'Ваня Петров' }] })
	);
	expect(await learner.task('T01')).toMatchObject({ state: 'open', versions: [] });
	expect(await send(learner, 'T01', report, { confirmedPrivacy: true })).toMatchObject({ ok: true });
});

test('sending twice at once sends once; other words in the second tab are refused, not lost in silence', async () => {
	const learner = await agreed();

	const clicks = await Promise.all([send(learner, 'T01'), send(learner, 'T01'), send(learner, 'T01')]);

	expect(clicks.map((answer) => answer.ok && answer.value.versions.length)).toEqual([1, 1, 1]);
	const [submission] = await world.db
		.select()
		.from(submissions)
		.where(eq(submissions.enrolmentId, learner.enrolmentId));
	expect(await recorded(world.db, 'task', [submission!.id])).toEqual([
		{ kind: 'task.sent', actorId: expect.any(String), data: { task: 'T01', version: 1 } }
	]);
	expect(await send(learner, 'T01', { report: 'Другой отчёт' })).toEqual(refused(409, 'task.not_now'));
});

test('of two tabs the one that is older is told what is stored', async () => {
	const learner = await agreed();
	const draft = { report: 'Начало отчёта' };
	await learner.intern.must(saveForm, {
		params: { ...learner.params, key: 'task:T01' },
		querystring: {},
		body: { revision: 0, answer: draft }
	});

	expect(await send(learner, 'T01')).toEqual(
		refused(409, 'form.changed_elsewhere', { revision: 1, answer: draft })
	);
	expect(await send(learner, 'T01', {}, { revision: 1 })).toMatchObject({ ok: true });
});

test('a task is late when its day is over at the site, by the clock of the service; it can still be sent', async () => {
	const learner = await agreed();

	world.at('2027-01-20T20:59:59Z');
	expect((await learner.task('T01')).late).toBe(false);
	world.at('2027-01-20T21:00:00Z');
	expect((await learner.task('T01')).late).toBe(true);
	expect(await learner.send('T01')).toMatchObject({ state: 'sent', late: true });
	world.at('2027-01-18T07:00:00Z');
});
