import * as applying from '@stazhirovka/contract/applications';
import {
	closeMeeting,
	finishExpertise,
	listDecisionLetters,
	listMyDecisionLetters
} from '@stazhirovka/contract/councils';
import { outbox } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMENT, openCouncil, type CouncilWorld } from '../../../testing/council.ts';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import type { Visitor } from '../../../testing/visitor.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { lockedApplication, moveTo } from '../../sites/index.ts';

let world: World;
let own: CouncilWorld;
let author: Visitor;
beforeAll(async () => {
	world = await createWorld();
	own = await openCouncil(world, 'telling');
	author = await world.as(own.applicant);
});
afterAll(() => world.close());

const read = (id: string, visitor = author) => visitor.must(applying.getApplication, { params: { id } });
const subjects = async () =>
	(await world.db.select().from(outbox).where(eq(outbox.to, own.applicant.email)).orderBy(outbox.id)).map(
		({ subject }) => subject.split(':')[0]
	);
const waiting = async (id: string) =>
	(await own.coordinator.must(listDecisionLetters, {}))
		.filter(({ application, releasedAt }) => application.id === id && releasedAt === null)
		.map(({ kind, result }) => `${kind} ${result}`);

async function judged(levels: { c1: number; c2: number }): Promise<string> {
	const id = await own.application();
	await own.begin(id);
	for (const n of [0, 1]) await own.declare(n, id);
	const { expertises } = await own.release();
	for (const n of [0, 1]) await own.review(n, id, levels);
	const round = expertises.find(({ application }) => application.id === id);
	await own.coordinator.must(finishExpertise, { params: { id: round!.id }, body: {} });
	return id;
}

/** The council votes on an application that has come through its expertise. */
async function decided(votes: string): Promise<string> {
	const id = await own.application({ state: 'reviewed', reviewResult: 'positive' });
	let meeting = await own.put(await own.plan(), id);
	for (const n of [0, 1, 2]) await own.declare(n, id);
	meeting = await own.attend(meeting, 0, 1, 2);
	meeting = await own.vote(meeting, meeting.items[0]!.id, votes, 'Решение, о котором рано говорить');
	const body = { revision: meeting.revision };
	await own.coordinator.must(closeMeeting, { params: { id: meeting.id }, body });
	return id;
}

test('a decision that was not told is in no byte that its author reads, and in no refusal', async () => {
	const before = await own.application({ state: 'reviewed', reviewResult: 'positive' });
	const [against, inFavour] = [await decided('aaa'), await decided('fff')];
	const facts = ({ state, reason, decidedAt, siteId, way, can }: applying.Application) => ({
		...{ state, reason, decidedAt, siteId, way, can }
	});
	const untouched = facts(await read(before));
	expect((await read(against, own.coordinator)).state).toBe('declined');
	for (const id of [against, inFavour]) {
		const seen = await read(id);
		expect(facts(seen)).toEqual({ ...untouched, can: { ...untouched.can, withdraw: false } });
		expect(seen.decisionWaits).toBe(true);
		const line = (await author.must(applying.listMyApplications, {})).find((one) => one.id === id);
		expect(line).toMatchObject({ state: 'reviewed', decidedAt: null, changedAt: seen.submittedAt });

		const asked = (revision: number) => ({
			params: { id },
			body: { revision, reason: 'Передумали подавать' }
		});
		expect(await author.call(applying.withdrawApplication, asked(0))).toEqual(
			refused(409, 'application.changed_meanwhile', { state: 'reviewed', reason: null })
		);
		expect(await author.call(applying.withdrawApplication, asked(seen.revision))).toEqual(
			refused(409, 'application.decision_waits')
		);
		expect(await author.call(applying.submitApplication, asked(seen.revision))).toEqual(
			refused(409, 'application.not_now', { state: 'reviewed', move: 'submit' })
		);
		for (const url of ['', '/export', '/decision-letters']) {
			const { statusCode, body } = await author.inject({ url: `/api/applications/${id}${url}` });
			expect([url, statusCode]).toEqual([url, 200]);
			for (const word of ['declined', 'supported', 'рано говорить'])
				expect([url, word, body.includes(word)]).toEqual([url, word, false]);
		}
	}
});

test('what is returned after a negative expertise is the author’s again, and they are told why', async () => {
	const id = await judged({ c1: 0, c2: 0 });
	expect(await read(id)).toMatchObject({ state: 'in_review', reviewResult: null, decisionWaits: false });
	expect(await waiting(id)).toEqual(['expertise negative']);
	expect(await author.must(listMyDecisionLetters, { params: { id } })).toEqual([]);
	const { revision } = await read(id, own.coordinator);
	const reason = 'Пересчитайте часы программы.';
	const body = { revision, reason, remarks: [] };
	await own.coordinator.must(applying.returnApplication, { params: { id }, body });
	expect(await read(id)).toMatchObject({
		...{ state: 'returned', reason, reviewResult: 'negative' },
		can: { edit: true, submit: true, withdraw: true }
	});
	expect(await waiting(id)).toEqual([]);
	const { body: told } = await author.inject({ url: `/api/applications/${id}/decision-letters` });
	const remark = { notes: [], comment: COMMENT };
	expect(JSON.parse(told)).toMatchObject([{ remarks: [remark, remark] }]);
	for (const { id: personId, surname } of own.people)
		expect([told.includes(personId), told.includes(surname)]).toEqual([false, false]);
	expect((await subjects()).slice(-2)).toEqual([
		'Экспертиза заявки завершена',
		'Заявка возвращена на доработку'
	]);
});

test('what its author takes back is withdrawn for them too, and its letters are dropped on record', async () => {
	const id = await judged({ c1: 2, c2: 1 });
	const told = await subjects();
	const letters = await own.coordinator.must(listDecisionLetters, {});
	const body = { revision: (await read(id)).revision, reason: 'Передумали подавать' };
	expect(await author.must(applying.withdrawApplication, { params: { id }, body })).toMatchObject({
		...{ state: 'withdrawn', reason: 'Передумали подавать' }
	});
	expect((await read(id)).state).toBe('withdrawn');
	expect([await waiting(id), await subjects()]).toEqual([[], told]);
	const dropped = await recorded(
		world.db,
		'decision_letter.dropped',
		letters.map((letter) => letter.id)
	);
	expect(dropped.map(({ data }) => data)).toMatchObject([
		{ applicationId: id, kind: 'expertise', result: 'positive' }
	]);
});

test('the act tells everything that waited before it', async () => {
	const id = await decided('fff');
	const ctx = { actor: { personId: world.coordinator.id, sessionId: '', grants: [] }, ...world.deps };
	await world.db.transaction(async (tx) => {
		const application = await lockedApplication(tx, id);
		const state = await moveTo(tx, ctx, application, 'propose');
		const revision = application.revision + 1;
		await moveTo(tx, ctx, { ...application, state, revision }, 'grant', { siteId: world.site.id });
	});
	expect(await read(id)).toMatchObject({ state: 'granted', siteId: world.site.id });
	expect(await waiting(id)).toEqual([]);
	expect((await subjects()).at(-1)).toBe('Совет поддержал заявку');
});
