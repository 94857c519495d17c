import * as contract from '@stazhirovka/contract/diagnostics';
import { deficitObservations, outbox } from '@stazhirovka/db/schema';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { answersOf, newLearner, type Learner } from '../../../testing/learner.ts';
import { outsiders } from '../../../testing/outsiders.ts';
import { recorded } from '../../../testing/records.ts';
import { refused, refusing } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';

const EMAIL = 'director@school.example';
const EXAMPLE = 'На трёх уроках инструкция звучала один раз';

let world: World;
beforeAll(async () => {
	world = await createWorld();
	return world.close;
});
beforeEach(() => world.at('2027-01-18T07:00:00Z'));

async function invite({ intern, params }: Learner, email = EMAIL): Promise<string> {
	await intern.must(contract.inviteObserver, { params, body: { email } });
	const [letter] = await world.db
		.select()
		.from(outbox)
		.where(eq(outbox.to, email))
		.orderBy(desc(outbox.id))
		.limit(1);
	return /\/o\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

const rows = Object.fromEntries(
	['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'].map((key) => [
		key,
		key === 'D1' ? { level: 'expressed' as const, example: EXAMPLE } : { level: null, example: '' }
	])
);
const word = { author: 'Полозьев Демьян Игнатович', position: 'директор', rows, note: 'Приходите ещё' };

async function give(token: string, change: object = {}) {
	const visitor = await world.as(null);
	return visitor.call(contract.giveObservation, { params: { token }, body: { ...word, ...change } });
}

test('R90: a colleague says once by a link what was seen; it stands beside the test and changes no level', async () => {
	const learner = await newLearner(world);
	await learner.diagnose(answersOf('t-2'));
	const token = await invite(learner);
	const [row] = await world.db.select().from(deficitObservations);
	expect(JSON.stringify(row)).not.toContain(token);

	const visitor = await world.as(null);
	const sheet = await visitor.must(contract.getObservationSheet, { params: { token } });
	expect(sheet).toMatchObject({ given: false, tutor: expect.any(String) });
	expect(sheet.deficits).toHaveLength(8);
	expect(JSON.stringify(sheet)).not.toMatch(/score|points|level":"/);

	const both = await Promise.all([give(token), give(token)]);
	expect(both.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		200,
		'observation.already_given'
	]);
	for (const reader of [learner.intern, learner.tutor]) {
		const seen = await reader.must(contract.getViewpoints, { params: learner.params });
		expect(seen.rows[0]).toMatchObject({
			deficit: 'D1',
			test: { points: 6, max: 6 },
			self: { points: 3, max: 3 },
			observed: [{ level: 'expressed', label: 'выраженный дефицит', example: EXAMPLE }]
		});
		expect(seen.observations).toMatchObject([{ author: word.author, note: word.note }]);
		expect(seen.invitations).toEqual([]);
	}
	const card = await learner.tutor.must(contract.getDeficitCard, { params: learner.params });
	expect([card.revision, card.rows[0]?.effectiveLevel]).toEqual([1, 'none']);
	expect(JSON.stringify(card)).not.toContain(EXAMPLE);
	expect(await recorded(world.db, 'observation', [learner.enrolmentId])).toEqual([
		expect.objectContaining({ kind: 'observation.invited', data: {} }),
		{
			kind: 'observation.given',
			actorId: null,
			data: { author: word.author, position: word.position }
		}
	]);
});

test('an unknown, ended or outdated link answers alike', async () => {
	const learner = await newLearner(world);
	const replaced = await invite(learner, 'zavuch@school.example');
	const ended = await invite(learner, 'zavuch@school.example');
	const { invitations } = await learner.tutor.must(contract.getViewpoints, { params: learner.params });
	expect(invitations).toMatchObject([{ email: 'zavuch@school.example', state: 'waiting' }]);
	const address = { params: { ...learner.params, observation: invitations[0]!.id } };
	await learner.tutor.must(contract.withdrawInvitation, address);

	const outdated = await invite(learner, 'head@school.example');
	world.at('2027-02-17T06:59:59Z');
	expect(
		(await (await world.as(null)).call(contract.getObservationSheet, { params: { token: outdated } })).ok
	).toBe(true);
	world.at('2027-02-17T07:00:00Z');
	for (const token of [replaced, ended, outdated, 'nonsense', '%00'])
		expect(await give(token)).toEqual(refused(404, 'observation.missing'));
});

test('R166: pupils are guarded, and an example stands under each deficit that is named', async () => {
	const learner = await newLearner(world);
	const token = await invite(learner);
	const named = { ...rows, D1: { level: 'partial', example: 'Ваня Петров не дослушал инструкцию' } };
	expect(await give(token, { rows: named })).toMatchObject(refusing(422, 'form.privacy'));
	expect(await give(token, { rows: { ...rows, D1: { level: 'partial', example: 'да' } } })).toEqual(
		refused(422, 'observation.faulty', { faults: [{ path: 'D1', code: 'too_short' }] })
	);
	expect(await give(token, { rows: named, confirmedPrivacy: true })).toMatchObject({ ok: true });
});

test('nobody observes himself, and no more than five are asked', async () => {
	const learner = await newLearner(world);
	const ask = (email: string) =>
		learner.intern.call(contract.inviteObserver, { params: learner.params, body: { email } });
	expect(await ask('not an address')).toMatchObject(refusing(422, 'observation.bad_email'));
	expect(await ask(world.tutor.email)).toEqual(refused(409, 'observation.own_address'));
	for (let n = 0; n < 5; n++) expect(await ask(`c${n}@school.example`)).toMatchObject({ ok: true });
	expect(await ask('c5@school.example')).toEqual(refused(409, 'observation.too_many', { limit: 5 }));
});

test('R167: what was seen is for the intern and the tutor; for everybody else there is nothing', async () => {
	const { params } = await newLearner(world);
	for (const [who, visitor] of await outsiders(world)) {
		const answers = await Promise.all([
			visitor.call(contract.getViewpoints, { params }),
			visitor.call(contract.inviteObserver, { params, body: { email: EMAIL } }),
			visitor.call(contract.withdrawInvitation, { params: { ...params, observation: params.id } })
		]);
		for (const answer of answers) expect([who, answer]).toEqual([who, refused(404, 'enrolment.missing')]);
	}
});
