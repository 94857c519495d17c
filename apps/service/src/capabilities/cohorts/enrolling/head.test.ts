import {
	answerHead,
	askHead,
	decideEnrolment,
	enrol,
	enterHeadOnPaper,
	getAdmission,
	getHeadConfirmation,
	listMyEnrolments,
	setAdmission,
	withdrawEnrolment
} from '@stazhirovka/contract/cohorts';
import { outbox } from '@stazhirovka/db/schema';
import { desc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeCohort } from '../../../testing/cohort.ts';
import { makePerson } from '../../../testing/person.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);
const anybody = await world.as(null);
const signed = { author: 'Директорова Анна Ивановна', position: 'директор' };
const conditions = ['works_here' as const, 'free_days' as const, 'tutoring' as const];
const missing = { refusal: { status: 404 } };

/** Somebody of a school who has applied where the head is asked. */
async function applicant() {
	const cohort = await makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version }, [
		world.tutor
	]);
	const body = { revision: 1, capacity: 12, enrolmentOpen: true, asksHead: true, priorityGroups: [] };
	await leader.must(setAdmission, { params: cohort, body });
	const person = await makePerson(db, {
		position: 'учитель начальных классов',
		organisationId: world.organisation('org-31').id
	});
	const visitor = await world.as(person);
	const { id } = await visitor.must(enrol, { params: cohort });
	return { cohort, person, visitor, id };
}

