import { getMyFinalWork } from '@stazhirovka/contract/final-works';
import {
	decideAppeal,
	getAppeal,
	listAppeals,
	saveAppeal,
	sendAppeal,
	setAppealRule
} from '@stazhirovka/contract/results';
import { getTutorQueue } from '@stazhirovka/contract/tasks';
import { outbox } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import type { TestPerson } from '../../../testing/person.ts';
import { recorded } from '../../../testing/records.ts';
import { refusing } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { remindOfAppeals } from '../index.ts';
import { markSent } from '../reviews-store.ts';

const REASON = 'Замеры до и после приложены в разделе «Подтверждения».';
let world: World;
let expertise: Expertise;
let params: { id: string };
let cohort: { params: { id: string } };
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-19T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.reviewThree();
	await reviewInReserve(1, world.otherTutor);
	params = { id: await expertise.workId(3) };
	cohort = { params: { id: world.cohort.id } };
});
afterAll(() => world.close());

const as = (person: TestPerson) => world.as(person);
const author = () => as(expertise.person(3));
const lettersOf = (subject: string) =>
	world.db.select({ to: outbox.to, text: outbox.text }).from(outbox).where(eq(outbox.subject, subject));
/** A sent review of somebody who is no intern of the cohort, with the marks that another one gave. */
async function reviewInReserve(n: number, person: TestPerson): Promise<void> {
	const [given] = await expertise.reviewsOf(n);
	const { id } = await expertise.giveToReserve(n, person);
	const { scores, comments } = given!;
	const sent = { scores: scores!, comments: comments!, sentAt: world.deps.now() };
	await world.db.transaction((tx) => markSent(tx, id, sent));
}

const raised = (marks: Record<string, number>) => ({
	marks: { ...marks, effectiveness: 2 },
	changes: { effectiveness: 'Замеры в работе есть, рецензенты их не увидели.' },
	passed: true,
	conclusion: 'Критерий «Результативность» раскрыт, балл повышен.'
});

test('whether an appeal may lower a result is fixed by the leader before the announcement', async () => {
	const leader = await as(world.leader);
	const fixed = await leader.must(setAppealRule, { ...cohort, body: { mayLower: true } });
	expect(fixed).toMatchObject({ mayLower: true, can: { setRule: true } });
	const back = await leader.must(setAppealRule, { ...cohort, body: { mayLower: false } });
	expect(back.mayLower).toBe(false);
	const tutor = await as(world.tutor);
	expect(await tutor.call(setAppealRule, { ...cohort, body: { mayLower: true } })).toMatchObject(
		refusing(403, 'forbidden')
	);

	await expertise.announce();
	expect(await leader.call(setAppealRule, { ...cohort, body: { mayLower: true } })).toMatchObject(
		refusing(409, 'appeal_rule.too_late')
	);
});

test('R167: an appeal does not exist for anybody but its author and those who run or lead the cohort', async () => {
	const draft = { revision: 0, answer: {} };
	const decision = raised({});
	for (const person of [expertise.person(1), world.otherLeader, world.stranger]) {
		const visitor = await as(person);
		const answers = [
			await visitor.call(getAppeal, { params }),
			await visitor.call(saveAppeal, { params, body: draft }),
			await visitor.call(sendAppeal, { params, body: draft }),
			await visitor.call(decideAppeal, { params, body: decision }),
			await visitor.call(listAppeals, cohort),
			await visitor.call(setAppealRule, { ...cohort, body: { mayLower: true } })
		];
		for (const told of answers) expect(told).toMatchObject(refusing(404, 'cohort.missing'));
	}
	expect(await (await as(world.tutor)).call(sendAppeal, { params, body: draft })).toMatchObject(
		refusing(403, 'forbidden')
	);
	expect(await (await author()).call(decideAppeal, { params, body: decision })).toMatchObject(
		refusing(404, 'appeal.missing')
	);
});

test('the author reads the rule first, appeals once with a reason, and the time for a revision stands still', async () => {
	const visitor = await author();
	const before = await visitor.must(getAppeal, { params });
	expect(before).toMatchObject({
		mine: true,
		until: '2027-02-26T21:00:00.000Z',
		mayLower: false,
		can: { send: true, decide: false }
	});
	expect(await visitor.call(sendAppeal, { params, body: { revision: 0, answer: {} } })).toMatchObject(
		refusing(422, 'appeal.reason_missing')
	);
	await visitor.must(saveAppeal, { params, body: { revision: 0, answer: { effectiveness: 'Есть' } } });
	const sent = await visitor.must(sendAppeal, {
		params,
		body: { revision: 1, answer: { effectiveness: REASON } }
	});
	// 20–21 and 27–28 February are weekends, 23 February is a holiday.
	expect(sent).toMatchObject({
		sent: { answerBy: '2027-03-01', late: false, reasons: { effectiveness: REASON } },
		can: { send: false }
	});
	expect(
		await visitor.call(sendAppeal, { params, body: { revision: 2, answer: { effectiveness: REASON } } })
	).toMatchObject(refusing(409, 'appeal.already_sent'));

	const { intern, params: mine } = await expertise.learner(3);
	expect((await intern.must(getMyFinalWork, { params: mine })).revisionUntil).toBe(
		'2027-03-08T21:00:00.000Z'
	);
});

