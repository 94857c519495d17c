import { listConsentTexts } from '@stazhirovka/contract/accounts';
import {
	acceptInvitation,
	enterByWelcome,
	enterGroup,
	getAdmission,
	getWelcome,
	invitePerson,
	listMyEnrolments
} from '@stazhirovka/contract/cohorts';
import { outbox } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeCohort } from '../../../testing/cohort.ts';
import { makePerson } from '../../../testing/person.ts';
import { createWorld } from '../../../testing/world.ts';
import { lapseInvitations } from './commands/invitations.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);
const anybody = await world.as(null);
const missing = { refusal: { status: 404 } };

const aCohort = (capacity: number) =>
	makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version, capacity }, [world.tutor]);
/** A list of one. */
async function listed(cohort: { id: string }, email: string, surname: string) {
	const cells = { email, surname, givenName: 'Вера', patronymic: 'Петровна', position: '', organisation: '' };
	const body = { rows: [{ row: 2, ...cells }], skipFaulty: false, how: { kind: 'admit' as const } };
	await leader.must(enterGroup, { params: cohort, body });
}

test('X7: a newcomer opens the account by the link, once, with a password and the consent', async () => {
	const cohort = await aCohort(5);
	await listed(cohort, 'new-1@list.example', 'Новая');
	const [letter] = await db.select().from(outbox).where(eq(outbox.to, 'new-1@list.example'));
	const token = /\/i\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
	expect(await anybody.must(getWelcome, { params: { token } })).toMatchObject({
		fullName: 'Новая Вера Петровна',
		email: 'new-1@list.example',
		invited: false
	});

	const texts = await anybody.must(listConsentTexts, {});
	const consents = texts.filter(({ required }) => required).map(({ kind, version }) => ({ kind, version }));
	const enter = (body: { password: string; consents: typeof consents }) =>
		anybody.call(enterByWelcome, { params: { token }, body });
	expect(await enter({ password: 'четыре слова подряд', consents: [] })).toMatchObject({
		refusal: { code: 'account.consent_missing' }
	});
	expect(await enter({ password: 'пароль', consents })).toMatchObject({
		refusal: { code: 'account.password_short' }
	});
	expect(await enter({ password: 'четыре слова подряд', consents })).toMatchObject({
		value: { email: 'new-1@list.example' }
	});
	expect(await enter({ password: 'другой пароль тут', consents })).toMatchObject(missing);
	expect(await anybody.call(getWelcome, { params: { token } })).toMatchObject(missing);
	const signIn = { email: 'new-1@list.example', password: 'четыре слова подряд' };
	const response = await anybody.inject({ method: 'POST', url: '/api/sign-in', payload: signIn });
	expect(response.statusCode).toBe(200);
});

test('an invitation holds a seat until its day, then the seat goes on; an accepted one stays', async () => {
	const cohort = await aCohort(1);
	const person = await makePerson(db, { email: 'guest@list.example', surname: 'Гостева', passwordHash: 'x' });
	const guest = { email: person.email, surname: 'Гостева', givenName: 'Вера', heldUntil: '2027-01-20' };
	await leader.must(invitePerson, { params: cohort, body: guest });
	const other = { ...guest, email: 'late@list.example', surname: 'Поздняя' };
	expect(await leader.call(invitePerson, { params: cohort, body: other })).toMatchObject({
		refusal: { code: 'enrolment.few_seats', problem: { details: { limit: 0 } } }
	});
	expect(await leader.call(invitePerson, { params: cohort, body: guest })).toMatchObject({
		refusal: {
			code: 'enrolment.invitation_faulty',
			problem: { details: { faults: [{ field: 'email', code: 'group.already_in' }] } }
		}
	});
	const visitor = await world.as(person);
	const [mine] = await visitor.must(listMyEnrolments, {});
	expect(mine).toMatchObject({ state: 'invited', heldUntil: '2027-01-20', can: { accept: true } });

	const waiter = await makePerson(db, {
		email: 'waiter@list.example',
		surname: 'Ждунова',
		passwordHash: 'x'
	});
	await listed(cohort, waiter.email, 'Ждунова');
	expect((await leader.must(getAdmission, { params: cohort })).seats).toEqual({
		...{ taken: 0, held: 1, free: 0, waiting: 1 }
	});

	world.at('2027-01-21T07:00:00Z');
	expect(await visitor.call(acceptInvitation, { params: { id: mine!.id } })).toMatchObject({
		refusal: { code: 'enrolment.invitation_over' }
	});
	world.at('2027-01-20T07:00:00Z');
	expect(await (await world.as(waiter)).call(acceptInvitation, { params: { id: mine!.id } })).toMatchObject(
		missing
	);
	expect(await visitor.must(acceptInvitation, { params: { id: mine!.id } })).toMatchObject({
		state: 'confirmed'
	});
	world.at('2027-01-21T07:00:00Z');
	await lapseInvitations(world.deps);
	expect((await leader.must(getAdmission, { params: cohort })).seats.taken).toBe(1);
	world.at('2027-01-18T07:00:00Z');
});

