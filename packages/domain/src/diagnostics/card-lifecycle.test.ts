import { expect, test } from 'vitest';
import {
	decideCard,
	forRoute,
	withOverrides,
	type CardAction,
	type DeficitRow,
	type Signatures
} from './index.ts';

const now = new Date('2027-01-18T12:00:00Z');
const before = new Date('2027-01-18T11:00:00Z');
const unsigned: Signatures = { internSignedAt: null, tutorSignedAt: null };
const reason = 'Видел на уроке три раза';

const rows: DeficitRow[] = [
	cardRow('D1', 4, 'expressed'),
	cardRow('D2', 5, 'partial'),
	cardRow('D3', 9, 'none')
];

test('R91: signed by both, in either order, the card is frozen', () => {
	expect(decideCard({ ...unsigned, tutorSignedAt: before }, { type: 'sign', by: 'intern' }, now)).toEqual({
		ok: true,
		value: { internSignedAt: now, tutorSignedAt: before, cleared: [], frozen: true }
	});
	expect(decideCard(unsigned, { type: 'sign', by: 'tutor' }, now)).toEqual({
		ok: true,
		value: { internSignedAt: null, tutorSignedAt: now, cleared: [], frozen: false }
	});
});

test.each<CardAction>([
	{ type: 'sign', by: 'intern' },
	{ type: 'sign', by: 'tutor' },
	{ type: 'override', reason },
	{ type: 'evidence' }
])('R91: a frozen card refuses $type', (action) => {
	const frozen = { internSignedAt: before, tutorSignedAt: before };
	expect(decideCard(frozen, action, now)).toEqual({ ok: false, refusal: { code: 'deficit_card.frozen' } });
});

test('R91: nobody signs twice', () => {
	expect(decideCard({ ...unsigned, internSignedAt: before }, { type: 'sign', by: 'intern' }, now)).toEqual({
		ok: false,
		refusal: { code: 'deficit_card.already_signed' }
	});
});

test.each<[CardAction, Signatures, ('intern' | 'tutor')[]]>([
	[{ type: 'override', reason }, { ...unsigned, internSignedAt: before }, ['intern']],
	[{ type: 'override', reason: null }, { ...unsigned, tutorSignedAt: before }, ['tutor']],
	[{ type: 'evidence' }, { ...unsigned, tutorSignedAt: before }, ['tutor']],
	[{ type: 'evidence' }, unsigned, []]
])('R91: a change (%o) clears the signatures given so far, and names them', (action, card, cleared) => {
	expect(decideCard(card, action, now)).toEqual({ ok: true, value: { ...unsigned, cleared, frozen: false } });
});

test.each(['', '         ', 'коротко', '   девять з   '])(
	'R91: «%s» is no reason for a decision',
	(words) => {
		expect(decideCard(unsigned, { type: 'override', reason: words }, now)).toEqual({
			ok: false,
			refusal: { code: 'deficit_card.reason_missing', details: { least: 10 } }
		});
	}
);

test('R91: the tutor’s decision holds, the figures of the rules stay beside it', () => {
	const result = withOverrides(rows, [{ deficit: 'D2', level: 'expressed', reason: '  Ровно 10 з  ' }]);

	expect(result.ok && result.value[1]).toEqual({
		...cardRow('D2', 5, 'partial'),
		effectiveLevel: 'expressed',
		effectivePresent: true,
		override: { level: 'expressed', reason: 'Ровно 10 з' }
	});
});

test.each([
	['D9', 'none', reason, { code: 'deficit_card.unknown_deficit', details: { deficit: 'D9' } }],
	[
		'D1',
		'none',
		' девять з ',
		{ code: 'deficit_card.reason_missing', details: { deficit: 'D1', least: 10 } }
	],
	['D1', 'heavy' as 'none', reason, { code: 'deficit_card.unknown_level', details: { deficit: 'D1' } }]
] as const)('R91: a decision on %s for %s with «%s» is refused', (deficit, level, words, refusal) => {
	expect(withOverrides(rows, [{ deficit, level, reason: words }])).toEqual({ ok: false, refusal });
});

test('R91: two decisions on one row are refused', () => {
	const twice = [1, 2].map(() => ({ deficit: 'D1', level: 'none' as const, reason }));
	expect(withOverrides(rows, twice)).toEqual({
		ok: false,
		refusal: { code: 'deficit_card.override_doubled', details: { deficit: 'D1' } }
	});
});

test('R124: the route is planned from the effective levels and exact shares', () => {
	const result = withOverrides(rows, [{ deficit: 'D1', level: 'none', reason }]);

	expect(result.ok && forRoute(result.value)).toEqual([
		{ deficit: 'D1', level: 'none', mastery: 4 / 9 },
		{ deficit: 'D2', level: 'partial', mastery: 5 / 9 },
		{ deficit: 'D3', level: 'none', mastery: 1 }
	]);
});

function cardRow(deficit: string, score: number, level: DeficitRow['level']): DeficitRow {
	const figures = { knowledge: 0, case: 0, self: 0, score, max: 9, masteryPercent: 0 };
	return { deficit, ...figures, level, present: level !== 'none', flag: null };
}
