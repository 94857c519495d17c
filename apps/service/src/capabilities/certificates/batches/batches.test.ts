import {
	decideBatch,
	getBatch,
	listAwaitingBatches,
	listBatches,
	prepareBatch,
	retryBatch,
	type Batch
} from '@stazhirovka/contract/certificate-batches';
import { checkCertificate } from '@stazhirovka/contract/certificates';
import { certificates, outbox, people } from '@stazhirovka/db/schema';
import { asc, eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { makePerson } from '../../../testing/person.ts';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { issueApproved } from './issuing.ts';
import * as store from './store.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
	for (const n of [1, 2]) {
		await expertise.accept(n);
		await expertise.answerSurvey(n);
	}
});
afterAll(() => world.close());

const all = () => ({
	params: { id: world.cohort.id },
	body: { enrolments: [1, 2].map((n) => expertise.enrolment(n)) }
});
const prepare = async (by = world.leader, input = all()) => (await world.as(by)).call(prepareBatch, input);
const decide = async (
	id: string,
	by: { id: string },
	body: { approve: true } | { approve: false; reason: string }
) => (await world.as(by)).call(decideBatch, { params: { id }, body });
const read = async (id: string) => (await world.as(world.leader)).must(getBatch, { params: { id } });
const register = () => world.db.select().from(certificates).orderBy(asc(certificates.serial));
const lettersTo = async (email: string, begins: string) => {
	const rows = await world.db.select().from(outbox).where(eq(outbox.to, email));
	return rows.filter(({ subject }) => subject.startsWith(begins)).length;
};

let returnedId = '';
let batch: Batch;

test('V2.3.5: a batch is prepared of those who may have the document; of others it is told what they lack', async () => {
	const leader = await world.as(world.leader);
	const { candidates, approvers, batches } = await leader.must(listBatches, {
		params: { id: world.cohort.id }
	});

	const ready = candidates.flatMap((one) => (one.ready ? [one.enrolmentId] : []));
	expect(candidates.length).toBe(6);
	expect(ready.toSorted()).toEqual(all().body.enrolments.toSorted());
	expect(candidates.every(({ ready, missing }) => ready === (missing.length === 0))).toBe(true);
	expect(approvers.map(({ id }) => id)).toEqual([world.coordinator.id]);
	expect(batches).toEqual([]);
	expect(
		await prepare(world.leader, { ...all(), body: { enrolments: [expertise.enrolment(3)] } })
	).toMatchObject({
		refusal: { code: 'batch.not_ready', problem: { details: { enrolments: [expertise.enrolment(3)] } } }
	});
});

test('V2.3.5: nobody approves what they prepared, and a returned batch issues nothing', async () => {
	const made = await prepare();
	returnedId = made.ok ? made.value.id : '';
	const awaited = [{ id: returnedId, cohortId: world.cohort.id, total: 2 }];
	expect(await (await world.as(world.coordinator)).must(listAwaitingBatches, {})).toMatchObject(awaited);
	for (const person of [world.leader, world.otherLeader, world.tutor, world.stranger])
		expect(await (await world.as(person)).must(listAwaitingBatches, {})).toEqual([]);
	expect(await prepare()).toMatchObject({ refusal: { code: 'batch.not_ready' } });
	expect(await decide(returnedId, world.leader, { approve: true })).toEqual(refused(409, 'batch.own'));
	expect(
		await decide(returnedId, world.coordinator, { approve: false, reason: 'Нет приказа' })
	).toMatchObject({
		value: { state: 'returned', reason: 'Нет приказа', can: { decide: false, retry: false } }
	});
	expect(await decide(returnedId, world.coordinator, { approve: true })).toEqual(
		refused(409, 'batch.decided')
	);
	expect(await (await world.as(world.coordinator)).must(listAwaitingBatches, {})).toEqual([]);
	await issueApproved(world.deps);
	expect(await register()).toEqual([]);
	expect(await lettersTo(world.coordinator.email, 'Утвердите')).toBe(1);
	expect(await lettersTo(world.leader.email, 'Партия документов возвращена')).toBe(1);
});

test('access: a batch is for those who lead the site; for others there is none', async () => {
	const params = { id: returnedId };
	for (const person of [world.otherLeader, world.tutor, world.stranger, expertise.person(1)]) {
		const visitor = await world.as(person);
		for (const answer of [
			await visitor.call(getBatch, { params }),
			await visitor.call(retryBatch, { params }),
			await visitor.call(decideBatch, { params, body: { approve: true } })
		])
			expect(answer).toEqual(refused(404, 'cohort.missing'));
		expect(await visitor.call(prepareBatch, all())).toEqual(refused(404, 'cohort.missing'));
		expect(await visitor.call(listBatches, { params: all().params })).toEqual(refused(404, 'cohort.missing'));
		const zip = await visitor.inject({ url: `/api/certificate-batches/${returnedId}/documents.zip` });
		expect(zip.statusCode).toBe(404);
	}
	const unknown = await (await world.as(world.leader)).call(getBatch, { params: { id: world.cohort.id } });
	expect(unknown).toEqual(refused(404, 'cohort.missing'));
	expect((await (await world.as(null)).call(getBatch, { params })).ok).toBe(false);
});

