import { expect, test } from 'vitest';
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import {
	complete,
	completed,
	inForceOn,
	mayBegin,
	mayComplete,
	missingParts,
	stillNeeded,
	withLastDays,
	type CompletedPart,
	type RegulationProfile
} from './index.ts';

const source = primorye as RegulationProfile;
const field = (n: number) =>
	({ n, key: `field_${n}`, label: `Поле ${n}`, type: 'text', required: true }) as const;
const GIVEN: CompletedPart[] = [
	{ part: 'application.fields', fields: [field(1), field(2)] },
	{ part: 'plan.columns', columns: [{ key: 'event', label: 'Мероприятие', type: 'text' }] },
	{ part: 'status.granted_by', text: 'Министерство образования' },
	{ part: 'status.act', act: 'приказ' },
	{ part: 'termination.decided_by', text: 'Министерство образования' }
];

test.each(GIVEN)('a missing $part that is given by hand is no longer missing', (given) => {
	const answer = complete(source, given);
	expect(answer.ok && missingParts(answer.value)).toEqual(
		missingParts(source).filter((part) => part !== given.part)
	);
});

test('what all were given leaves only what nobody can give by hand', () => {
	const left = missingParts(completed(source, GIVEN));
	expect(left).toEqual(['status.term', 'termination.grounds']);
	expect(left.some(mayComplete)).toBe(false);
});

test('what the source says itself is not written over', () => {
	expect(complete(lenobl as RegulationProfile, GIVEN[2]!)).toEqual({
		ok: false,
		refusal: { code: 'regulation.part_not_missing', details: { part: 'status.granted_by' } }
	});
});

test('a form by hand is checked as any other', () => {
	const answer = complete(source, { part: 'application.fields', fields: [field(1), field(1)] });
	expect(!answer.ok && answer.refusal.code).toBe('regulation.faulty');
});

test('a newer source that gives the part itself needs no hand', () => {
	const newer = { ...source, status: { ...source.status, granted_by: 'Министерство' } };
	expect(stillNeeded(newer, GIVEN).map(({ part }) => part)).not.toContain('status.granted_by');
	expect(stillNeeded(source, GIVEN)).toEqual(GIVEN);
});

test('a version begins later than the one before it has begun, and ends it the day before', () => {
	const begun = ['2026-09-01', '2024-01-01'];
	expect(mayBegin([], '2020-02-29')).toEqual({ ok: true, value: '2020-02-29' });
	expect(mayBegin(begun, '2026-09-02').ok).toBe(true);
	for (const day of ['2026-09-01', '2026-08-31', '2024-01-01'])
		expect(mayBegin(begun, day)).toEqual({
			ok: false,
			refusal: { code: 'regulation.begins_too_early', details: { after: '2026-09-01' } }
		});

	const versions = ['2024-01-01', '2024-03-01', '2026-09-01'].map((inForceFrom) => ({ inForceFrom }));
	const known = withLastDays(versions);
	expect(known).toEqual([
		{ inForceFrom: '2026-09-01', inForceTo: null },
		{ inForceFrom: '2024-03-01', inForceTo: '2026-08-31' },
		{ inForceFrom: '2024-01-01', inForceTo: '2024-02-29' }
	]);
	const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2026-08-31', '2030-01-01'];
	expect(days.map((day) => inForceOn(known, day)?.inForceFrom)).toEqual([
		...[undefined, '2024-01-01', '2024-01-01', '2024-03-01', '2024-03-01', '2026-09-01']
	]);
});
