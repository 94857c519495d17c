import { DEADLINE_STEPS } from '@stazhirovka/domain/deadlines';
import { expect, test } from 'vitest';
import { typedRules } from './typed-rules.ts';

const [step] = DEADLINE_STEPS;

test.each([
	['5', 'end', -5],
	['-5', 'end', -5],
	['5', 'start', 5],
	['пять', 'end', 'пять'],
	['5 дней', 'start', '5 дней']
])('«%s» days from the %s are sent as %s', (days, anchor, workingDays) => {
	const data = new FormData();
	data.set(`days.${step}`, days);
	data.set(`anchor.${step}`, anchor);
	expect(typedRules(data)).toEqual([{ step, anchor, workingDays }]);
});

test('a step without days has no deadline', () => {
	expect(typedRules(new FormData())).toEqual([]);
});
