import {
	changeTutor,
	getAlerts,
	listAlerts,
	remind,
	setAlertRules,
	type Alerts
} from '@stazhirovka/contract/alerts';
import { listRooms } from '@stazhirovka/contract/chat';
import { extendDeadline } from '@stazhirovka/contract/deadlines';
import { decideSubmission } from '@stazhirovka/contract/tasks';
import { journal, outbox } from '@stazhirovka/db/schema';
import { ALERT_RULES } from '@stazhirovka/domain/alerts';
import { desc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const expertise = new Expertise(world);
const leader = await world.as(world.leader);
const tutor = await world.as(world.tutor);
const params = { id: world.cohort.id };
const MONDAY = '2027-01-18T07:00:00Z';

const read = () => leader.must(getAlerts, { params });
const ofIntern = ({ alerts }: Alerts, n: number) =>
	alerts
		.filter(({ enrolmentId }) => enrolmentId === expertise.enrolment(n))
		.map(({ kind, step, since, days, count }) => [kind, step?.key ?? null, since, days, count]);

async function letters() {
	const rows = await world.db
		.select({ to: outbox.to, subject: outbox.subject, text: outbox.text })
		.from(outbox)
		.orderBy(desc(outbox.id));
	return rows;
}

test('nobody needs attention on the first day', async () => {
	expect(await read()).toMatchObject({
		rules: ALERT_RULES,
		revision: 0,
		alerts: [],
		can: { setRules: true }
	});
});

test('silence is counted from the first day, or from the last trace', async () => {
	const second = await expertise.learner(2);
	world.at('2027-01-20T07:00:00Z');
	await second.diagnose();
	world.at('2027-01-23T07:00:00Z');
	const alerts = await read();
	expect(ofIntern(alerts, 1)).toEqual([['silent', null, '2027-01-18', 5, 1]]);
	expect(ofIntern(alerts, 2)).toEqual([]);
	world.at('2027-01-25T07:00:00Z');
	expect(ofIntern(await read(), 2)).toEqual([['silent', null, '2027-01-20', 5, 1]]);
});

test('what lies with the tutor alerts, and is gone as soon as the tutor decides', async () => {
	world.at(MONDAY);
	const third = await expertise.prepare(3, { card: false });
	world.at('2027-01-21T07:00:00Z');
	expect(ofIntern(await read(), 3)).toEqual([['unchecked', 'task.1', '2027-01-18', 3, 5]]);
	expect((await read()).alerts.find(({ kind }) => kind === 'unchecked')).toMatchObject({
		step: { title: null },
		can: { remind: true, extend: false, changeTutor: true, giveReviewsOn: false }
	});
	await expertise.accept(3);
	expect(ofIntern(await read(), 3)).toEqual([]);
	expect(third.enrolmentId).toBe(expertise.enrolment(3));
});

test('a last day that is near alerts until more time is given', async () => {
	world.at(MONDAY);
	const fourth = await expertise.learner(4);
	await fourth.agree();
	world.at('2027-01-25T07:00:00Z');
	const [found] = (await read()).alerts.filter(
		({ enrolmentId, kind }) => enrolmentId === fourth.enrolmentId && kind === 'deadline'
	);
	expect(found).toMatchObject({ step: { key: 'task.1' }, can: { extend: true } });
	const body = { step: 'task.1', until: '2027-02-20', reason: 'Болела неделю, справка есть' };
	await leader.must(extendDeadline, { params: fourth.params, body });
	expect(
		(await read()).alerts.filter(
			({ enrolmentId, kind, step }) =>
				enrolmentId === fourth.enrolmentId && kind === 'deadline' && step?.key === 'task.1'
		)
	).toEqual([]);
});

test('a reminder is one letter a day: the second person is told, and next day one may remind again', async () => {
	world.at('2027-01-23T07:00:00Z');
	const enrolment = { id: expertise.enrolment(1) };
	const once = { params: enrolment, body: { kind: 'silent' as const } };
	const answers = await Promise.all([leader.call(remind, once), tutor.call(remind, once)]);
	expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(answers.find(({ ok }) => !ok)).toEqual(refused(409, 'alert.reminded_today'));
	expect((await letters()).filter(({ subject }) => subject === 'Продолжите стажировку')).toHaveLength(1);
	const [alert] = (await read()).alerts.filter(({ enrolmentId }) => enrolmentId === enrolment.id);
	expect(alert).toMatchObject({ reminded: { at: '2027-01-23T07:00:00.000Z' }, can: { remind: false } });

	world.at('2027-01-24T07:00:00Z');
	await tutor.must(remind, once);
	const rooms = await tutor.must(listRooms, {});
	expect(JSON.stringify(rooms)).toContain('Вы давно не продолжали программу');
	const [row] = await world.db.select().from(journal).where(eq(journal.kind, 'alert.reminded')).limit(1);
	expect(row).toMatchObject({ subjectId: enrolment.id, cohortId: world.cohort.id, data: { kind: 'silent' } });
});

test('of what is over nobody is reminded, and nobody reminds himself', async () => {
	world.at(MONDAY);
	const body = { kind: 'review' as const };
	expect(await leader.call(remind, { params: { id: expertise.enrolment(1) }, body })).toEqual(
		refused(409, 'alert.over')
	);
	const own = { params: { id: expertise.enrolment(3) }, body: { kind: 'unchecked' as const } };
	expect(await tutor.call(remind, own)).toEqual(refused(403, 'forbidden'));
});

test('R75: a tutor is reminded of what lies, and the leader gives the intern to another tutor', async () => {
	world.at(MONDAY);
	const fifth = await expertise.prepare(5, { card: false });
	world.at('2027-01-22T07:00:00Z');
	await leader.must(remind, { params: fifth.params, body: { kind: 'unchecked' } });
	const [letter] = (await letters()).filter(({ subject }) => subject === 'Работа ждёт вашей проверки');
	expect(letter).toMatchObject({ to: world.tutor.email, text: expect.stringContaining('ждут ещё 4 работы') });

	const change = { params: fifth.params, body: { tutorId: world.otherTutor.id, instead: world.tutor.id } };
	await leader.must(changeTutor, change);
	expect(await leader.call(changeTutor, change)).toEqual(refused(409, 'enrolment_tutor.changed_meanwhile'));
	const other = await world.as(world.otherTutor);
	expect(JSON.stringify(await other.must(listRooms, {}))).toContain('private');
	const submission = { version: 1, decision: 'accepted' as const };
	const lying = await world.db.query.submissions.findFirst({
		where: (table, { eq: is }) => is(table.enrolmentId, fifth.enrolmentId)
	});
	const one = { params: { id: lying!.id }, body: submission };
	expect((await tutor.call(decideSubmission, one)).ok).toBe(false);
	await other.must(decideSubmission, one);
	const stranger = { tutorId: world.stranger.id, instead: world.otherTutor.id };
	expect(await leader.call(changeTutor, { params: fifth.params, body: stranger })).toMatchObject({
		refusal: { status: 422, code: 'enrolment.tutor_unknown' }
	});
});

test('a review that is owed alerts, and can be given on', async () => {
	world.at(MONDAY);
	await expertise.published(1, 2, 6);
	await expertise.give([
		{ author: 1, reviewers: [2, 6] },
		{ author: 2, reviewers: [1, 6] },
		{ author: 6, reviewers: [1, 2] }
	]);
	for (const review of await expertise.reviewsOf(1)) await expertise.review(review, {});
	world.at('2027-02-22T07:00:00Z');
	const owed = (await read()).alerts.filter(({ kind }) => kind === 'review');
	expect(owed.map(({ enrolmentId, since, days }) => [enrolmentId, since, days])).toEqual(
		expect.arrayContaining([1, 2, 6].map((n) => [expertise.enrolment(n), '2027-02-20', 2]))
	);
	expect(owed[0]).toMatchObject({ can: { giveReviewsOn: true, extend: true, remind: true } });
});

test('the leader sets the rules, and the second of two is told', async () => {
	world.at('2027-01-25T07:00:00Z');
	const rules = { ...ALERT_RULES, silent: null, deadline: null, review: null, unchecked: 60 };
	await leader.must(setAlertRules, { params, body: { revision: 0, rules } });
	expect(await read()).toMatchObject({ rules, revision: 1, alerts: [] });
	expect(await leader.call(setAlertRules, { params, body: { revision: 0, rules } })).toEqual(
		refused(409, 'alert_rules.changed_meanwhile')
	);
	const wrong = { revision: 1, rules: { ...rules, silent: 0 } };
	expect(await leader.call(setAlertRules, { params, body: wrong })).toMatchObject({
		refusal: {
			status: 422,
			problem: { details: { faults: [{ field: 'rules.silent', code: 'alerts.days_wrong' }] } }
		}
	});
	await leader.must(setAlertRules, { params, body: { revision: 1, rules: ALERT_RULES } });
});

test('the leader of a site sees its running cohorts in one list, others see none of it', async () => {
	world.at('2027-01-25T07:00:00Z');
	const { cohorts, people, shown } = await leader.must(listAlerts, {});
	const [found] = shown;
	const { alerts } = await read();
	expect(found).toMatchObject({
		cohortId: world.cohort.id,
		people: new Set(alerts.map(({ enrolmentId }) => enrolmentId)).size
	});
	expect([cohorts, people]).toEqual([1, found!.people]);
	expect(found!.first).toHaveLength(3);
	for (const person of [world.otherLeader, world.tutor, world.stranger])
		expect(await (await world.as(person)).must(listAlerts, {})).toEqual({ cohorts: 0, people: 0, shown: [] });
});

test('R167: alerts, rules, reminders and tutors are nothing for outsiders', async () => {
	world.at('2027-01-25T07:00:00Z');
	const { revision, rules } = await read();
	const leads = ['the site leader', 'the coordinator', 'the administrator'];
	const enrolment = { id: expertise.enrolment(1) };
	const statusOf = (answer: { ok: boolean; refusal?: { status: number } }) =>
		answer.ok ? 200 : answer.refusal?.status;
	for (const [who, visitor] of await outsiders(world)) {
		if (leads.includes(who)) continue;
		const change = { tutorId: world.otherTutor.id, instead: world.tutor.id };
		const answers = [
			await visitor.call(getAlerts, { params }),
			await visitor.call(setAlertRules, { params, body: { revision, rules } }),
			await visitor.call(remind, { params: enrolment, body: { kind: 'silent' } }),
			await visitor.call(changeTutor, { params: enrolment, body: change })
		];
		const seen = who === 'another tutor of the cohort' ? 200 : 404;
		expect([who, ...answers.map(statusOf)]).toEqual([who, seen, 404, 404, 404]);
	}
	expect(await tutor.call(setAlertRules, { params, body: { revision, rules } })).toEqual(
		refused(404, 'cohort.missing')
	);
	expect(
		await tutor.call(changeTutor, {
			params: enrolment,
			body: { tutorId: world.otherTutor.id, instead: world.tutor.id }
		})
	).toEqual(refused(404, 'enrolment.missing'));
});
