import * as contract from '@stazhirovka/contract/diagnostics';
import { beforeAll, expect, test } from 'vitest';
import { answersOf, MASTERY, newLearner, type Learner } from '../../../testing/learner.ts';
import { recorded } from '../../../testing/records.ts';
import { refused, refusing } from '../../../testing/refused.ts';
import { SAMPLES } from '../../../testing/sample-files.ts';
import { uploadsOf } from '../../../testing/uploads.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
	return world.close;
});
const { kept } = uploadsOf(() => world);

const look = ({ tutor, params }: Learner) =>
	tutor.must(contract.getDiagnosisPaper, { params, querystring: {} });

function key({ tutor, params }: Learner, pass: 'first' | 'second', answer: object = MASTERY) {
	const body = { answer: answer as never };
	return tutor.call(contract.keyDiagnosisIn, { params: { ...params, pass }, body });
}

function hand(
	{ tutor, params }: Learner,
	choices: Record<string, 'first' | 'second'> = {},
	file: string | null = null
) {
	return tutor.call(contract.handInPaper, { params, body: { choices, file } });
}

test('X20: a sheet is keyed twice, the first keying is not shown before the second, and differences are settled', async () => {
	const learner = await newLearner(world);
	expect(await look(learner)).toMatchObject({ step: 'first', can: { keyIn: true }, keyings: [] });
	expect(await key(learner, 'second')).toEqual(refused(409, 'diagnosis.not_keyed'));
	await key(learner, 'first', { ...MASTERY, 'D1-K': 'b' });

	const between = await look(learner);
	expect(between).toMatchObject({ step: 'second', differences: [] });
	expect(JSON.stringify(between)).not.toContain('"D1-K":"b"');
	expect(await hand(learner)).toEqual(refused(409, 'diagnosis.not_keyed'));

	await key(learner, 'second');
	expect(await look(learner)).toMatchObject({
		step: 'compare',
		differences: [{ key: 'D1-K', first: 'b', second: 'a' }]
	});
	expect(await hand(learner)).toEqual(refused(409, 'diagnosis.keyings_differ'));
	expect(await hand(learner, { 'D1-K': 'second' })).toMatchObject({ ok: true, value: { step: 'done' } });

	const { rows } = await learner.intern.must(contract.getDeficitCard, { params: learner.params });
	expect(rows[0]).toMatchObject({ knowledge: 2, level: 'none' });
	const seen = await learner.intern.must(contract.getDiagnosis, { params: learner.params, querystring: {} });
	expect(seen.attempts).toMatchObject([{ number: 1, closedBy: 'paper', counts: true }]);
	expect(await recorded(world.db, 'diagnosis', [learner.enrolmentId])).toEqual([
		{
			kind: 'diagnosis.keyed_in',
			actorId: world.tutor.id,
			data: {
				occasion: '',
				firstBy: world.tutor.id,
				secondBy: world.tutor.id,
				differed: 1,
				scan: false
			}
		}
	]);
	expect(await hand(learner)).toEqual(refused(409, 'diagnosis.no_attempts'));
});

test('X20: whoever has begun on the screen goes on there; too few answers are no card; nonsense is not kept', async () => {
	const begun = await newLearner(world);
	await begun.intern.inject({
		method: 'PUT',
		url: `/api/enrolments/${begun.enrolmentId}/forms/diagnostic`,
		payload: { revision: 0, answer: { 'D1-K': 'a' } }
	});
	expect(await key(begun, 'first')).toEqual(refused(409, 'diagnosis.attempt_open'));

	const learner = await newLearner(world);
	expect(await key(learner, 'first', { 'D1-K': 'no option' })).toMatchObject(refusing(422, 'form.faulty'));
	for (const pass of ['first', 'second'] as const) await key(learner, pass, { 'D1-K': 'a' });
	expect(await hand(learner)).toMatchObject(refusing(422, 'deficit_card.too_many_unanswered'));
	expect(await look(learner)).toMatchObject({ step: 'compare' });
	await key(learner, 'first', answersOf('t-1'));
	expect(await look(learner)).toMatchObject({ step: 'second' });
});

test('X20: the scan is the tutor’s own upload to this intern, and the intern may open it', async () => {
	const learner = await newLearner(world);
	const other = await newLearner(world);
	for (const pass of ['first', 'second'] as const) await key(learner, pass);
	const keep = (enrolment: string) => kept(world.tutor, `enrolmentId=${enrolment}`, 'Лист.pdf', SAMPLES.pdf!);
	expect(await hand(learner, {}, (await keep(other.enrolmentId)).id)).toEqual(refused(404, 'file.missing'));
	const scan = await keep(learner.enrolmentId);
	expect(await hand(learner, {}, scan.id)).toMatchObject({
		value: { step: 'done', file: { id: scan.id, name: 'Лист.pdf' } }
	});
	const opened = await learner.intern.inject({ url: `/api/files/${scan.id}` });
	expect(opened.statusCode).toBe(200);
});

test('R167: paper is the tutor’s: not even the intern has this door', async () => {
	const learner = await newLearner(world);
	const { params } = learner;
	const people = [world.leader, world.otherTutor, world.otherLeader, world.stranger, world.interns[0]!];
	const visitors = [learner.intern, ...(await Promise.all(people.map((person) => world.as(person))))];
	for (const visitor of visitors) {
		for (const answer of [
			await visitor.call(contract.getDiagnosisPaper, { params, querystring: {} }),
			await visitor.call(contract.keyDiagnosisIn, {
				params: { ...params, pass: 'first' },
				body: { answer: {} }
			}),
			await visitor.call(contract.handInPaper, { params, body: { choices: {}, file: null } })
		])
			expect(answer).toEqual(refused(404, 'enrolment.missing'));
	}
});
