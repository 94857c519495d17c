import {
	getActivity,
	getRunSheet,
	markAttendance,
	markRunSheetRow,
	markUnderstanding
} from '@stazhirovka/contract/cohorts';
import { saveGroupForm, submitForm } from '@stazhirovka/contract/forms';
import { enrolments, journal } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { correlationAnswer, ratingAnswer } from '../../testing/cards.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const tutor = await world.as(world.tutor);
const intern = await world.as(world.interns[0]!);
const enrolmentId = world.enrolments[0]!.id;
const ofCohort = { id: world.cohort.id };

test('R82: the run sheet has the six rows with their minutes, one after the other', async () => {
	const sheet = await tutor.must(getRunSheet, { params: ofCohort });
	expect(sheet.minutes).toBe(180);
	expect(sheet.rows.map(({ minutes, startsAfter }) => [minutes, startsAfter])).toEqual([
		[15, 0],
		[30, 15],
		[30, 45],
		[45, 75],
		[30, 120],
		[30, 150]
	]);
	expect(sheet.rows[0]?.materials).toHaveLength(16);
	expect(sheet.interns).toHaveLength(6);
});

test('a row is marked as held once, and the mark can be taken back', async () => {
	const mark = (held: boolean) =>
		tutor.must(markRunSheetRow, { params: { ...ofCohort, key: 'm1a1' }, body: { held } });
	expect((await mark(true)).rows[0]?.heldAt).toBe('2027-01-18T07:00:00.000Z');
	world.at('2027-01-18T09:00:00Z');
	expect((await mark(true)).rows[0]?.heldAt).toBe('2027-01-18T07:00:00.000Z');
	expect((await mark(false)).rows[0]?.heldAt).toBe(null);

	const entries = await world.db.select().from(journal).where(eq(journal.kind, 'run_sheet.row_held'));
	expect(entries.map(({ data }) => data)).toEqual([
		{ activity: 'm1a1', held: true },
		{ activity: 'm1a1', held: false }
	]);
});

test('R97: who came is marked with the day in the site’s zone', async () => {
	await tutor.must(markAttendance, { params: { id: enrolmentId }, body: { present: true } });
	const sheet = await tutor.must(getRunSheet, { params: ofCohort });
	expect(sheet.interns.filter(({ attended }) => attended).map((row) => row.enrolmentId)).toEqual([
		enrolmentId
	]);

	const [row] = await world.db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
	expect(row?.attendedOn).toBe('2027-01-18');
});

test('R85: the programme’s key suggests the level, the tutor’s word is stored beside it', async () => {
	const params = { id: enrolmentId, key: 'correlation_card' };
	await intern.must(submitForm, {
		params,
		querystring: {},
		body: { revision: 0, answer: correlationAnswer(6) }
	});
	const before = await tutor.must(getRunSheet, { params: ofCohort });
	expect(before.interns.find((row) => row.enrolmentId === enrolmentId)).toMatchObject({
		suggested: { score: 6, max: 10, level: 'понимание частичное' },
		understanding: null,
		filled: ['correlation_card']
	});
	expect(before.rows[1]?.forms.map(({ key, group, submitted }) => [key, group, submitted])).toEqual([
		['correlation_card', false, 1],
		['correlation_card', true, 0]
	]);

	const level = 'понимание устойчивое';
	await tutor.must(markUnderstanding, {
		params: { id: enrolmentId },
		body: { level, note: 'Объяснила связь' }
	});
	const after = await tutor.must(getRunSheet, { params: ofCohort });
	expect(after.interns.find((row) => row.enrolmentId === enrolmentId)?.understanding).toEqual({
		level,
		note: 'Объяснила связь'
	});
	const [row] = await world.db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
	expect(row?.understandingScore).toBe(6);
	expect(
		await tutor.call(markUnderstanding, { params: { id: enrolmentId }, body: { level: 'отлично' } })
	).toMatchObject({ refusal: { status: 422, code: 'understanding.level_unknown' } });
});

