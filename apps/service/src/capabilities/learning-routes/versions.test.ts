import * as contract from '@stazhirovka/contract/learning-routes';
import { readDocx } from '@stazhirovka/pdf';
import { beforeAll, expect, test } from 'vitest';
import { answersOf, newLearner } from '../../testing/learner.ts';
import { refusing } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

const WISH = ['T01', 'T05', 'T08', 'T10', 'T12'].map((task, n) => ({ task, dueOn: `2027-02-0${n + 1}` }));
const reason = 'Пятое задание я уже делала в прошлом году';

test('R94 a wish to change an agreed route waits beside it; the tutor agrees, and it is the next version', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	await learner.agree(answersOf('t-1'));
	const ask = (items = WISH) =>
		learner.intern.call(contract.askForChange, { params, body: { revision: 1, items, reason } });

	const asked = await ask();
	expect(asked).toMatchObject({
		ok: true,
		value: { revision: 1, versions: 2, asked: { number: 2, reason }, can: { ask: false } }
	});
	expect(await ask()).toMatchObject(refusing(409, 'learning_route.asked_already'));
	const before = await learner.intern.must(contract.getLearningRoute, { params });
	expect(before.items.map(({ task }) => task)).toEqual(['T01', 'T04', 'T08', 'T10', 'T12']);

	const answer = (
		body: { number: number; answer: 'accept' | 'decline'; remark?: string },
		by = learner.tutor
	) => by.call(contract.answerWish, { params, body });
	expect(await answer({ number: 2, answer: 'accept' }, learner.intern)).toMatchObject(
		refusing(403, 'forbidden')
	);
	expect(await answer({ number: 2, answer: 'accept' })).toMatchObject({
		ok: true,
		value: { revision: 2, state: 'agreed', changeReason: reason, asked: null }
	});
	expect(await answer({ number: 2, answer: 'decline', remark: 'Поздно, уже принято' })).toMatchObject(
		refusing(409, 'learning_route.nothing_asked')
	);

	const versions = await learner.tutor.must(contract.listRouteVersions, { params });
	expect(
		versions.map(({ number, origin, standing, items }) => [number, origin, standing, items.length])
	).toEqual([
		[1, 'rules', 'held', 5],
		[2, 'intern', 'held', 5]
	]);
	expect(versions[1]).toMatchObject({ reason, items: WISH });
});

test('R94 a wish does not take back what the tutor has changed since', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	await learner.agree(answersOf('t-1'));
	await learner.intern.must(contract.askForChange, { params, body: { revision: 1, items: WISH, reason } });
	const { items } = await learner.tutor.must(contract.getLearningRoute, { params });
	const later = items.map(({ task }, n) => ({ task, dueOn: `2027-02-1${n + 1}` }));
	const change = { revision: 1, items: later, reason: 'Сдвигаю из-за карантина' };
	await learner.tutor.must(contract.changeLearningRoute, { params, body: change });

	const answer = (body: { number: number; answer: 'accept' | 'decline'; remark?: string }) =>
		learner.tutor.call(contract.answerWish, { params, body });
	expect(await answer({ number: 2, answer: 'accept' })).toMatchObject(
		refusing(409, 'learning_route.outdated')
	);
	const route = await learner.intern.must(contract.getLearningRoute, { params });
	expect(route.items.map(({ task, dueOn }) => ({ task, dueOn }))).toEqual(later);
	expect(await answer({ number: 2, answer: 'decline', remark: 'Сроки уже сдвинулись' })).toMatchObject({
		ok: true,
		value: { asked: null }
	});
});

test('R94 a declined wish leaves the route and is kept with the tutor’s words', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	await learner.agree(answersOf('t-1'));
	await learner.intern.must(contract.askForChange, { params, body: { revision: 1, items: WISH, reason } });
	const decline = (remark: string) =>
		learner.tutor.call(contract.answerWish, { params, body: { number: 2, answer: 'decline', remark } });

	expect(await decline('нет')).toMatchObject(refusing(422, 'learning_route.remark_missing'));
	const remark = 'Этот дефицит выражен, задание нужно';
	expect(await decline(remark)).toMatchObject({ ok: true, value: { revision: 1, can: { answer: false } } });
	const versions = await learner.intern.must(contract.listRouteVersions, { params });
	expect(versions.at(-1)).toMatchObject({ standing: 'declined', remark });
	const route = await learner.intern.must(contract.getLearningRoute, { params });
	expect([route.items[1]?.task, route.can.ask]).toEqual(['T04', true]);
});

test('R94 R124 a limit lays a route out anew while it is in the intern’s hands, and is told when it cannot be held', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	await learner.diagnose(answersOf('t-1'));
	await learner.sign();
	const limit = (minutesPerWeek: number | null, by = learner.intern) =>
		by.call(contract.setStudyLimit, { params, body: { minutesPerWeek } });

	expect(await limit(30, learner.tutor)).toMatchObject(refusing(403, 'forbidden'));
	const slower = await limit(30);
	if (!slower.ok) throw new Error(slower.refusal.code);
	expect([slower.value.revision, slower.value.versions, slower.value.minutesPerWeek]).toEqual([2, 2, 30]);
	expect(Math.max(...slower.value.load.map(({ minutes }) => minutes))).toBeLessThanOrEqual(30);
	expect(slower.value.notes.map(({ code }) => code)).toEqual(['prolonged', 'even']);

	const never = await limit(15);
	expect(never.ok && never.value.notes.map(({ code }) => code)).toEqual(['prolonged', 'above_limit']);
	expect(await limit(null)).toMatchObject({ ok: true, value: { minutesPerWeek: null } });
});

test('R94 R95 the route is printed in its usual form, as PDF and for Word', async () => {
	const learner = await newLearner(world);
	await learner.agree(answersOf('t-1'));
	const url = `/api/enrolments/${learner.enrolmentId}/learning-route`;
	const pdf = await learner.tutor.inject({ method: 'GET', url: `${url}.pdf` });
	expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
		200,
		'application/pdf',
		'%PDF-'
	]);
	const word = await learner.intern.inject({ method: 'GET', url: `${url}.docx` });
	expect([word.statusCode, word.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);

	// A task that is there for one deficit and touches another names them as the screen does.
	const { items } = await learner.intern.must(contract.getLearningRoute, { params: learner.params });
	const several = items.filter(({ deficits }) => deficits.length > 1);
	const { text } = await readDocx(word.rawPayload);
	expect(several.length).toBeGreaterThan(0);
	for (const { deficits } of several) {
		expect(deficits[0]?.role).toBe('primary');
		expect(text).toContain(deficits.map(({ title }) => title).join('; '));
	}
});
