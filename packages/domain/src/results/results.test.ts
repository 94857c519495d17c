import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '../calendar/index.ts';
import { validate } from '../forms/index.ts';
import { peer } from '../golden/adhd.ts';
import {
	answerAppealBy,
	answeredRecommendations,
	appealForm,
	appealReasons,
	appealUntil,
	checkAppeal,
	checkAppealDecision,
	mayAnswerAppeal,
	recommendationForm,
	recommendationPaper,
	recommendationsOf,
	revisionDaysLeft,
	stateAfterAppeal
} from './index.ts';

const ZONE = 'Asia/Novokuznetsk';
const labels = { strength: 'Что возьму', question: 'Вопрос автору', advice: 'Рекомендация' };
const rows = recommendationsOf(labels, [
	{
		reviewer: 'Рецензент 1',
		comments: { strength: 'Таймер', question: 'Зачем?', advice: 'Добавьте замеры' }
	},
	{ reviewer: 'Рецензент 2', comments: { strength: 'Опоры', question: ' ', advice: 'Сократите сценарий' } }
]);
const marks = {
	awareness: 2,
	conditions: 1.5,
	completeness: 1,
	technology: 1,
	effectiveness: 1,
	reflection: 2
};
const because = 'Замеры в работе есть, рецензенты их не увидели.';

describe('the table of recommendations', () => {
	test('R117: praise asks for no answer and an empty word makes no row', () => {
		expect(rows).toEqual([
			{ key: 'question_1', question: 'Вопрос автору', reviewer: 'Рецензент 1', text: 'Зачем?' },
			{ key: 'advice_1', question: 'Рекомендация', reviewer: 'Рецензент 1', text: 'Добавьте замеры' },
			{ key: 'advice_2', question: 'Рекомендация', reviewer: 'Рецензент 2', text: 'Сократите сценарий' }
		]);
	});

	test('R118: every row is answered with what has changed; the paper says it all', () => {
		const answer = Object.fromEntries(
			rows.flatMap(({ key }) => [
				[`${key}_reply`, 'partly'],
				[`${key}_change`, 'Добавлена таблица']
			])
		);
		expect(validate(recommendationForm(rows), answer, 'final')).toEqual([]);
		expect(validate(recommendationForm(rows), {}, 'draft')).toEqual([]);
		expect(validate(recommendationForm(rows), {}, 'final').length).toBe(6);

		const answered = answeredRecommendations(rows, answer);
		expect(answered[1]).toEqual({ ...rows[1], reply: 'partly', change: 'Добавлена таблица' });
		const paper = recommendationPaper({
			author: 'Вереснёва А. Т.',
			work: 'Опоры',
			programme: 'СДВГ',
			day: '2027-02-26',
			rows: answered
		});
		const table = paper.blocks.find((block) => block.kind === 'table');
		expect(table?.rows[1]).toEqual([
			'Рекомендация: Добавьте замеры',
			'Рецензент 1',
			'Принято частично',
			'Добавлена таблица'
		]);
	});
});

