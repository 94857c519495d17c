import { programmeFile } from '@stazhirovka/db/seeds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFile } from './file.ts';

/** One part, at any depth, becomes another value. */
function spoiled(file: unknown, way: number[], value: unknown): unknown {
	const names = Object.keys(Object(file));
	const [step, ...rest] = way;
	if (step === undefined || names.length === 0 || typeof file !== 'object' || file === null) return value;

	const name = names[step % names.length]!;
	const inner = spoiled((file as Record<string, unknown>)[name], rest, value);
	return Array.isArray(file) ? file.with(Number(name), inner) : { ...file, [name]: inner };
}

test('R122: no file in the world makes the check throw, whichever part of it is spoiled', () => {
	const adhd = programmeFile('adhd-lesson-12h');
	const way = fc.array(fc.nat(50), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(way, fc.oneof(fc.jsonValue(), fc.constant(undefined)), (where, value) => {
			const checked = checkFile(spoiled(adhd, where, value));
			expect(checked.ok || checked.findings.some(({ severity }) => severity === 'error')).toBe(true);
		}),
		{ numRuns: 400 }
	);
});

test('a part that cannot be read is judged by nobody, the others by everybody', () => {
	const adhd = programmeFile('adhd-lesson-12h') as Record<string, unknown>;
	const checked = checkFile({ ...adhd, modules: 'three', completion_rules: [] });
	const errors = checked.ok ? [] : checked.findings.filter(({ severity }) => severity === 'error');
	expect(errors.map(({ place, code }) => [place, code])).toContainEqual(['modules', 'shape.wrong_kind']);
	expect(errors.filter(({ place }) => place.startsWith('modules'))).toHaveLength(1);
	expect(checked).toMatchObject({ siteKey: 'site-912' });
});