test('R48: what keeps from admitting keeps from inviting: an audience without a reason, a cohort without a tutor', async () => {
	const cohort = await aCohort(2);
	const cook = {
		...{ email: 'cook@list.example', surname: 'Поварова', givenName: 'Вера' },
		...{ position: 'повар столовой', heldUntil: '2027-01-20' }
	};
	expect(await leader.call(invitePerson, { params: cohort, body: cook })).toMatchObject({
		refusal: {
			...{ status: 422, code: 'enrolment.audience_reason_missing' },
			problem: { details: { field: 'audienceReason', people: ['Поварова Вера'] } }
		}
	});
	const audienceReason = 'Ведёт кружок по решению директора';
	await leader.must(invitePerson, { params: cohort, body: { ...cook, audienceReason } });
	const { people } = await leader.must(getAdmission, { params: cohort });
	expect(people).toMatchObject([{ email: cook.email, state: 'invited', audienceReason }]);

	const alone = await makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version }, []);
	const guest = {
		email: 'alone@list.example',
		surname: 'Одинцова',
		givenName: 'Вера',
		heldUntil: '2027-01-20'
	};
	expect(await leader.call(invitePerson, { params: alone, body: guest })).toMatchObject({
		refusal: { code: 'enrolment.no_tutor' }
	});
});

test('an invited newcomer takes the seat with the same press that opens the account', async () => {
	const cohort = await aCohort(1);
	const email = 'fresh@list.example';
	const body = { email, surname: 'Новикова', givenName: 'Вера', heldUntil: '2027-01-20' };
	await leader.must(invitePerson, { params: cohort, body });
	const [letter] = await db.select().from(outbox).where(eq(outbox.to, email));
	const token = /\/i\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
	expect(await anybody.must(getWelcome, { params: { token } })).toMatchObject({
		...{ invited: true, heldUntil: '2027-01-20' }
	});

	const texts = await anybody.must(listConsentTexts, {});
	const consents = texts.filter(({ required }) => required).map(({ kind, version }) => ({ kind, version }));
	const given = { password: 'четыре слова подряд', consents };
	const presses = [1, 2].map(() => anybody.call(enterByWelcome, { params: { token }, body: given }));
	const answers = await Promise.all(presses);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	const { people: inside } = await leader.must(getAdmission, { params: cohort });
	expect(inside).toMatchObject([{ email, state: 'confirmed', newcomer: false }]);
});

test('an invitation that nobody took lapses with its day, and the first in the list is seated', async () => {
	const cohort = await makeCohort(
		db,
		{ siteId: world.site.id, programmeVersionId: world.version, capacity: 1, startsOn: '2027-02-01' },
		[world.tutor]
	);
	const guest = {
		email: 'silent@list.example',
		surname: 'Молчалина',
		givenName: 'Вера',
		heldUntil: '2027-01-20'
	};
	await leader.must(invitePerson, { params: cohort, body: guest });
	await listed(cohort, 'next-1@list.example', 'Следующая');

	world.at('2027-01-20T20:00:00Z');
	await lapseInvitations(world.deps);
	const states = async () =>
		(await leader.must(getAdmission, { params: cohort })).people.map(
			({ email, state }) => `${email} ${state}`
		);
	expect((await states()).toSorted()).toEqual(['next-1@list.example waiting', 'silent@list.example invited']);
	world.at('2027-01-21T07:00:00Z');
	await Promise.all([lapseInvitations(world.deps), lapseInvitations(world.deps)]);
	expect((await states()).toSorted()).toEqual([
		'next-1@list.example confirmed',
		'silent@list.example lapsed'
	]);
	world.at('2027-01-18T07:00:00Z');
});
