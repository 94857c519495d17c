import { getRoom } from '@stazhirovka/contract/chat';
import {
	getFinalWork,
	getMyFinalWork,
	inviteAdministration,
	listForum,
	publishFinalWork
} from '@stazhirovka/contract/final-works';
import { getForm, saveForm } from '@stazhirovka/contract/forms';
import type { Answer } from '@stazhirovka/domain/forms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { Expertise } from '../../testing/expertise.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { roomIds } from '../chat/index.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
});
afterAll(() => world.close());

/** A whole work that is not published yet. */
async function draft(n: number, own: Answer = {}) {
	const { intern, params } = await expertise.learner(n);
	const { sheet } = await intern.must(getMyFinalWork, { params });
	const answer = wholeAnswer(sheet.definition, own) as never;
	return { intern, params, body: { revision: sheet.revision, answer } };
}

test('R111: the final work waits for the own tasks, then for the own effectiveness card', async () => {
	await expertise.prepare(2);
	const { intern, params, body } = await draft(1);
	const before = await intern.must(getMyFinalWork, { params });
	expect(before).toMatchObject({
		id: null,
		state: null,
		reason: { code: 'final_work.tasks_not_sent' },
		can: { publish: false, inviteAdministration: false }
	});
	expect(await intern.call(publishFinalWork, { params, body })).toMatchObject({
		ok: false,
		refusal: { status: 409, code: 'final_work.tasks_not_sent' }
	});

	await expertise.prepare(1, { card: false });
	const between = await intern.must(getMyFinalWork, { params });
	expect(between.reason).toEqual({ code: 'final_work.effectiveness_card_missing' });
	expect(await intern.call(publishFinalWork, { params, body })).toMatchObject({
		refusal: { status: 409, code: 'final_work.effectiveness_card_missing' }
	});
});

test('R114: a published work is on the forum, under discussion and in the group room', async () => {
	const { intern, params, body } = await draft(2, { kind: 'урок', passport_3: 'Дроби вокруг нас' });
	const mine = await intern.must(publishFinalWork, { params, body });

	expect(mine).toMatchObject({
		state: 'published',
		version: 1,
		publishedAt: '2027-02-10T09:00:00.000Z',
		results: [],
		reviews: [],
		passTotal: 10,
		maxTotal: 18,
		reason: null,
		can: { publish: false, inviteAdministration: true }
	});
	expect(mine.sheet.can).toEqual({ save: false, submit: false });
	expect(await recorded(world.db, 'final_work', [mine.id!])).toEqual([
		{
			kind: 'final_work.published',
			actorId: expertise.person(2).id,
			data: { title: 'Урок: Дроби вокруг нас' }
		}
	]);

	const colleague = await world.as(expertise.person(3));
	expect(await colleague.must(listForum, { params: { id: world.cohort.id } })).toEqual([
		{
			id: mine.id,
			title: 'Урок: Дроби вокруг нас',
			author: 'Белоколодезных Марфа Лукинична',
			publishedAt: '2027-02-10T09:00:00.000Z',
			state: 'published',
			messages: 0,
			mine: false
		}
	]);
	const shown = await colleague.must(getFinalWork, { params: { id: mine.id! } });
	expect(shown).toMatchObject({ answer: body.answer, workRoomId: mine.workRoomId, can: { discuss: true } });
	const ofCohort = { cohortId: world.cohort.id, passTotal: 10, maxTotal: 18 };
	expect(shown).toMatchObject({ enrolmentId: expertise.enrolment(3), ...ofCohort });
	const tutor = await world.as(world.tutor);
	expect(await tutor.must(getFinalWork, { params: { id: mine.id! } })).toMatchObject({
		enrolmentId: null,
		...ofCohort
	});

	const room = await colleague.must(getRoom, { params: { id: mine.workRoomId! } });
	expect(room.members.length).toBe(8);
	const { groupRoomId } = await roomIds(world.db, { cohortId: world.cohort.id });
	const group = await colleague.must(getRoom, { params: { id: groupRoomId! } });
	expect(group.messages.at(-1)?.card).toEqual({
		kind: 'final_work',
		title: 'Урок: Дроби вокруг нас',
		result: null,
		lines: [],
		place: `/works/${mine.id}`
	});
});