test('the tutor whose decision is disputed is not asked: the other one has it in the queue and by letter', async () => {
	const queueOf = async (person: TestPerson) =>
		(await (await as(person)).must(getTutorQueue, {})).filter(({ kind }) => kind === 'appeal');
	expect(await queueOf(world.tutor)).toEqual([]);
	expect(await queueOf(world.otherTutor)).toMatchObject([{ id: params.id, late: false }]);
	expect((await lettersOf('Подана апелляция на результат итоговой работы')).map(({ to }) => to)).toEqual([
		world.otherTutor.email
	]);

	const own = await as(world.tutor);
	const { marks, reason } = await own.must(getAppeal, { params });
	expect(reason).toBe('appeal.own_decision');
	expect(await own.call(decideAppeal, { params, body: raised(marks ?? {}) })).toMatchObject(
		refusing(409, 'appeal.own_decision')
	);
	expect(
		await (await as(world.leader)).call(decideAppeal, { params, body: raised(marks ?? {}) })
	).toMatchObject(refusing(403, 'forbidden'));
	expect(await (await as(world.leader)).must(listAppeals, cohort)).toMatchObject({
		sent: 1,
		open: 1,
		late: 0
	});
});

test('a reminder is written once, on the day before the answer is due', async () => {
	const { db, origin } = world.deps;
	const remind = (at: string) => remindOfAppeals({ db, origin, now: () => new Date(at) });
	await remind('2027-02-27T09:00:00Z');
	expect(await lettersOf('Апелляция ждёт ответа')).toEqual([]);
	await Promise.all([remind('2027-02-28T09:00:00Z'), remind('2027-02-28T09:00:00Z')]);
	expect((await lettersOf('Апелляция ждёт ответа')).map(({ to }) => to)).toEqual([world.otherTutor.email]);
});

test('of two answers at once one holds; the result has a new round, the work passes, the author is told', async () => {
	const visitor = await as(world.otherTutor);
	const { marks } = await visitor.must(getAppeal, { params });
	const lowered = { ...raised(marks ?? {}), marks: { ...marks, reflection: 0 } };
	expect(await visitor.call(decideAppeal, { params, body: lowered })).toMatchObject(
		refusing(409, 'appeal.may_not_lower')
	);

	const body = raised(marks ?? {});
	const answers = await Promise.all([1, 2].map(() => visitor.call(decideAppeal, { params, body })));
	expect(answers.map((told) => (told.ok ? 'ok' : told.refusal.code)).sort()).toEqual([
		'appeal.already_decided',
		'ok'
	]);

	const { intern, params: mine } = await expertise.learner(3);
	const work = await intern.must(getMyFinalWork, { params: mine });
	expect(work.state).toBe('passed');
	expect(work.results.map(({ round, basis, passed }) => [round, basis, passed])).toEqual([
		[1, 'reviews', false],
		[2, 'appeal', true]
	]);
	expect(work.results[1]?.medians?.effectiveness).toBe(2);
	expect((await recorded(world.db, 'appeal.', [params.id])).map(({ kind }) => kind)).toEqual([
		'appeal.sent',
		'appeal.decided'
	]);
	expect((await lettersOf('Решение по вашей апелляции'))[0]?.text).toContain('Работа зачтена.');

	const seen = await intern.must(getAppeal, { params });
	expect(seen.decided).toMatchObject({
		by: null,
		passed: true,
		changes: { effectiveness: body.changes.effectiveness }
	});
});

test('a tutor who reviewed the work in reserve is not asked about it: another one answers', async () => {
	const own = { id: await expertise.workId(1) };
	const body = { revision: 0, answer: { effectiveness: REASON } };
	await (await as(expertise.person(1))).must(sendAppeal, { params: own, body });
	const letters = (await lettersOf('Подана апелляция на результат итоговой работы')).filter(({ text }) =>
		text.includes(own.id)
	);
	expect(letters.map(({ to }) => to)).toEqual([world.tutor.email]);

	const reviewer = await as(world.otherTutor);
	const { marks, can, reason } = await reviewer.must(getAppeal, { params: own });
	expect([can.decide, reason]).toEqual([false, 'appeal.own_decision']);
	const kept = {
		marks,
		changes: {},
		passed: true,
		conclusion: 'Баллы рецензентов обоснованы, результат прежний.'
	};
	expect(await reviewer.call(decideAppeal, { params: own, body: kept })).toMatchObject(
		refusing(409, 'appeal.own_decision')
	);
	expect((await reviewer.must(getTutorQueue, {})).filter(({ kind }) => kind === 'appeal')).toEqual([]);
	const other = await as(world.tutor);
	expect((await other.must(getAppeal, { params: own })).can.decide).toBe(true);
	expect((await other.must(decideAppeal, { params: own, body: kept })).decided).toMatchObject({
		passed: true
	});
});

test('an appeal that comes after seven days is refused', async () => {
	world.at('2027-02-26T21:00:00Z');
	const late = { id: await expertise.workId(2) };
	const visitor = await as(expertise.person(2));
	expect(await visitor.must(getAppeal, { params: late })).toMatchObject({
		reason: 'appeal.too_late',
		can: { send: false }
	});
	expect(
		await visitor.call(sendAppeal, { params: late, body: { revision: 0, answer: { effectiveness: REASON } } })
	).toMatchObject(refusing(409, 'appeal.too_late'));
});
