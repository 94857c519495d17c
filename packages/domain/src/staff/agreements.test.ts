import { expect, test } from 'vitest';
import { agreementState, preparationFaults, signingFaults } from './index.ts';

const days = { from: '2027-02-01', lastDay: '2027-12-31', siteSignedOn: null, partnerSignedOn: null };
const both = { ...days, siteSignedOn: '2027-01-20', partnerSignedOn: '2027-01-25' };

test.each([
	[days, '2027-03-01', 'prepared'],
	[{ ...days, siteSignedOn: '2027-01-20' }, '2027-03-01', 'signed_by_site'],
	[{ ...days, partnerSignedOn: '2027-01-20' }, '2027-03-01', 'signed_by_partner'],
	[both, '2027-01-31', 'to_begin'],
	[both, '2027-02-01', 'in_force'],
	[both, '2027-12-31', 'in_force'],
	[both, '2028-01-01', 'over'],
	[{ ...both, lastDay: null }, '2050-01-01', 'in_force']
] as const)('X22: an agreement binds when both have signed, within its days: %#', (given, today, state) => {
	expect(agreementState(given, today)).toBe(state);
});

test('X22: in a network each side gives a part of the programme', () => {
	const wording = { reportDue: '', settlements: 'не предусмотрены', noticeDays: '5' };
	const days = { from: '2027-02-01', lastDay: null };
	const given = { kind: 'agreement_network' as const, ...days, partnerKnown: true, wording };
	const faults = (chosen: number, known = chosen) =>
		preparationFaults({ ...given, programmeKnown: true, parts: { chosen, known, all: 3 } }).map(
			({ code }) => code
		);

	expect(faults(1)).toEqual([]);
	expect(faults(0)).toEqual(['agreement.part_missing']);
	expect(faults(3)).toEqual(['agreement.part_missing']);
	expect(faults(2, 1)).toEqual(['agreement.part_missing']);
	expect(
		preparationFaults({
			...given,
			partnerKnown: false,
			programmeKnown: false,
			parts: { chosen: 0, known: 0, all: 0 }
		}).map(({ field }) => field)
	).toEqual(['partnerId', 'programmeVersionId']);
});

test('R19: a side signs between the day of the paper and today', () => {
	const around = { today: '2027-02-10', dated: '2027-02-01' };

	expect(signingFaults('2027-02-10', around)).toEqual([]);
	expect(signingFaults('2027-02-11', around)).toEqual([{ field: 'on', code: 'days.ahead' }]);
	expect(signingFaults('2027-01-31', around)).toEqual([{ field: 'on', code: 'days.before_paper' }]);
	expect(signingFaults('2027-02-30', around)).toEqual([{ field: 'on', code: 'days.missing' }]);
});
