import { expect, test } from 'vitest';
import { overlapping } from './index.ts';

test('R98: two cohorts run at the same time when they have one day in common', () => {
	const others = [
		{ id: 'before', startsOn: '2027-01-11', endsOn: '2027-01-31' },
		{ id: 'first day', startsOn: '2027-01-11', endsOn: '2027-02-01' },
		{ id: 'inside', startsOn: '2027-02-10', endsOn: '2027-02-12' },
		{ id: 'last day', startsOn: '2027-02-26', endsOn: '2027-04-01' },
		{ id: 'after', startsOn: '2027-02-27', endsOn: '2027-04-01' }
	];
	const found = overlapping({ startsOn: '2027-02-01', endsOn: '2027-02-26' }, others);
	expect(found.map(({ id }) => id)).toEqual(['first day', 'inside', 'last day']);
});
