import {
	getAdministrationView,
	getFinalWork,
	getMyFinalWork,
	giveAdministrationView,
	inviteAdministration
} from '@stazhirovka/contract/final-works';
import { administrationViews } from '@stazhirovka/db/schema';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { recorded } from '../../testing/records.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.published(1);
});
afterAll(() => world.close());

const { kept } = uploadsOf(() => world);

const WORD = {
	author: 'Полозьев Демьян Игнатович',
	position: 'директор',
	text: 'Урок прошёл при мне: все ученики работали до конца.'
};

async function invite(): Promise<string> {
	const { intern, params } = await expertise.learner(1);
	const { path, expiresAt } = await intern.must(inviteAdministration, { params });
	expect(expiresAt).toBe('2027-03-12T09:00:00.000Z');
	return path.replace('/a/', '');
}

test('R113: before the work is published there is nothing to show to the administration', async () => {
	const { intern, params } = await expertise.learner(2);

	expect(await intern.call(inviteAdministration, { params })).toMatchObject({
		refusal: { status: 409, code: 'final_work.not_published' }
	});
});

test('R113: the administration gives its word once by a link, without an account', async () => {
	const replaced = await invite();
	const token = await invite();
	expect(Buffer.from(token, 'base64url').length).toBe(32);
	const [row] = await world.db.select().from(administrationViews);
	expect(JSON.stringify(row)).not.toContain(token);

	const visitor = await world.as(null);
	const refusals = await Promise.all(
		[replaced, 'nonsense', `${token}x`, '%00'].map((wrong) =>
			visitor.inject({ url: `/api/administration-views/${wrong}` })
		)
	);
	expect(refusals.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
	expect(new Set(refusals.map(({ body }) => body)).size).toBe(1);
	expect(refusals[0]!.headers['x-robots-tag']).toBe('noindex');

	expect(await visitor.must(getAdministrationView, { params: { token } })).toMatchObject({
		intern: 'Ключарёва-Санникова Есения Мироновна',
		programme: 'Приёмы работы с обучающимися с СДВГ на уроке',
		definition: { key: 'final_work' },
		given: false
	});
	const answers = await Promise.all(
		[1, 2].map(() => visitor.call(giveAdministrationView, { params: { token }, body: WORD }))
	);
	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		...[200, 'administration_view.already_given']
	]);
	expect((await visitor.must(getAdministrationView, { params: { token } })).given).toBe(true);

	const { intern, params } = await expertise.learner(1);
	const mine = await intern.must(getMyFinalWork, { params });
	expect(mine.administration).toEqual({ invited: true, ...WORD });
	expect(mine.can.inviteAdministration).toBe(false);
	expect(await intern.call(inviteAdministration, { params })).toMatchObject({
		refusal: { code: 'administration_view.already_given' }
	});
	const colleague = await world.as(expertise.person(2));
	expect((await colleague.must(getFinalWork, { params: { id: mine.id! } })).administration).toEqual(WORD);
	expect((await recorded(world.db, 'final_work.administration_answered', [mine.id!]))[0]).toEqual({
		kind: 'final_work.administration_answered',
		actorId: null,
		data: { author: WORD.author, position: WORD.position }
	});
});

test('R113: a link lives for thirty days', async () => {
	await expertise.published(3);
	const { intern, params } = await expertise.learner(3);
	const { path } = await intern.must(inviteAdministration, { params });
	const token = path.replace('/a/', '');
	const visitor = await world.as(null);

	world.at('2027-03-12T08:59:59Z');
	expect((await visitor.call(getAdministrationView, { params: { token } })).ok).toBe(true);
	world.at('2027-03-12T09:00:00Z');
	expect(await visitor.call(giveAdministrationView, { params: { token }, body: WORD })).toMatchObject({
		refusal: { status: 404, code: 'administration_view.missing' }
	});
});

test('R113: the link opens the files of the work that it shows, and no others', async () => {
	world.at('2027-02-10T09:00:00Z');
	const { intern, params } = await expertise.prepare(4);
	const keep = (name: string) => kept(expertise.person(4), `enrolmentId=${params.id}`, name, SAMPLES.pdf!);
	const [shown, draft] = [await keep('Приложение.pdf'), await keep('Черновик.pdf')];
	await expertise.publish(4, { evidence_files: [shown.id] });
	const token = (await intern.must(inviteAdministration, { params })).path.replace('/a/', '');
	const another = await expertise.learner(3);
	const foreign = await another.intern.must(inviteAdministration, { params: another.params });

	const visitor = await world.as(null);
	const open = (by: string, id: string) =>
		visitor.inject({ url: `/api/administration-views/${by}/files/${id}` });
	const given = await open(token, shown.id);
	const view = await visitor.must(getAdministrationView, { params: { token } });

	expect(view.files).toEqual([shown]);
	expect(given.rawPayload).toEqual(SAMPLES.pdf!);
	expect(given.headers).toMatchObject({
		'content-type': 'application/pdf',
		'content-length': String(SAMPLES.pdf!.length),
		'content-disposition': expect.stringMatching(/^attachment; .*\.pdf$/),
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'",
		'cache-control': 'no-store'
	});
	const refusals = await Promise.all([
		open(token, draft.id),
		open(token, randomUUID()),
		open(`${token}x`, shown.id),
		open(foreign.path.replace('/a/', ''), shown.id)
	]);
	expect(refusals.map((refusal) => [refusal.statusCode, refusal.json().code])).toEqual([
		[404, 'file.missing'],
		[404, 'file.missing'],
		[404, 'administration_view.missing'],
		[404, 'file.missing']
	]);
	world.at('2027-03-12T09:00:00Z');
	expect((await open(token, shown.id)).statusCode).toBe(404);
});
