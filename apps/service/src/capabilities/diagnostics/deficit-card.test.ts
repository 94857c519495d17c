import * as contract from '@stazhirovka/contract/diagnostics';
import { deficitCards, learningRoutes } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { answersOf, newLearner, type Learner } from '../../testing/learner.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

const REASON = 'Показала на открытом уроке';

function override(learner: Learner, change: Record<string, unknown> = {}) {
	const body = { revision: 1, deficit: 'D1', level: 'partial', reason: REASON, ...change };
	return learner.tutor.call(contract.overrideLevel, { params: learner.params, body: body as never });
}

function sign(visitor: Visitor, learner: Learner, revision = 1) {
	return visitor.call(contract.signDeficitCard, { params: learner.params, body: { revision } });
}

async function cardOf({ enrolmentId }: Learner) {
	const [card] = await world.db.select().from(deficitCards).where(eq(deficitCards.enrolmentId, enrolmentId));
	return card!;
}

test('R91 the intern says what confirms a row; rows that are not named keep their words', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();
	const add = (revision: number, evidence: Record<string, string>) =>
		learner.intern.call(contract.addEvidence, { params: learner.params, body: { revision, evidence } });
	const words = (answer: Awaited<ReturnType<typeof add>>) =>
		answer.ok &&
		answer.value.rows.flatMap(({ deficit, evidence }) => (evidence ? [[deficit, evidence]] : []));

	expect(words(await add(1, { D1: 'Карта соотнесения', D3: ' План кабинета ' }))).toEqual([
		['D1', 'Карта соотнесения'],
		['D3', 'План кабинета']
	]);
	expect(words(await add(2, { D1: '' }))).toEqual([['D3', 'План кабинета']]);
	expect(await add(2, { D2: 'поздно' })).toEqual(
		refused(409, 'deficit_card.changed_meanwhile', { revision: 3 })
	);
	expect(await add(3, { D9: 'нет такого' })).toEqual(
		refused(422, 'deficit_card.unknown_deficit', { deficit: 'D9' })
	);
});

test('R166 words that look like a pupil’s name are stored only once they are confirmed', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();
	const body = { revision: 1, evidence: { D2: 'Ваня Петров выполнил инструкцию с первого раза' } };
	const add = (confirmedPrivacy: boolean) =>
		learner.intern.call(contract.addEvidence, {
			params: learner.params,
			body: { ...body, confirmedPrivacy }
		});

	expect(await add(false)).toEqual(
		refused(422, 'form.privacy', { warnings: [{ path: 'D2', kind: 'name', fragment: 'Ваня Петров' }] })
	);
	expect(await add(true)).toMatchObject({ ok: true, value: { revision: 2 } });
});

test('R91 the tutor decides on a row with a reason, and may take the decision back', async () => {
	const learner = await newLearner(world);
	await learner.diagnose(answersOf('t-1'));

	const decided = await override(learner);
	expect(decided.ok && decided.value.rows[0]).toMatchObject({
		level: 'expressed',
		effectiveLevel: 'partial',
		effectiveLabel: 'частичный дефицит',
		override: { level: 'partial', reason: REASON }
	});

	const back = await override(learner, { revision: 2, level: null, reason: '' });
	expect(back.ok && back.value.rows[0]).toMatchObject({ effectiveLevel: 'expressed', override: null });
	expect(await recorded(world.db, 'deficit_card.overridden', [(await cardOf(learner)).id])).toEqual([
		{
			kind: 'deficit_card.overridden',
			actorId: world.tutor.id,
			data: { deficit: 'D1', level: 'partial', reason: REASON }
		},
		{
			kind: 'deficit_card.overridden',
			actorId: world.tutor.id,
			data: { deficit: 'D1', level: null, reason: '' }
		}
	]);
});

test.each([
	[{ reason: 'мало' }, 422, 'deficit_card.reason_missing', { deficit: 'D1', least: 10 }],
	[{ deficit: 'D9' }, 422, 'deficit_card.unknown_deficit', { deficit: 'D9' }],
	[{ revision: 7 }, 409, 'deficit_card.changed_meanwhile', { revision: 1 }]
])('R91 a decision with %j is refused', async (change, status, code, details) => {
	const learner = await newLearner(world);
	await learner.diagnose();

	expect(await override(learner, change)).toEqual(refused(status, code, details));
});

test('R91 a decision clears the signature that was given under other words', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();
	await sign(learner.intern, learner);

	expect(await override(learner)).toMatchObject({ ok: true, value: { internSignedAt: null, revision: 2 } });
	expect(await sign(learner.intern, learner, 1)).toEqual(
		refused(409, 'deficit_card.changed_meanwhile', { revision: 2 })
	);
	expect(await recorded(world.db, 'deficit_card.signatures', [(await cardOf(learner)).id])).toEqual([
		{ kind: 'deficit_card.signatures_cleared', actorId: world.tutor.id, data: { cleared: ['intern'] } }
	]);
});

test('R91 R96 the second signature freezes the card and plans the route with it', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();
	await sign(learner.tutor, learner);

	const frozen = await sign(learner.intern, learner);

	expect(frozen).toMatchObject({
		ok: true,
		value: {
			frozen: true,
			internSignedAt: '2027-01-18T07:00:00.000Z',
			tutorSignedAt: '2027-01-18T07:00:00.000Z',
			can: { sign: false, override: false, addEvidence: false }
		}
	});
	expect(await override(learner)).toEqual(refused(409, 'deficit_card.frozen'));
	const { id } = await cardOf(learner);
	const [route] = await world.db
		.select()
		.from(learningRoutes)
		.where(eq(learningRoutes.enrolmentId, learner.enrolmentId));
	expect((await recorded(world.db, '', [id, route!.id])).map(({ kind, data }) => [kind, data])).toEqual([
		['deficit_card.built', {}],
		['deficit_card.signed', { by: 'tutor', revision: 1 }],
		['deficit_card.signed', { by: 'intern', revision: 1 }],
		['deficit_card.frozen', {}],
		['learning_route.planned', {}]
	]);
});

test('R91 a double click signs once, and so do both sides at the same moment', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();

	const clicks = await Promise.all(
		[learner.intern, learner.intern, learner.tutor, learner.tutor].map((visitor) => sign(visitor, learner))
	);

	expect(clicks.map(({ ok }) => ok)).toEqual([true, true, true, true]);
	const kinds = (await recorded(world.db, 'deficit_card', [(await cardOf(learner)).id])).map(
		({ kind }) => kind
	);
	expect(kinds).toEqual([
		'deficit_card.built',
		'deficit_card.signed',
		'deficit_card.signed',
		'deficit_card.frozen'
	]);
	expect(
		await world.db.select().from(learningRoutes).where(eq(learningRoutes.enrolmentId, learner.enrolmentId))
	).toHaveLength(1);
});

test('R91 of a decision and a signature at the same moment the later one meets what the first has stored', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();

	const [signed, decided] = await Promise.all([sign(learner.intern, learner), override(learner)]);

	expect(decided.ok).toBe(true);
	expect(signed.ok ? (await cardOf(learner)).internSignedAt : signed).toEqual(
		signed.ok ? null : refused(409, 'deficit_card.changed_meanwhile', { revision: 2 })
	);
});
