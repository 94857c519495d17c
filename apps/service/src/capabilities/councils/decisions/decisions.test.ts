import { getApplication, listMyApplications } from '@stazhirovka/contract/applications';
import {
	changeDecisionLetter,
	closeMeeting,
	listDecisionLetters,
	listMyDecisionLetters,
	listProposals,
	recordProposal,
	releaseDecisionLetters
} from '@stazhirovka/contract/councils';
import { applications, outbox } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCouncil, type CouncilWorld } from '../../../testing/council.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { reviewFacts, waitingNews } from '../index.ts';

let world: World;
let own: CouncilWorld;
let id: string;
beforeAll(async () => {
	world = await createWorld();
	own = await openCouncil(world, 'letters');
	id = await own.application({ state: 'reviewed', reviewResult: 'positive' });
	let meeting = await own.put(await own.plan(), id);
	for (const n of [0, 1, 2]) await own.declare(n, id);
	meeting = await own.attend(meeting, 0, 1, 2);
	meeting = await own.vote(meeting, meeting.items[0]!.id, 'fff', 'Присвоить статус на два года');
	const body = { revision: meeting.revision };
	await own.coordinator.must(closeMeeting, { params: { id: meeting.id }, body });
});
afterAll(() => world.close());

const sent = () => world.db.select().from(outbox).where(eq(outbox.to, own.applicant.email));
const told = async () => (await world.as(own.applicant)).must(listMyDecisionLetters, { params: { id } });

const seen = async () => {
	const author = await world.as(own.applicant);
	const { state } = await author.must(getApplication, { params: { id } });
	const listed = (await author.must(listMyApplications, {})).find((one) => one.id === id)?.state;
	return { state, listed };
};

test('a decision prepares a letter, and nothing is sent or shown before it is released', async () => {
	const [letter, ...others] = await own.coordinator.must(listDecisionLetters, {});
	expect(others).toEqual([]);
	expect(letter).toMatchObject({ kind: 'council', result: 'for', releasedAt: null });
	expect(letter?.text).toContain('Присвоить статус на два года');
	expect(await sent()).toEqual([]);
	expect(await told()).toEqual([]);
	expect([...(await waitingNews(world.db, [id]))]).toEqual([
		[id, { seenState: 'reviewed', hidesReview: false, decided: true }]
	]);
	expect(await seen()).toEqual({ state: 'reviewed', listed: 'reviewed' });
});

test('R4: a proposal is recorded where the regulation names a body, once, and moves the application', async () => {
	const book = await own.coordinator.must(listProposals, { querystring: {} });
	expect(book.applications).toEqual([{ id, title: 'Заявка letters-1', body: 'Экспертный совет' }]);
	const paper = { number: '12', madeOn: '2027-01-18', text: 'Представляем к присвоению статуса.' };
	const propose = (body: Partial<typeof paper> & { about?: 'termination'; subjectId?: string } = {}) =>
		own.coordinator.call(recordProposal, { body: { about: 'status', subjectId: id, ...paper, ...body } });

	expect(await propose({ madeOn: '2027-01-19' })).toMatchObject({ refusal: { code: 'proposal.in_future' } });
	expect(await propose({ about: 'termination', subjectId: world.otherSite.id, number: '13' })).toMatchObject({
		refusal: { status: 409, code: 'proposal.not_prescribed' }
	});
	const stranger = await world.as(world.leader);
	expect(await stranger.call(recordProposal, { body: { about: 'status', subjectId: id, ...paper } })).toEqual(
		refused(404, 'application.missing')
	);
	const both = await Promise.all([propose(), propose()]);
	expect(both.map((one) => one.ok || one.refusal.status).toSorted()).toEqual([409, true]);
	const [row] = await world.db.select().from(applications).where(eq(applications.id, id));
	expect(row?.state).toBe('proposed');
	expect((await reviewFacts(world.db, id)).proposal).toEqual({
		...{ body: 'Экспертный совет', number: '12', date: '2027-01-18' }
	});
});

test('chosen letters are released together, each as it was seen, and only once', async () => {
	const [first, second] = await own.coordinator.must(listDecisionLetters, {});
	const words = { subject: 'Решение совета', text: 'Ваша заявка поддержана.' };
	const change = (revision: number) =>
		own.coordinator.call(changeDecisionLetter, {
			params: { id: first!.id },
			body: { ...words, revision }
		});
	expect(await change(0)).toMatchObject({ value: { ...words, revision: 1 } });
	expect(await change(0)).toEqual(refused(409, 'decision_letter.changed_meanwhile'));

	const release = (revision: number, visitor = own.coordinator) =>
		visitor.call(releaseDecisionLetters, {
			body: {
				letters: [
					{ id: first!.id, revision },
					{ id: second!.id, revision: 0 }
				]
			}
		});
	expect(await release(0)).toEqual(refused(409, 'decision_letter.changed_meanwhile'));
	expect(await sent()).toEqual([]);
	expect(await release(1, await world.as(world.leader))).toEqual(refused(404, 'decision_letter.missing'));
	const both = await Promise.all([release(1), release(1)]);
	expect(both.map((one) => one.ok || one.refusal.status).toSorted()).toEqual([409, true]);
	expect((await sent()).map(({ subject }) => subject)).toEqual([
		'Решение совета',
		'По заявке направлено представление: Заявка letters-1'
	]);
	expect((await told()).map(({ text }) => text)[0]).toBe('Ваша заявка поддержана.');
	expect([...(await waitingNews(world.db, [id]))]).toEqual([]);
	expect(await (await world.as(world.stranger)).must(listMyDecisionLetters, { params: { id } })).toEqual([]);
});
