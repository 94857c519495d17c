import { getPath } from '@stazhirovka/contract/cohorts';
import * as contract from '@stazhirovka/contract/draft-rounds';
import { describeFiles } from '@stazhirovka/contract/files';
import { getMyFinalWork } from '@stazhirovka/contract/final-works';
import { saveForm } from '@stazhirovka/contract/forms';
import { draftReadings, organisations, outbox, people, reviews, shownDrafts } from '@stazhirovka/db/schema';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { Expertise } from '../../testing/expertise.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import { outsiders } from '../../testing/outsiders.ts';
import { recorded } from '../../testing/records.ts';
import { refusing } from '../../testing/refused.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { keepDraftRounds } from './index.ts';

const COMMENT = {
	seen: 'В плане урока названы цель и три этапа, у каждого этапа есть время и дело учеников.',
	led: 'Понятно, что делает класс, но не видно, как учитель узнаёт, что цель достигнута.',
	advice: 'Добавьте вопрос на выходе и строку о том, что делать, если ответили не все.'
};

let group: Group;
let expertise: Expertise;
const authors = [1, 2, 3, 4];
const files: string[] = [];

beforeAll(async () => {
	group = await openGroup({ now: '2027-02-01T09:00:00Z' });
	expertise = new Expertise(group);
	for (const n of authors) await school(n, `Школа № ${n}`);
});
afterAll(() => group.close());

const ofCohort = () => ({ params: { id: group.cohort.id } });
const mine = async (n: number) => {
	const { intern, params } = await expertise.learner(n);
	return intern.must(contract.getMyDraftRound, { params });
};
const staff = async () => (await group.as(group.tutor)).must(contract.getDraftRound, ofCohort());
const set = async (lastDay: string | null, person = group.leader) =>
	(await group.as(person)).call(contract.setDraftRound, { ...ofCohort(), body: { lastDay } });
const show = async (n: number) => {
	const { intern, params } = await expertise.learner(n);
	return intern.call(contract.showDraft, { params, body: { confirmedPrivacy: true } });
};

async function school(n: number, title: string) {
	const organisation = { kind: 'school' as const, title, shortTitle: title, regionId: group.region.id };
	const [row] = await group.db.insert(organisations).values(organisation).returning();
	const id = expertise.person(n).id;
	await group.db.update(people).set({ organisationId: row!.id }).where(eq(people.id, id));
}

async function write(n: number, own = {}) {
	const { intern, params } = await expertise.learner(n);
	const { sheet } = await intern.must(getMyFinalWork, { params });
	const body = { revision: sheet.revision, answer: wholeAnswer(sheet.definition, own) as never };
	await intern.must(saveForm, { params: { ...params, key: 'final_work' }, querystring: {}, body });
}

async function send(n: number, reading: string, answer: Record<string, string> = COMMENT, revision = 0) {
	const { intern } = await expertise.learner(n);
	const params = { id: reading };
	return intern.call(contract.sendDraftComment, { params, body: { revision, answer } });
}

const readings = () => group.db.select().from(draftReadings);
const letters = (subject: string) =>
	group.db
		.select({ to: outbox.to, text: outbox.text })
		.from(outbox)
		.where(like(outbox.subject, `%${subject}%`));

test('draft round: off until the tutor or the leader opens it, up to a day that is not over', async () => {
	expect(await mine(1)).toMatchObject({ state: 'off', lastDay: null, reason: 'draft_round.closed' });
	await write(1);
	expect(await show(1)).toMatchObject(refusing(409, 'draft_round.closed'));
	expect(await set('2027-01-31')).toMatchObject(refusing(409, 'draft_round.past_day'));
	expect(await set('2027-02-14')).toMatchObject({ value: { state: 'open', lastDay: '2027-02-14' } });
	expect(await set('2027-02-15', group.tutor)).toMatchObject({ value: { lastDay: '2027-02-15' } });
	const [, moved] = await recorded(group.db, 'draft_round.opened', [group.cohort.id]);
	expect(moved?.data).toEqual({ lastDay: '2027-02-15' });
});

