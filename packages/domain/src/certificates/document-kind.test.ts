import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseKind, documentKind, kindWarnings, type IssueFacts } from './document-kind.ts';
import { LEGAL_RULES } from './legal-rules.ts';

const DAY = '2027-02-26';
const codeOf = (facts: IssueFacts, day = DAY) => {
	const judged = documentKind(facts, 'udostoverenie_pk', day);
	return judged.ok ? undefined : judged.refusal.code;
};
const shifted = (day: string, by: number) => {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + by);
	return date.toISOString().slice(0, 10);
};
const days = fc.integer({ min: 0, max: 6_500 }).map((by) => shifted('2013-09-01', by));

test('X1: with everything else in place the hours alone decide, on every day on which a rule of hours is in force', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 600 }), days, (hours, day) => {
			const expected =
				hours < 16 ? 'certificate.too_few_hours' : hours >= 250 ? 'certificate.retraining_hours' : undefined;
			return codeOf({ hours, licence: true, ownership: 'state', teachers: true }, day) === expected;
		})
	);
});

test('X1: the bounds of hours are exact, and the day tells which act is named', () => {
	const actOn = (day: string) => {
		const judged = documentKind({ hours: 15, licence: true }, 'udostoverenie_pk', day);
		return judged.ok ? undefined : judged.refusal.details.act;
	};
	expect([15, 16, 249, 250].map((hours) => codeOf({ hours, licence: true }))).toEqual([
		'certificate.too_few_hours',
		undefined,
		undefined,
		'certificate.retraining_hours'
	]);
	expect(actOn('2025-08-31')).toContain('№ 499');
	expect(actOn('2025-09-01')).toContain('№ 266');
	expect(actOn('2031-08-31')).toContain('№ 266');
	for (const day of ['2013-08-31', '2031-09-01'])
		expect(codeOf({ hours: 72, licence: true }, day)).toBe('certificate.no_law');
});

test('X1: from 1 September 2025 a private organisation issues no удостоверение to teachers of schools', () => {
	const facts = { hours: 72, licence: true, ownership: 'private', teachers: true } as const;
	expect(codeOf(facts, '2025-08-31')).toBe(undefined);
	expect(codeOf(facts, '2025-09-01')).toBe('certificate.private_issuer');
	for (const others of [
		{ ...facts, ownership: 'municipal' },
		{ ...facts, ownership: 'state' },
		{ ...facts, teachers: false }
	] as const)
		expect(codeOf(others)).toBe(undefined);
	expect(documentKind(facts, 'certificate', DAY)).toEqual({ ok: true, value: 'certificate' });
});

test('X1: where nobody has said who owns the issuer, whoever issues is warned', () => {
	const warned = (facts: Partial<IssueFacts>, day = DAY) =>
		kindWarnings({ hours: 72, licence: true, ...facts }, 'udostoverenie_pk', day);
	expect(warned({ ownership: null, teachers: true })).toEqual(['certificate.ownership_unknown']);
	expect(warned({ ownership: 'private', teachers: null })).toEqual(['certificate.teachers_unknown']);
	expect(warned({ ownership: 'state', teachers: true })).toEqual([]);
	expect(warned({ ownership: null, teachers: false })).toEqual([]);
	expect(warned({ ownership: null }, '2025-08-31')).toEqual([]);
	expect(kindWarnings({ hours: 12, licence: false }, 'certificate', DAY)).toEqual([]);
});

test('X1: whatever is chosen is lawful on its day, or is the fallback', () => {
	const issuers = fc.record({
		licence: fc.boolean(),
		ownership: fc.constantFrom('state' as const, 'municipal' as const, 'private' as const, null),
		teachers: fc.constantFrom(true, false, null)
	});
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 300 }), issuers, days, (hours, issuer, day) => {
			const chosen = chooseKind({ kind: 'udostoverenie_pk', fallback: 'certificate', hours }, issuer, day);
			const lawful = codeOf({ hours, ...issuer }, day) === undefined;
			return chosen.ok && chosen.value === (lawful ? 'udostoverenie_pk' : 'certificate');
		})
	);
});

test('X1: at most one rule about one thing is in force on any day, and each names its act', () => {
	fc.assert(
		fc.property(days, (day) => {
			const now = LEGAL_RULES.filter(({ from, until }) => from <= day && (until === null || day <= until));
			return (
				new Set(now.map(({ about }) => about)).size === now.length && now.every(({ act }) => act.length > 10)
			);
		})
	);
});
