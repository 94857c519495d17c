import { expect, test } from 'vitest';
import type { Check } from './check.ts';
import { runChecks } from './schedule.ts';

const quiet = () => undefined;

test('a check waits for those it comes after, and no more run at once than allowed', async () => {
	const begun: string[] = [];
	let now = 0;
	let most = 0;

	const check = (name: string, after: string[] = []): Check => ({
		name,
		after,
		async run() {
			begun.push(name);
			now += 1;
			most = Math.max(most, now);
			await new Promise((resolve) => setTimeout(resolve, 5));
			now -= 1;
			return { passed: 1, failed: 0, output: '' };
		}
	});
	await runChecks(
		[check('journeys', ['build', 'style', 'types']), check('build'), check('style'), check('types')],
		2,
		quiet
	);

	expect(begun).toEqual(['build', 'style', 'types', 'journeys']);
	expect(most).toBe(2);
});

test('a check that throws has failed, and the others still run', async () => {
	const finished = await runChecks(
		[
			{ name: 'broken', run: () => Promise.reject(new Error('no disk')) },
			{ name: 'sound', after: ['broken'], run: () => Promise.resolve({ passed: 2, failed: 0, output: '' }) }
		],
		1,
		quiet
	);

	expect(finished.map(({ name, passed, failed }) => ({ name, passed, failed }))).toEqual([
		{ name: 'broken', passed: 0, failed: 1 },
		{ name: 'sound', passed: 2, failed: 0 }
	]);
});

test('checks that wait for each other are refused', async () => {
	const run = () => Promise.resolve({ passed: 1, failed: 0, output: '' });
	const circle: Check[] = [
		{ name: 'a', after: ['b'], run },
		{ name: 'b', after: ['a'], run }
	];

	await expect(runChecks(circle, 2, quiet)).rejects.toThrow('wait for each other: a, b');
});