test('what cannot be printed is named beside the person and tried again; the next batch may hold that person', async () => {
	const { db } = world;
	const held = eq(people.id, expertise.person(2).id);
	await db.update(people).set({ surname: '漢' }).where(held);
	const body = { enrolments: [expertise.enrolment(2)] };
	const made = await prepare(world.leader, { ...all(), body });
	if (!made.ok) throw new Error(made.refusal.code);
	const { id } = made.value;
	await decide(
		id,
		await makePerson(db, {}, [{ role: 'leader', scope: { kind: 'site', id: world.site.id } }]),
		{
			approve: true
		}
	);
	await issueApproved(world.deps);

	const failed = await read(id);
	expect(failed).toMatchObject({ state: 'done', failed: 1, zipPath: null, can: { retry: true } });
	expect(failed.entries[0]?.failure).toEqual({
		code: 'certificate.unprintable',
		details: { characters: ['漢'] }
	});
	expect((await (await world.as(world.leader)).must(retryBatch, { params: { id } })).state).toBe('printing');
	await issueApproved(world.deps);
	expect(await read(id)).toMatchObject({ state: 'done', failed: 1 });
	expect(await register()).toEqual([]);
	await db
		.update(people)
		.set({ surname: expertise.person(2).surname })
		.where(held);
});

test('R18: the words are frozen when the batch is prepared; a killed process and two at once give nobody two', async () => {
	const made = await prepare();
	if (!made.ok) throw new Error(made.refusal.code);
	batch = made.value;
	const [first] = batch.entries;
	const told = await lettersTo(world.leader.email, 'Партия документов готова');
	await world.db
		.update(people)
		.set({ givenName: 'Переименована' })
		.where(eq(people.id, expertise.person(1).id));
	expect(await decide(batch.id, world.coordinator, { approve: true })).toMatchObject({
		value: { state: 'printing', issued: 0, decidedBy: { id: world.coordinator.id } }
	});

	// A process that has claimed the first document and is no more.
	const dead = await store.claimEntries(world.db, world.deps.now(), 1);
	expect(dead.map(({ enrolmentId }) => enrolmentId)).toEqual([first?.enrolmentId]);
	await issueApproved(world.deps);
	expect(await read(batch.id)).toMatchObject({ state: 'printing', issued: 1 });
	world.at('2027-02-26T21:31:00Z');
	await Promise.all([issueApproved(world.deps), issueApproved(world.deps), issueApproved(world.deps)]);

	batch = await read(batch.id);
	expect(batch).toMatchObject({ state: 'done', issued: 2, failed: 0, total: 2 });
	const rows = await register();
	expect(rows.map(({ number }) => number)).toEqual(['912-2027-0001', '912-2027-0002']);
	expect(rows.map(({ issuedBy }) => issuedBy)).toEqual([world.coordinator.id, world.coordinator.id]);
	const own = rows.find(({ enrolmentId }) => enrolmentId === expertise.enrolment(1));
	expect(own?.snapshot.givenName).toBe('Есения');
	expect(
		(
			await recorded(
				world.db,
				'certificate.issued',
				rows.map(({ id }) => id)
			)
		).length
	).toBe(2);
	for (const n of [1, 2]) expect(await lettersTo(expertise.person(n).email, 'Документ о завершении')).toBe(1);
	await issueApproved(world.deps);
	expect(await lettersTo(world.leader.email, 'Партия документов готова')).toBe(told + 1);
});

test('R18: one archive holds the very bytes of the register, and a check page answers for each', async () => {
	const response = await (await world.as(world.leader)).inject({ url: batch.zipPath ?? '' });
	const files = unzipSync(response.rawPayload);
	const rows = await register();
	const hashes = Object.values(files).map((bytes) => createHash('sha256').update(bytes).digest('hex'));

	expect(response.headers['content-type']).toBe('application/zip');
	expect(hashes.toSorted()).toEqual(rows.map(({ sha256 }) => sha256).toSorted());
	expect(Object.keys(files)[0]).toMatch(/^912-2027-000\d [А-ЯЁа-яё -]+\.pdf$/);
	for (const { token } of rows) {
		const told = await (await world.as(null)).must(checkCertificate, { params: { token } });
		expect(told.status).toBe('valid');
	}
});
