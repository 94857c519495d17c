import { expect, test } from 'vitest';
import { byPriority } from './index.ts';

test('R94: a task names first what it is there for, then what it touches, each in the order of the route', () => {
	const deficits = [
		{ key: 'none', role: 'primary' },
		{ key: 'touched', role: 'secondary' },
		{ key: 'partial', role: 'primary' },
		{ key: 'late', role: 'primary' },
		{ key: 'early', role: 'primary' }
	] as const;
	const found = { expressed: ['touched', 'early', 'late'], partial: ['partial'] };
	expect(byPriority(deficits, found).map(({ key }) => key)).toEqual([
		'early',
		'late',
		'partial',
		'none',
		'touched'
	]);
});
