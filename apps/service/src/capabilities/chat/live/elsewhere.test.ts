import { expect, test } from 'vitest';
import { Elsewhere } from './elsewhere.ts';

const whole = (from: string, ...here: string[]) => ({ from, is: 'whole', room: 'room', here }) as const;

test('people of several processes are there together, and each process speaks for its own', () => {
	const elsewhere = new Elsewhere();
	elsewhere.hear(whole('a', 'Аглая', 'Борис'), 0);
	elsewhere.hear(whole('b', 'Борис'), 0);
	elsewhere.hear({ from: 'a', is: 'moves', room: 'room', here: ['Вера'], gone: ['Борис'] }, 0);
	expect(elsewhere.in('room')).toEqual(new Set(['Аглая', 'Вера', 'Борис']));
	expect(elsewhere.hear({ from: 'b', is: 'farewell' }, 0)).toEqual(['room']);
	expect(elsewhere.in('room')).toEqual(new Set(['Аглая', 'Вера']));
});

test('a process that died without a word is forgotten after a while', () => {
	const elsewhere = new Elsewhere();
	elsewhere.hear(whole('a', 'Аглая'), 0);
	elsewhere.hear(whole('b', 'Борис'), 0);
	elsewhere.hear({ from: 'b', is: 'alive' }, 30_000);
	expect(elsewhere.forgetSilent(41_000)).toEqual(['room']);
	expect(elsewhere.in('room')).toEqual(new Set(['Борис']));
	expect(elsewhere.knows('a')).toBe(false);
});
