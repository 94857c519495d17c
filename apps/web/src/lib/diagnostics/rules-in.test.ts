import { expect, test } from 'vitest';
import { rulesIn } from './rules-in.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

test.each([
	['2', 2],
	['', null],
	['два', 'два'],
	['0', 0]
])('R123: attempts written as «%s» are sent as %s, never as one in silence', (attempts, sent) => {
	expect(rulesIn(form({ time: 'free', attempts })).rules).toMatchObject({ minutes: null, attempts: sent });
});

test.each([
	['45', 45],
	['', null],
	['сорок пять', 'сорок пять'],
	['45,5', 45.5],
	['100000', 100000]
])('R123: of minutes written as «%s» there are rules only where these are a time', (minutes, read) => {
	const { typed, rules } = rulesIn(form({ time: 'limit', minutes, attempts: '1' }));
	expect(typed.minutes).toBe(read);
	expect(rules?.minutes).toBe(minutes === '45' ? 45 : undefined);
});