test('draft round: a draft with something in it is shown once and is a copy that does not change', async () => {
	expect(await show(2)).toMatchObject(refusing(409, 'draft.empty'));
	const { kept } = uploadsOf(() => group);
	const place = `enrolmentId=${expertise.enrolment(1)}`;
	files.push((await kept(expertise.person(1), place, 'План Ивановой.pdf', SAMPLES.pdf!)).id);
	await write(1, { evidence_files: files });
	const twice = await Promise.all([show(1), show(1)]);
	expect(twice.map((told) => (told.ok ? 'ok' : told.refusal.code)).toSorted()).toEqual([
		'draft.shown_already',
		'ok'
	]);
	const before = (await mine(1)).shown?.answer;
	await write(1, { evidence_files: [] });
	expect((await mine(1)).shown?.answer).toEqual(before);
	expect((await mine(1)).shown).toMatchObject({ readers: 0, comments: [] });
});

test('draft round: several who show at once give each draft two readers at most, no own and no couple', async () => {
	for (const n of authors.slice(1)) await write(n);
	await Promise.all(authors.slice(1).map(show));
	const given = await readings();
	const drafts = new Map(
		(await group.db.select().from(shownDrafts)).map(({ id, enrolmentId }) => [id, enrolmentId])
	);
	const pairs = given.map(({ draftId, readerId }) => [drafts.get(draftId), readerId]);
	expect(pairs.filter(([author, reader]) => author === reader)).toEqual([]);
	const turned = new Set(pairs.map(([author, reader]) => `${reader} ${author}`));
	expect(pairs.filter(([author, reader]) => turned.has(`${author} ${reader}`))).toEqual([]);
	const counts = [...drafts.keys()].map((id) => given.filter(({ draftId }) => draftId === id).length);
	expect(Math.max(...counts)).toBeLessThanOrEqual(2);
	expect(given.length).toBeGreaterThanOrEqual(4);
	expect((await letters('показали черновик')).length).toBeGreaterThan(0);
	expect((await staff()).drafts.length).toBe(4);
});

test('draft round: after a day drafts that wait get their readers, also in couples; every one has two then', async () => {
	group.at('2027-02-02T09:30:00Z');
	await Promise.all([keepDraftRounds(group.deps), keepDraftRounds(group.deps)]);
	const given = await readings();
	expect(given.length).toBe(8);
	expect((await mine(1)).shown?.readers).toBe(2);
	for (const n of authors) expect((await mine(n)).readings.length).toBe(2);
});

test('draft round: files of a draft open to its readers alone, under a name that says nothing', async () => {
	const draft = (await group.db.select().from(shownDrafts)).find(
		({ enrolmentId }) => enrolmentId === expertise.enrolment(1)
	);
	const readers = (await readings()).filter(({ draftId }) => draftId === draft?.id);
	const ask = async (n: number) =>
		(await group.as(expertise.person(n))).must(describeFiles, { querystring: { ids: files.join(',') } });
	for (const n of [2, 3, 4, 5]) {
		const reads = readers.some(({ readerId }) => readerId === expertise.enrolment(n));
		expect([n, (await ask(n)).map(({ name }) => name)]).toEqual([n, reads ? ['Файл 1.pdf'] : []]);
	}
	expect((await ask(1)).map(({ name }) => name)).toEqual(['План Ивановой.pdf']);
});

test('draft round: a comment has twenty words, goes once, and the author has it and a letter at once', async () => {
	const [task] = (await mine(1)).readings;
	const { intern } = await expertise.learner(1);
	const params = { id: task!.id };
	const answer = { seen: 'Всё есть', led: 'Понятно', advice: 'Оставить' };
	const saved = await intern.must(contract.saveDraftComment, { params, body: { revision: 0, answer } });
	expect(saved.revision).toBe(1);
	expect(await send(1, task!.id, answer, 1)).toMatchObject({
		refusal: { status: 422, code: 'draft.few_words', problem: { details: { limit: 20, found: 4 } } }
	});
	expect(await send(1, task!.id, COMMENT, 0)).toMatchObject(refusing(409, 'form.changed_elsewhere'));
	const both = await Promise.all([send(1, task!.id, COMMENT, 1), send(1, task!.id, COMMENT, 1)]);
	expect(both.map(({ ok }) => ok)).toEqual([true, true]);
	expect(await send(1, task!.id, { ...COMMENT, seen: 'Иначе' }, 2)).toMatchObject(
		refusing(409, 'draft.already_sent')
	);

	const [{ draftId } = { draftId: '' }] = await group.db
		.select()
		.from(draftReadings)
		.where(eq(draftReadings.id, task!.id));
	const [draft] = await group.db.select().from(shownDrafts).where(eq(shownDrafts.id, draftId));
	const n = 1 + group.enrolments.findIndex(({ id }) => id === draft?.enrolmentId);
	expect((await mine(n)).shown?.comments).toMatchObject(
		[{ ...COMMENT, reader: /^Читатель \d$/ }].map(({ reader, ...rest }) => ({
			...rest,
			reader: expect.stringMatching(reader)
		}))
	);
	const told = await letters('комментарий к вашему черновику');
	expect(told.map(({ to }) => to)).toEqual([expertise.person(n).email]);
	expect(JSON.stringify(told)).not.toContain(expertise.person(1).email);
});