test('the same publication again is answered like the first; another one is refused', async () => {
	const { intern, params } = await expertise.learner(2);
	const { sheet, id } = await intern.must(getMyFinalWork, { params });
	const again = { revision: 0, answer: sheet.answer };

	expect(await intern.must(publishFinalWork, { params, body: again })).toMatchObject({ id, version: 1 });
	const other = { revision: sheet.revision, answer: { ...sheet.answer, next: 'Совсем другое' } };
	expect(await intern.call(publishFinalWork, { params, body: other })).toMatchObject({
		refusal: { status: 409, code: 'final_work.not_now' }
	});
	expect((await recorded(world.db, 'final_work', [id!])).length).toBe(1);
});

test('of two tabs that publish different works at once one wins', async () => {
	await expertise.prepare(4);
	const { intern, params, body } = await draft(4);
	const bodies = ['Один', 'Другой'].map((next) => ({
		...body,
		answer: { ...(body.answer as object), next }
	}));

	const answers = await Promise.all(
		bodies.map((one) => intern.call(publishFinalWork, { params, body: one as never }))
	);
	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.status)).sort()).toEqual([200, 409]);
});

test('R111, R112, R166: a date ahead, a gap and what looks like a pupil’s name are stopped with their places', async () => {
	await expertise.prepare(5);
	const { intern, params, body } = await draft(5);
	const publish = (own: Answer) =>
		intern.call(publishFinalWork, {
			params,
			body: { ...body, answer: { ...(body.answer as object), ...own } as never }
		});

	expect(await publish({ tryout_date: '2027-02-11' })).toMatchObject({
		refusal: {
			status: 422,
			code: 'form.faulty',
			problem: { details: { faults: [{ path: 'tryout_date', code: 'in_future' }] } }
		}
	});
	expect(await publish({ self_analysis_awareness: 'Коротко' })).toMatchObject({
		refusal: {
			status: 422,
			code: 'form.faulty',
			problem: { details: { faults: [{ path: 'self_analysis_awareness', code: 'too_short' }] } }
		}
	});
	expect(await publish({ problem: 'Иванов Пётр не может сидеть спокойно.' })).toMatchObject({
		refusal: { status: 422, code: 'form.privacy' }
	});
	expect((await intern.must(getMyFinalWork, { params })).state).toBe(null);
	expect(await publish({ tryout_date: '2027-02-10' })).toMatchObject({ ok: true });
});

test('the draft is saved through the forms, and only until it is published', async () => {
	const { intern, params } = await expertise.learner(6);
	const form = { ...params, key: 'final_work' };
	await intern.must(saveForm, {
		params: form,
		querystring: {},
		body: { revision: 0, answer: { next: 'Черновик' } }
	});
	expect((await intern.must(getMyFinalWork, { params })).sheet).toMatchObject({
		answer: { next: 'Черновик' },
		revision: 1
	});

	const published = await expertise.learner(2);
	const { revision } = await published.intern.must(getForm, {
		params: { ...published.params, key: 'final_work' },
		querystring: {}
	});
	const late = { revision, answer: {} };
	expect(
		await published.intern.call(saveForm, {
			params: { ...published.params, key: 'final_work' },
			querystring: {},
			body: late
		})
	).toMatchObject({ refusal: { status: 409, code: 'form.submitted' } });
});

test('R167: nobody else has an intern’s own final work, and no other cohort has the forum', async () => {
	const { params } = await expertise.learner(2);
	const id = await expertise.workId(2);

	for (const [who, visitor] of [
		...(await outsiders(world)),
		['the tutor', await world.as(world.tutor)] as const
	]) {
		expect([who, await visitor.call(getMyFinalWork, { params })]).toMatchObject([
			who,
			{ refusal: { status: 404 } }
		]);
		const invited = await visitor.call(inviteAdministration, { params });
		expect([who, invited]).toMatchObject([who, { refusal: { status: 404 } }]);
	}
	for (const person of [world.otherLeader, world.stranger]) {
		const outsider = await world.as(person);
		const seen = await outsider.inject({ url: `/api/final-works/${id}` });
		const unknown = await outsider.inject({ url: `/api/final-works/${world.cohort.id}` });
		expect(seen.statusCode).toBe(404);
		expect(seen.body).toBe(unknown.body);
		expect((await outsider.inject({ url: `/api/cohorts/${world.cohort.id}/final-works` })).statusCode).toBe(
			404
		);
	}
	const nobody = await world.as(null);
	expect((await nobody.inject({ url: `/api/final-works/${id}` })).statusCode).toBe(401);
	expect((await (await world.as(world.leader)).inject({ url: '/api/final-works/nonsense' })).statusCode).toBe(
		404
	);
});
