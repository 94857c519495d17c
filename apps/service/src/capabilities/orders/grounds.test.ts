import {
	acceptInvitation,
	decideEnrolment,
	enrol,
	enterGroup,
	getAdmission,
	invitePerson,
	listMyEnrolments,
	transferEnrolment,
	withdrawEnrolment
} from '@stazhirovka/contract/cohorts';
import { getCohortOrders, issueOrder } from '@stazhirovka/contract/orders';
import { documents, people } from '@stazhirovka/db/schema';
import { plainText } from '@stazhirovka/domain/documents';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeCohort, makeIntern } from '../../testing/cohort.ts';
import { makePerson } from '../../testing/person.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);
const plan = { siteId: world.site.id, programmeVersionId: world.version, startsOn: '2027-02-01' };
const position = 'учитель начальных классов';

test('R158: an order takes people in on what brought them: an application, a list, an invitation, a transfer', async () => {
	const cohort = await makeCohort(db, plan, [world.tutor]);
	const organisationId = world.organisation('org-31').id;
	const confirm = { decision: 'confirm' as const, tutorId: null };

	const applicant = await makePerson(db, { surname: 'Аистова', position, organisationId });
	const { id } = await (await world.as(applicant)).must(enrol, { params: cohort });
	await leader.must(decideEnrolment, { params: { id }, body: confirm });

	// Had applied and gone: it is the list that brings this one.
	const listed = await makePerson(db, { surname: 'Белкина', position, organisationId, passwordHash: 'x' });
	const visitor = await world.as(listed);
	const gone = await visitor.must(enrol, { params: cohort });
	await visitor.must(withdrawEnrolment, { params: { id: gone.id } });
	const rows = [
		{ row: 2, email: listed.email, surname: 'Белкина', organisation: '' },
		{ row: 3, email: 'new@grounds.example', surname: 'Волкова', organisation: 'Лицей' }
	].map((row) => ({ ...row, givenName: 'Вера', patronymic: '', position, formulas: [] }));
	const how = { kind: 'admit' as const };
	await leader.must(enterGroup, { params: cohort, body: { rows, skipFaulty: false, how } });

	const guest = await makePerson(db, { surname: 'Грачёва', position, organisationId, passwordHash: 'x' });
	const held = { email: guest.email, surname: 'Грачёва', givenName: 'Вера', heldUntil: '2027-01-25' };
	await leader.must(invitePerson, { params: cohort, body: { ...held, position } });
	const own = await world.as(guest);
	const [invited] = await own.must(listMyEnrolments, {});
	await own.must(acceptInvitation, { params: { id: invited?.id ?? '' } });

	const other = await makeCohort(db, { ...plan, title: 'Другой' }, [world.tutor]);
	const moved = await makeIntern(db, other, await makePerson(db, { surname: 'Дроздова' }), world.tutor);
	const body = { cohortId: cohort.id, reason: 'Просит перевести на другие дни' };
	await leader.must(transferEnrolment, { params: { id: moved.id }, body });

	const { people: inside } = await leader.must(getAdmission, { params: cohort });
	const learners = inside.map((one) => one.id);
	const order = await leader.must(issueOrder, {
		params: cohort,
		body: { kind: 'order_enrol', learners }
	});
	const [document] = await db.select().from(documents).where(eq(documents.id, order.id));
	const texts = document?.paper.blocks.flatMap((block) =>
		block.kind === 'paragraph' ? plainText(block.text) : []
	);
	expect(texts?.find((text) => text.startsWith('Основание'))).toContain(
		[
			'заявка слушателя (№ 1 приложения № 1)',
			'список слушателей от организации: Школа № 331 (№ 2 приложения № 1)',
			'список слушателей от организации: Лицей (№ 3 приложения № 1)',
			'согласие приглашённого слушателя (№ 4 приложения № 1)',
			'решение о переводе из другого потока (№ 5 приложения № 1).'
		].join(', ')
	);
});

test('X14: the accusative that a tutor has confirmed is offered to the order, another form is not', async () => {
	const cohort = await makeCohort(db, plan, [world.tutor]);
	const offered = async () => (await leader.must(getCohortOrders, { params: cohort, querystring: {} })).tutor;
	const accusative = 'Вереснёву Аглаю Тихоновну';
	await db.update(people).set({ accusative, nameConfirmedAt: null }).where(eq(people.id, world.tutor.id));
	expect(await offered()).toEqual({ name: 'Вереснёва Аглая Тихоновна', inCase: null });
	const nameConfirmedAt = new Date('2027-01-10T09:00:00Z');
	await db.update(people).set({ nameConfirmedAt }).where(eq(people.id, world.tutor.id));
	expect(await offered()).toMatchObject({ inCase: accusative });
});