describe('an appeal', () => {
	const toldAt = new Date('2027-02-19T10:00:00Z');
	const facts = { toldAt, sent: false, timeZone: ZONE };

	test('may be sent within seven days, once, with a reason', () => {
		expect(appealUntil(toldAt, ZONE).toISOString()).toBe('2027-02-26T17:00:00.000Z');
		const last = new Date('2027-02-26T16:59:59Z');
		expect(checkAppeal(facts, { awareness: because }, last)).toEqual({ ok: true, value: undefined });
		const over = new Date('2027-02-26T17:00:00Z');
		const refusals = [
			checkAppeal(facts, { awareness: because }, over),
			checkAppeal({ ...facts, sent: true }, { awareness: because }, last),
			checkAppeal({ ...facts, toldAt: null }, { awareness: because }, last),
			checkAppeal(facts, {}, last)
		];
		expect(refusals.map((told) => !told.ok && told.refusal.code)).toEqual([
			'appeal.too_late',
			'appeal.already_sent',
			'appeal.not_announced',
			'appeal.reason_missing'
		]);
		const form = appealForm([{ key: 'awareness', title: 'Осознанность' }]);
		expect(validate(form, { awareness: 'мало слов' }, 'final').map(({ code }) => code)).toEqual([
			'too_short'
		]);
		expect(appealReasons({ awareness: ` ${because} `, conditions: ' ' })).toEqual({ awareness: because });
	});

	test('is answered within five working days: a holiday and a weekend do not count', () => {
		// Friday 19 February 2027; 20–21 are a weekend, 23 is a holiday.
		expect(answerAppealBy(toldAt, ZONE)).toBe('2027-03-01');
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
				(at) => {
					const by = answerAppealBy(at, 'UTC');
					const between = [];
					for (
						let day = Date.parse(at.toISOString().slice(0, 10)) + 86_400_000;
						day <= Date.parse(by);
						day += 86_400_000
					) {
						between.push(new Date(day).toISOString().slice(0, 10));
					}
					expect(between.filter(isWorkingDay).length).toBe(5);
					expect(isWorkingDay(by)).toBe(true);
				}
			)
		);
	});

	test('is not answered by whoever decided on the work or reviewed it while another tutor is there', () => {
		const of = (tutors: string[], judges = ['a', 'b']) =>
			tutors.map((id) => mayAnswerAppeal(id, { tutors, judges }));
		expect(of(['a', 'b', 'c'])).toEqual([false, false, true]);
		expect(of(['a', 'b'])).toEqual([true, true]);
		expect(of(['a'])).toEqual([true]);
		expect(mayAnswerAppeal('c', { tutors: ['a', 'b'], judges: [] })).toBe(false);
	});

	const disputed = { marks, passed: false, mayLower: false };
	const decide = (change: object, whole = {}) =>
		checkAppealDecision(
			peer,
			{ ...disputed, ...whole },
			{ marks, changes: {}, passed: false, conclusion: because, ...change }
		);
	const codeOf = (told: ReturnType<typeof decide>) => (told.ok ? told.value : told.refusal.code);

	test.each([
		['upheld as it was', {}, {}, { total: 8.5, changed: [] }],
		[
			'a mark raised with a reason',
			{ marks: { ...marks, effectiveness: 2.5 }, changes: { effectiveness: because }, passed: true },
			{},
			{ total: 10, changed: ['effectiveness'] }
		],
		[
			'a change without a reason',
			{ marks: { ...marks, effectiveness: 2 } },
			{},
			'appeal.change_reason_missing'
		],
		['a mark beyond the scale', { marks: { ...marks, effectiveness: 4 } }, {}, 'appeal.mark_outside'],
		['a mark that no scale has', { marks: { ...marks, effectiveness: 1.3 } }, {}, 'appeal.mark_outside'],
		['a mark left out', { marks: { awareness: 2 } }, {}, 'appeal.mark_missing'],
		[
			'a mark lowered',
			{ marks: { ...marks, reflection: 1 }, changes: { reflection: because } },
			{},
			'appeal.may_not_lower'
		],
		[
			'a mark lowered where that was fixed before',
			{ marks: { ...marks, reflection: 1 }, changes: { reflection: because } },
			{ mayLower: true },
			{ total: 7.5, changed: ['reflection'] }
		],
		['a pass taken away', { passed: false }, { passed: true }, 'appeal.may_not_lower'],
		['no conclusion', { conclusion: 'нет' }, {}, 'appeal.reason_missing'],
		[
			'marks that pass without passing',
			{ marks: { ...marks, effectiveness: 3 }, changes: { effectiveness: because } },
			{},
			'appeal.marks_pass'
		],
		['a pass without any marks', { marks: null, passed: true }, { marks: null }, { total: null, changed: [] }]
	])('decides: %s', (_, change, whole, expected) => {
		expect(codeOf(decide(change, whole))).toEqual(expected);
	});

	test('that may only raise never lowers anything, whatever is typed', () => {
		const mark = fc.integer({ min: 0, max: 6 }).map((half) => half / 2);
		const all = fc.record(Object.fromEntries(peer.criteria.map((key) => [key, mark])));
		fc.assert(
			fc.property(all, all, fc.boolean(), fc.boolean(), (before, after, was, is) => {
				const changes = Object.fromEntries(peer.criteria.map((key) => [key, because]));
				const told = checkAppealDecision(
					peer,
					{ marks: before, passed: was, mayLower: false },
					{ marks: after, changes, passed: is, conclusion: because }
				);
				if (!told.ok) return;
				expect(peer.criteria.every((key) => (after[key] ?? 0) >= (before[key] ?? 0))).toBe(true);
				expect(was && !is).toBe(false);
			})
		);
	});

	test('moves a work only as its decision says; the time for a revision stands still', () => {
		const to = (state: Parameters<typeof stateAfterAppeal>[0], passed: boolean, revised = false) =>
			stateAfterAppeal(state, { passed, revisionDays: 7, revised });
		expect([to('revision', true), to('failed', true), to('revised', true)]).toEqual(Array(3).fill('passed'));
		expect([to('revision', false), to('failed', false), to('revised', false)]).toEqual([
			'revision',
			'failed',
			'revised'
		]);
		expect([to('passed', false), to('passed', false, true)]).toEqual(['revision', 'failed']);
		expect(stateAfterAppeal('passed', { passed: false, revisionDays: null, revised: false })).toBe('failed');
		const until = new Date('2027-02-26T17:00:00Z');
		expect(revisionDaysLeft(until, new Date('2027-02-22T10:00:00Z'), ZONE)).toBe(4);
		expect(revisionDaysLeft(until, new Date('2027-02-28T10:00:00Z'), ZONE)).toBe(0);
	});
});