test('draft round: nothing of it is a review, and no step of the path knows of it', async () => {
	const { intern, params } = await expertise.learner(1);
	const path = await intern.must(getPath, { params });
	const { intern: other, params: ofOther } = await expertise.learner(5);
	const untouched = await other.must(getPath, { params: ofOther });
	expect(path.modules).toEqual(untouched.modules);
	expect([path.done, path.total]).toEqual([untouched.done, untouched.total]);
	expect(await group.db.select().from(reviews)).toEqual([]);
});

test('draft round: a reader who is silent for two days loses the draft, and nobody meets it twice', async () => {
	const before = await readings();
	const silent = before.find(({ sentAt }) => sentAt === null)!;
	group.at('2027-02-04T10:00:00Z');
	await keepDraftRounds(group.deps);
	const n = 1 + group.enrolments.findIndex(({ id }) => id === silent.readerId);
	const { intern } = await expertise.learner(n);
	expect(await intern.call(contract.getDraftReading, { params: { id: silent.id } })).toMatchObject(
		refusing(404, 'enrolment.missing')
	);
	const after = await readings();
	const keys = after.map(({ draftId, readerId }) => `${draftId} ${readerId}`);
	expect(new Set(keys).size).toBe(keys.length);
	expect(after.filter(({ id, lapsedAt }) => id === silent.id && lapsedAt !== null).length).toBe(1);
});

test('R167: a round is the staff’s, a draft its author’s and its reader’s; nobody else finds them', async () => {
	const { params } = await expertise.learner(1);
	const sent = (await readings()).find(({ readerId }) => readerId === params.id);
	const reading = { params: { id: sent!.id } };
	const body = { revision: 0, answer: COMMENT };
	for (const [who, visitor] of await outsiders(group)) {
		const answers = await Promise.all([
			visitor.call(contract.getMyDraftRound, { params }),
			visitor.call(contract.showDraft, { params, body: {} }),
			visitor.call(contract.getDraftReading, reading),
			visitor.call(contract.saveDraftComment, { ...reading, body }),
			visitor.call(contract.sendDraftComment, { ...reading, body })
		]);
		expect([who, ...answers.map((told) => (told.ok ? 200 : told.refusal.status))]).toEqual([
			...[who, 404, 404, 404, 404, 404]
		]);
	}
	for (const person of [group.otherLeader, group.stranger, expertise.person(1)]) {
		const visitor = await group.as(person);
		expect(await visitor.call(contract.getDraftRound, ofCohort())).toMatchObject(
			refusing(404, 'cohort.missing')
		);
		expect(await set('2027-02-20', person)).toMatchObject(refusing(404, 'cohort.missing'));
	}
});

test('draft round: it closes by itself with its last day or by hand; comments that came stay', async () => {
	const comments = async () =>
		(await Promise.all(authors.map(mine))).flatMap(({ shown }) => shown?.comments ?? []).length;
	expect(await comments()).toBe(1);
	expect(await set(null)).toMatchObject({ value: { state: 'closed' } });
	expect(await set('2027-02-05')).toMatchObject({ value: { state: 'open' } });
	group.at('2027-02-06T09:00:00Z');
	const closed = await mine(1);
	expect(closed).toMatchObject({ state: 'closed', can: { show: false } });
	const [open] = (await readings()).filter(({ sentAt, lapsedAt }) => !sentAt && !lapsedAt);
	if (open) {
		const n = 1 + group.enrolments.findIndex(({ id }) => id === open.readerId);
		expect(await send(n, open.id)).toMatchObject(refusing(409, 'draft_round.closed'));
	}
	expect(await comments()).toBe(1);
});