test('R83, R86, R88: an activity shows its materials, exercises and recordings', async () => {
	const activity = (key: string) => intern.must(getActivity, { params: { id: enrolmentId, key } });
	expect((await activity('m1a1')).materials).toHaveLength(16);
	expect((await activity('m1a3')).exercises).toHaveLength(16);

	const params = { id: enrolmentId, key: 'competence_analysis_card' };
	const answer = ratingAnswer();
	await intern.must(submitForm, { params, querystring: { occasion: 'V02' }, body: { revision: 0, answer } });
	const analysis = await activity('m1a4');
	expect(analysis.videos.map(({ key, available, filled }) => [key, available, filled]).slice(0, 3)).toEqual([
		['V01', false, false],
		['V02', false, true],
		['V03', false, false]
	]);
	expect(analysis.videos).toHaveLength(10);
});

test('R84: the card of the group stands beside each intern’s own', async () => {
	const body = { revision: 0, answer: correlationAnswer(3) };
	await tutor.must(saveGroupForm, {
		params: { ...ofCohort, key: 'correlation_card' },
		querystring: {},
		body
	});
	const { forms } = await intern.must(getActivity, { params: { id: enrolmentId, key: 'm1a2' } });
	expect(forms.map(({ group, submitted }) => [group, submitted])).toEqual([
		[false, true],
		[true, true]
	]);
});

test('R97: after the document is issued neither attendance nor understanding changes', async () => {
	const { id } = world.enrolments[5]!;
	const mark = (present: boolean) => tutor.call(markAttendance, { params: { id }, body: { present } });
	const level = 'понимание частичное';
	expect(await mark(true)).toMatchObject({ ok: true });
	await world.db.update(enrolments).set({ state: 'completed' }).where(eq(enrolments.id, id));
	const [before] = await world.db.select().from(enrolments).where(eq(enrolments.id, id));

	const answers = [
		await mark(false),
		await tutor.call(markUnderstanding, { params: { id }, body: { level } })
	];
	expect(answers).toEqual([refused(409, 'enrolment.completed'), refused(409, 'enrolment.completed')]);
	expect(await world.db.select().from(enrolments).where(eq(enrolments.id, id))).toEqual([before]);
});

test('R167: another tutor of the cohort marks nobody and sees no interns of the first one', async () => {
	const other = await world.as(world.otherTutor);
	expect((await other.must(getRunSheet, { params: ofCohort })).interns).toEqual([]);

	const outsiders = [world.otherTutor, world.leader, world.interns[0]!, world.interns[1]!, world.otherLeader];
	for (const outsider of outsiders) {
		const visitor = await world.as(outsider);
		const present = await visitor.call(markAttendance, {
			params: { id: enrolmentId },
			body: { present: true }
		});
		const level = { level: 'понимание частичное' };
		const word = await visitor.call(markUnderstanding, { params: { id: enrolmentId }, body: level });
		expect([present, word]).toMatchObject([{ refusal: { status: 404 } }, { refusal: { status: 404 } }]);
	}
	for (const outsider of [world.interns[0]!, world.leader, world.stranger]) {
		const answer = await (await world.as(outsider)).call(getRunSheet, { params: ofCohort });
		expect(answer).toMatchObject({ refusal: { status: 404, code: 'cohort.missing' } });
	}
});

test('an activity of another intern, and one of a later module that opens no card, do not exist', async () => {
	const answers = [
		await intern.call(getActivity, { params: { id: world.enrolments[1]!.id, key: 'm1a1' } }),
		await intern.call(getActivity, { params: { id: enrolmentId, key: 'm2a2' } }),
		await intern.call(getActivity, { params: { id: enrolmentId, key: '__proto__' } }),
		await tutor.call(markRunSheetRow, { params: { ...ofCohort, key: 'm2a2' }, body: { held: true } })
	];
	expect(answers.map((answer) => !answer.ok && answer.refusal.status)).toEqual([404, 404, 404, 404]);
});

test('R82: from an activity one can go on to the next and back', async () => {
	const beside = async (key: string) => {
		const { previous, next } = await intern.must(getActivity, { params: { id: enrolmentId, key } });
		return [previous?.key ?? null, next?.key ?? null];
	};
	expect(await beside('m1a1')).toEqual([null, 'm1a2']);
	expect(await beside('m1a4')).toEqual(['m1a3', 'm1a5']);
	expect(await beside('m1a6')).toEqual(['m1a5', null]);
});
