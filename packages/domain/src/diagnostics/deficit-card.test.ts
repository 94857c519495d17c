import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnostic } from '../golden/adhd.ts';
import scenario from '../golden/scenario-adhd.json' with { type: 'json' };
import type { DiagnosticRules } from '../programmes/rules.ts';
import { deficitCard, type DeficitRow } from './index.ts';

test.each(scenario.trainees)('R91: golden card of $person: $title', ({ answers, expected: { card } }) => {
	expect(deficitCard(diagnostic, answers)).toEqual({
		built: card.built,
		unanswered: card.unanswered,
		rows: card.rows.map(({ mastery_percent, ...row }) => ({ ...row, masteryPercent: mastery_percent }))
	});
});

test.each(scenario.negative)('R91: golden case without a card: $title', ({ answers, expected }) => {
	expect(deficitCard(diagnostic, answers)).toEqual(expected);
});

test('R91: four unanswered items score nothing and the card is built; five and it is not', () => {
	const best = answersOf({ knowledge: 2, case: 4, self: 3 });
	const four = { ...best, 'D1-K': null, 'D1-C': undefined, 'D1-S': 'x', 'D2-K': [] };

	const card = deficitCard(diagnostic, four);
	expect(card.built && card.rows.slice(0, 2)).toEqual([
		row({ deficit: 'D1', score: 0, masteryPercent: 0, level: 'expressed' }),
		row({ deficit: 'D2', case: 4, self: 3, score: 7, masteryPercent: 77.8, level: 'none' })
	]);
	expect(deficitCard(diagnostic, { ...four, 'D8-S': null })).toEqual({ built: false, unanswered: 5 });
	expect(deficitCard(diagnostic, {})).toEqual({ built: false, unanswered: 24 });
});

test.each([
	[2, 4, 1, 7, 77.8, 'none', 'недооценка'],
	[2, 4, 0, 6, 66.7, 'partial', 'недооценка'],
	[2, 4, 2, 8, 88.9, 'none', null],
	[0, 2, 3, 5, 55.6, 'partial', 'переоценка'],
	[2, 0, 3, 5, 55.6, 'partial', 'переоценка'],
	[2, 2, 3, 7, 77.8, 'none', null],
	[2, 2, 0, 4, 44.4, 'expressed', null],
	[0, 0, 1, 1, 11.1, 'expressed', null],
	[0, 0, 2, 2, 22.2, 'expressed', 'переоценка']
] as const)(
	'R91: knowledge %i, case %i, self %i give %i points, %f %%, %s, %s',
	(k, c, s, score, percent, level, flag) => {
		const card = deficitCard(diagnostic, answersOf({ knowledge: k, case: c, self: s }));

		expect(card.built && card.rows[3]).toEqual(
			row({ deficit: 'D4', knowledge: k, case: c, self: s, score, masteryPercent: percent, level, flag })
		);
	}
);

test('R91: a bound of a level belongs to the level, and the share is judged before it is rounded', () => {
	expect(levelAt({ max: 4, score: 3 })).toEqual(['none', 75]);
	expect(levelAt({ max: 4, score: 2 })).toEqual(['partial', 50]);
	expect(levelAt({ max: 2000, score: 1499 })).toEqual(['partial', 75]);
	expect(levelAt({ max: 2000, score: 999 })).toEqual(['expressed', 50]);
	expect(levelAt({ max: 16, score: 1 })).toEqual(['expressed', 6.3]);
});

test('R90: a programme without cases has a card with zero for them', () => {
	const rules: DiagnosticRules = {
		...diagnostic,
		deficits: ['G1'],
		perDeficitMax: 6,
		maxUnanswered: 2,
		flags: [
			{
				label: 'переоценка',
				when: [
					{ sum: ['self_assessment'], op: '>=', value: 2 },
					{ sum: ['knowledge'], op: '=', value: 0 }
				]
			}
		],
		items: [
			{ key: 'G1-K', deficit: 'G1', kind: 'knowledge', max: 3, type: 'single_choice', correct: 'a' },
			{ key: 'G1-S', deficit: 'G1', kind: 'self_assessment', max: 3, type: 'scale', values: [0, 1, 2, 3] }
		]
	};

	expect(deficitCard(rules, { 'G1-K': 'b', 'G1-S': 3 })).toEqual({
		built: true,
		unanswered: 0,
		rows: [
			row({
				deficit: 'G1',
				self: 3,
				score: 3,
				max: 6,
				masteryPercent: 50,
				level: 'partial',
				flag: 'переоценка'
			})
		]
	});
});

test('R91: every card has one row for every deficit in the programme’s order, and its figures add up', () => {
	const answers = fc.record(
		Object.fromEntries(
			diagnostic.items.map(({ key }) => [key, fc.constantFrom('a', 'b', 'c', 0, 1, 2, 3, ['a', 'b', 'd'])])
		)
	);

	fc.assert(
		fc.property(answers, (given) => {
			const card = deficitCard({ ...diagnostic, maxUnanswered: 24 }, given);
			if (!card.built) throw new Error('not built');

			expect(card.rows.map(({ deficit }) => deficit)).toEqual(diagnostic.deficits);
			for (const found of card.rows) {
				expect(found.score).toBe(found.knowledge + found.case + found.self);
				expect(found.present).toBe(found.score < 6.75);
				expect(found.level === 'expressed').toBe(found.score < 4.5);
			}
		})
	);
});

function row(facts: Partial<DeficitRow> & Pick<DeficitRow, 'deficit' | 'level'>): DeficitRow {
	const empty = { knowledge: 0, case: 0, self: 0, score: 0, max: 9, masteryPercent: 0, flag: null };
	return { ...empty, present: facts.level !== 'none', ...facts };
}

/** The same answers for every deficit. */
function answersOf(points: { knowledge: number; case: number; self: number }): Record<string, unknown> {
	const whole = points.knowledge === 2;
	const choices: Record<string, string[]> = {
		D2: ['a', 'b', 'd'],
		D5: ['a', 'b', 'c'],
		D7: ['a', 'b', 'c', 'd', 'e']
	};
	const action = { 4: 'a', 2: 'b', 0: 'c' }[points.case];

	return Object.fromEntries(
		diagnostic.deficits.flatMap((deficit) => [
			[`${deficit}-K`, choices[deficit] ? (whole ? choices[deficit] : ['e']) : whole ? 'a' : 'b'],
			[`${deficit}-C`, action],
			[`${deficit}-S`, points.self]
		])
	);
}

function levelAt({ max, score }: { max: number; score: number }) {
	const rules: DiagnosticRules = {
		...diagnostic,
		deficits: ['D1'],
		perDeficitMax: max,
		items: [{ key: 'x', deficit: 'D1', kind: 'case', max, type: 'graded_choice', points: { a: score } }]
	};
	const card = deficitCard(rules, { x: 'a' });

	return card.built ? [card.rows[0]?.level, card.rows[0]?.masteryPercent] : [];
}