async function tokenSentTo(email: string): Promise<string> {
	const [letter] = await db
		.select()
		.from(outbox)
		.where(eq(outbox.to, email))
		.orderBy(desc(outbox.id))
		.limit(1);
	return /\/h\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

async function asked(email: string) {
	const one = await applicant();
	await one.visitor.must(askHead, { params: { id: one.id }, body: { email } });
	return { ...one, token: await tokenSentTo(email) };
}

test('R77: the head confirms by the link of the letter, without an account; then the site decides', async () => {
	const { cohort, visitor, id, token } = await asked('head-1@school.example');
	expect((await visitor.must(listMyEnrolments, {}))[0]).toMatchObject({
		state: 'awaiting_head',
		head: { state: 'asked', email: 'head-1@school.example', fromRegister: false }
	});
	const early = { params: { id }, body: { decision: 'confirm' as const, tutorId: null } };
	expect(await leader.call(decideEnrolment, early)).toMatchObject({ refusal: { code: 'enrolment.not_now' } });

	const page = await anybody.must(getHeadConfirmation, { params: { token } });
	expect(page).toMatchObject({
		intern: 'Проба Вера',
		position: 'учитель начальных классов',
		school: 'Школа № 331',
		hours: 12,
		answer: null
	});
	const body = { agreed: true as const, ...signed, conditions };
	await anybody.must(answerHead, { params: { token }, body });

	const { people } = await leader.must(getAdmission, { params: cohort });
	expect(people[0]).toMatchObject({ state: 'applied', head: { state: 'agreed', author: signed.author } });
	expect((await leader.must(decideEnrolment, early)).state).toBe('confirmed');
});

test('R77: the link is for one answer, of two at once one is taken, and afterwards it shows what was said', async () => {
	const { token } = await asked('head-2@school.example');
	const agree = { params: { token }, body: { agreed: true as const, ...signed, conditions } };
	const refuse = {
		params: { token },
		body: { agreed: false as const, ...signed, reason: 'Некем заменить уроки' }
	};
	const answers = await Promise.all([
		anybody.call(answerHead, agree),
		anybody.call(answerHead, refuse),
		anybody.call(answerHead, agree)
	]);
	const codes = answers.map((answer) => (answer.ok ? 'taken' : answer.refusal.code)).sort();
	expect(codes).toEqual(['head.already_answered', 'head.already_answered', 'taken']);
	expect((await anybody.must(getHeadConfirmation, { params: { token } })).answer).not.toBe(null);
});

test('R77: a refusal has a reason, the applicant is told, and the application is over', async () => {
	const { cohort, person, visitor, id, token } = await asked('head-3@school.example');
	const reason = 'В эти дни у школы государственная аттестация';
	await anybody.must(answerHead, { params: { token }, body: { agreed: false, ...signed, reason } });
	expect((await visitor.must(listMyEnrolments, {}))[0]).toMatchObject({
		state: 'declined',
		decisionReason: reason,
		head: { state: 'refused', reason }
	});
	const [letter] = await db.select().from(outbox).where(eq(outbox.to, person.email));
	expect(letter?.text).toContain(reason);
	expect(await visitor.call(enrol, { params: cohort })).toMatchObject({
		refusal: { code: 'enrolment.exists' }
	});
	expect(await visitor.call(askHead, { params: { id }, body: { email: 'a@b.example' } })).toMatchObject({
		refusal: { code: 'enrolment.not_now' }
	});
});

test('R77: all conditions of tutoring are confirmed, or nothing is', async () => {
	const { token } = await asked('head-4@school.example');
	const body = { agreed: true as const, ...signed, conditions: conditions.slice(0, 2) };
	expect(await anybody.call(answerHead, { params: { token }, body })).toMatchObject({
		refusal: { status: 422, code: 'head.conditions_missing' }
	});
});

test('R77: a letter is sent again after a pause, and the link before it stops working; a link ends in 14 days', async () => {
	const { visitor, id, token } = await asked('head-5@school.example');
	const again = { params: { id }, body: { email: 'head-5@school.example' } };
	expect(await visitor.call(askHead, again)).toMatchObject({
		refusal: { status: 409, code: 'head.too_soon', problem: { details: { limit: 10 } } }
	});
	world.at('2027-01-18T07:11:00Z');
	await visitor.must(askHead, again);
	const second = await tokenSentTo('head-5@school.example');
	expect(await anybody.call(getHeadConfirmation, { params: { token } })).toMatchObject(missing);
	expect(await anybody.call(getHeadConfirmation, { params: { token: second } })).toMatchObject({ ok: true });

	world.at('2027-02-01T07:12:00Z');
	expect(await anybody.call(getHeadConfirmation, { params: { token: second } })).toMatchObject(missing);
	expect((await visitor.must(listMyEnrolments, {}))[0]?.head?.state).toBe('outdated');
	world.at('2027-01-18T07:00:00Z');
});

test('R77: after a withdrawal the link asks nothing', async () => {
	const { visitor, id, token } = await asked('head-6@school.example');
	await visitor.must(withdrawEnrolment, { params: { id } });
	expect(await anybody.call(getHeadConfirmation, { params: { token } })).toMatchObject(missing);
	const body = { agreed: true as const, ...signed, conditions };
	expect(await anybody.call(answerHead, { params: { token }, body })).toMatchObject({
		refusal: { code: 'enrolment.not_now' }
	});
});

test('R77: a letter on paper is entered by the site and by nobody else', async () => {
	const { cohort, person, id } = await applicant();
	const body = { ...signed, paper: 'Письмо школы от 11.01.2027 № 7' };
	for (const outsider of [world.otherLeader, world.tutor, world.stranger, person]) {
		const visitor = await world.as(outsider);
		expect(await visitor.call(enterHeadOnPaper, { params: { id }, body })).toMatchObject(missing);
	}
	await leader.must(enterHeadOnPaper, { params: { id }, body });
	const { people } = await leader.must(getAdmission, { params: cohort });
	expect(people[0]).toMatchObject({
		state: 'applied',
		head: { state: 'agreed', onPaper: true, reason: body.paper }
	});
});

test('nobody writes to the head for somebody else, and a made-up link leads nowhere', async () => {
	const { id } = await applicant();
	const body = { email: 'head-7@school.example' };
	expect(await (await world.as(world.stranger)).call(askHead, { params: { id }, body })).toMatchObject(
		missing
	);
	expect(await leader.call(askHead, { params: { id }, body })).toMatchObject(missing);
	expect(await anybody.call(getHeadConfirmation, { params: { token: 'made-up' } })).toMatchObject(missing);
	const refusal = { agreed: false as const, ...signed, reason: 'Просто потому, что могу' };
	expect(await anybody.call(answerHead, { params: { token: 'made-up' }, body: refusal })).toMatchObject(
		missing
	);
});
