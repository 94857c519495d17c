import * as contract from '@stazhirovka/contract/diagnostics';
import { deficitCards, formAnswers } from '@stazhirovka/db/schema';
import scenario from '@stazhirovka/domain/golden/scenario-adhd.json' with { type: 'json' };
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { answersOf, MASTERY, newLearner, type Learner } from '../../testing/learner.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

const answers = answersOf('t-1');

function hand(learner: Learner, answer: unknown) {
	const body = { revision: 0, answer: answer as never };
	return learner.intern.call(contract.finishDiagnosis, { params: learner.params, body });
}

test('R90 R91 handing the diagnostic in builds the card and closes the sheet', async () => {
	const learner = await newLearner(world);

	const card = await learner.diagnose(answers);

	expect(card.rows[0]).toEqual({
		deficit: 'D1',
		title: 'Соотнесение трудностей и функций',
		text: 'Не соотносит наблюдаемую на уроке трудность с дефицитарной функцией ребёнка, выбирает приём наугад',
		target: 'Соотносит трудность с функцией и подтверждает вывод фактами наблюдения',
		knowledge: 0,
		case: 2,
		self: 2,
		score: 4,
		max: 9,
		masteryPercent: 44.4,
		level: 'expressed',
		levelLabel: 'выраженный дефицит',
		present: true,
		flag: 'переоценка',
		evidence: '',
		effectiveLevel: 'expressed',
		effectiveLabel: 'выраженный дефицит',
		override: null
	});
	expect({
		...card,
		rows: card.rows.length,
		intern: card.intern.fullName,
		levels: card.levels.length
	}).toEqual({
		intern: 'Новикова Дарья',
		built: true,
		unanswered: 0,
		rows: 8,
		levels: 3,
		revision: 1,
		internSignedAt: null,
		tutorSignedAt: null,
		frozen: false,
		can: { sign: true, override: false, addEvidence: true }
	});
	const [stored] = await world.db
		.select({ id: deficitCards.id })
		.from(deficitCards)
		.where(eq(deficitCards.enrolmentId, learner.enrolmentId));
	expect(await recorded(world.db, 'd', [learner.enrolmentId, stored!.id])).toEqual([
		{ kind: 'diagnosis.finished', actorId: expect.any(String), data: {} },
		{ kind: 'deficit_card.built', actorId: expect.any(String), data: {} }
	]);
});

test('R90 an answer that no screen could have sent is refused with its place', async () => {
	const learner = await newLearner(world);

	expect(await hand(learner, { ...MASTERY, 'D1-C': 'z' })).toEqual(
		refused(422, 'form.faulty', { faults: [{ path: 'D1-C', code: 'not_an_option' }] })
	);
});

test('R90 two hand-ins of the same answers at once build one card; other answers are refused', async () => {
	const learner = await newLearner(world);

	const both = await Promise.all([hand(learner, MASTERY), hand(learner, MASTERY)]);

	expect(both.map(({ ok }) => ok)).toEqual([true, true]);
	expect(both[0]).toEqual(both[1]);
	expect(await recorded(world.db, 'diagnosis', [learner.enrolmentId])).toHaveLength(1);
	expect(await hand(learner, answers)).toEqual(refused(409, 'form.submitted'));
});

test('R90 no answer, key or point of an item is in what leaves the service', async () => {
	const learner = await newLearner(world);
	await learner.diagnose();

	const { body } = await learner.intern.inject({
		url: `/api/enrolments/${learner.enrolmentId}/deficit-card`
	});

	expect(body).toContain('"deficit":"D1"');
	expect(body).not.toMatch(/D1-[KCS]|correct|points/);
});

test('R91 with five items unanswered no card is built and the sheet stays open', async () => {
	const learner = await newLearner(world);

	expect(await hand(learner, scenario.negative[0]!.answers)).toEqual(
		refused(422, 'deficit_card.too_many_unanswered', { unanswered: 5, allowed: 4 })
	);
	expect(await learner.intern.call(contract.getDeficitCard, { params: learner.params })).toEqual(
		refused(404, 'deficit_card.missing')
	);
	expect(
		await world.db.select().from(formAnswers).where(eq(formAnswers.enrolmentId, learner.enrolmentId))
	).toEqual([]);

	const { 'D1-K': _, 'D1-C': __, 'D1-S': ___, 'D2-K': ____, ...four } = MASTERY;
	expect(await hand(learner, four)).toMatchObject({ ok: true, value: { unanswered: 4 } });
});
