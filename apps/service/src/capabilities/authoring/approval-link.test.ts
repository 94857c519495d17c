import {
	answerApproval,
	approveProgrammeVersion,
	askApproval,
	beginProgrammeDraft,
	getApprovalPage,
	getProgrammeDraft,
	sendProgrammeDraft
} from '@stazhirovka/contract/authoring';
import { outbox } from '@stazhirovka/db/schema';
import { programmeFile as seed } from '@stazhirovka/db/seeds';
import { readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishRegulations } from '../../demonstration/regulations.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const leader = await world.as(world.otherLeader);
const guest = await world.as(null);

beforeAll(async () => {
	const keeper = { role: 'coordinator' as const, scope: { kind: 'region' as const, id: world.region.id } };
	await publishRegulations(world.contextOf(world.coordinator, [keeper]), world.region.id);
});

let made = 0;
/** A version under kuzbass that waits for the head, and the draft it was made of. */
async function waiting() {
	const key = `asked-${++made}`;
	const from = { from: 'file' as const, siteId: world.otherSite.id, document: seed('formative-16h'), key };
	const draft = (await leader.must(beginProgrammeDraft, { body: from })).id;
	const { versionId } = await leader.must(sendProgrammeDraft, { params: { id: draft } });
	return { draft, params: { id: versionId }, email: `${key}@school.example` };
}
async function linkTo(email: string) {
	const letters = await world.db.select().from(outbox).where(eq(outbox.to, email));
	const found = letters.map(({ text }) => /\/p\/(\S+)/.exec(text)?.[1] ?? '');
	return { token: found.at(-1) ?? '', count: letters.length };
}
async function asked() {
	const version = await waiting();
	await leader.must(askApproval, { params: version.params, body: { email: version.email } });
	return { ...version, token: (await linkTo(version.email)).token };
}
const head = { name: 'Заозёров Лев Егорович', position: 'директор' };
const approve = (token: string) =>
	guest.call(answerApproval, { params: { token }, body: { approved: true, ...head } });

test('R41: the head reads the programme and approves it by the link of a letter, once', async () => {
	const { draft, token, email } = await asked();
	const seen = () => leader.must(getProgrammeDraft, { params: { id: draft } });
	expect(await seen()).toMatchObject({ state: 'checked', approvalAsked: { email } });
	expect(await guest.must(getApprovalPage, { params: { token } })).toMatchObject({ hours: 16, done: null });
	const paper = await guest.inject({ url: `/api/programme-approvals/${token}/paper.pdf` });
	expect(readPdf(paper.rawPayload).text).toContain('Формирующее оценивание');

	const twice = await Promise.all([approve(token), approve(token)]);
	expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await guest.must(getApprovalPage, { params: { token } })).toMatchObject({
		done: { ...head, on: '2027-01-18' }
	});
	expect(await seen()).toMatchObject({
		...{ state: 'approved', approvalAsked: null },
		steps: [{ done: { ...head, paper: null } }, { done: null }]
	});
});

test('the head gives it back: its authors read why, and the link leads nowhere', async () => {
	const { draft, token } = await asked();
	const body = { approved: false as const, ...head, reason: 'Нет плана второго модуля' };
	expect(await guest.call(answerApproval, { params: { token }, body })).toMatchObject({ ok: true });
	const { state, returned } = await leader.must(getProgrammeDraft, { params: { id: draft } });
	expect(state).toBe('returned');
	expect(returned).toMatchObject({
		...{ by: '' },
		reason: 'Нет плана второго модуля\n\nЗаозёров Лев Егорович, директор'
	});
	expect(await approve(token)).toEqual(refused(404, 'approval.missing'));
});

test('R41: a used link takes nothing back, neither after the approval nor after the agreement', async () => {
	const { token, params } = await asked();
	const body = { approved: false as const, ...head, reason: 'Нужно ещё раз всё проверить' };
	const giveBack = () => guest.call(answerApproval, { params: { token }, body });
	expect(await approve(token)).toMatchObject({ ok: true });
	const late = { refusal: { status: 409, code: 'programme_draft.not_now' } };
	expect(await giveBack()).toMatchObject(late);
	const paper = { ...head, kind: 'письмо', number: '7', on: '2027-01-18', fileId: null };
	await leader.must(approveProgrammeVersion, { params, body: { kind: 'agreement', paper } });
	expect(await giveBack()).toMatchObject(late);
	expect(await guest.must(getApprovalPage, { params: { token } })).toMatchObject({ done: head });
});

test('a newer letter takes the place of the older one, not within ten minutes; after two weeks neither works', async () => {
	const { params, email, token: first } = await asked();
	const again = () => leader.call(askApproval, { params, body: { email } });
	expect(await again()).toMatchObject({ refusal: { status: 409, code: 'head.too_soon' } });
	world.at('2027-01-18T07:11:00Z');
	expect(await again()).toMatchObject({ ok: true });
	const { token, count } = await linkTo(email);
	expect(count).toBe(2);
	expect(await approve(first)).toEqual(refused(404, 'approval.missing'));
	world.at('2027-02-02T07:12:00Z');
	expect(await approve(token)).toEqual(refused(404, 'approval.missing'));
	world.at('2027-01-18T07:00:00Z');
});

test('R167: only those over the site ask; made-up links, blank words and bad addresses are refused', async () => {
	const { params, email } = await waiting();
	for (const person of [world.leader, world.tutor, world.stranger]) {
		const answer = await (await world.as(person)).call(askApproval, { params, body: { email } });
		expect(answer).toEqual(refused(404, 'programme.missing'));
	}
	expect((await linkTo(email)).count).toBe(0);
	expect(await leader.call(askApproval, { params, body: { email: 'без собаки' } })).toMatchObject({
		refusal: { status: 422, code: 'account.bad_email' }
	});
	expect(await approve('x'.repeat(43))).toEqual(refused(404, 'approval.missing'));
	const { token } = await asked();
	const blank = { approved: true as const, name: '  ', position: ' ' };
	expect(await guest.call(answerApproval, { params: { token }, body: blank })).toMatchObject({
		refusal: { status: 400 }
	});
});
