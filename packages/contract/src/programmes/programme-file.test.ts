import fc from 'fast-check';
import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { PROGRAMME_PARTS } from '@stazhirovka/domain/authoring';
import { programmeFile } from './programme-file.ts';

/** The same values with their names in another order, at every depth. */
function shuffled(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shuffled);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.toReversed()
			.map(([name, inner]) => [name, shuffled(inner)])
	);
}

test.each([adhd, formative])(
	'X24: $key comes out byte for byte, whatever order it was kept in',
	(document) => {
		const text = programmeFile(document);
		expect(JSON.parse(text)).toEqual(document);
		expect(programmeFile(JSON.parse(text) as object)).toBe(text);
		expect(programmeFile(shuffled(document) as object)).toBe(text);
	}
);

test('X24: names stand in the order of the schema, at every depth', () => {
	expect(Object.keys(JSON.parse(programmeFile(shuffled(adhd) as object)) as object)).toEqual(
		PROGRAMME_PARTS.filter((part) => part in adhd)
	);
	const task = (JSON.parse(programmeFile(shuffled(adhd) as object)) as typeof adhd).tasks[0];
	expect(Object.keys(task ?? {})).toEqual([
		...['key', 'title', 'sequence', 'deficits', 'minutes', 'why', 'instruction', 'product', 'self_check'],
		...['self_analysis', 'materials', 'tutor_criteria', 'tryout_required']
	]);
});

test('the parts of a programme are the names of its schema, in its order', () => {
	const everything = Object.fromEntries([...PROGRAMME_PARTS].toSorted().map((part) => [part, 0]));
	expect(Object.keys(JSON.parse(programmeFile(everything)) as object)).toEqual([...PROGRAMME_PARTS]);
});

const part = fc.oneof(
	{ weight: 1, arbitrary: fc.jsonValue() },
	{ weight: 3, arbitrary: fc.constantFrom(...Object.values(adhd), ...Object.values(formative)) }
);
const anyDocument = fc.dictionary(
	fc.oneof(fc.constantFrom<string>(...PROGRAMME_PARTS), fc.string(), fc.constant('__proto__')),
	part as fc.Arbitrary<unknown>
);

test('X24: whatever the document, what goes out comes in byte for byte', () => {
	fc.assert(
		fc.property(anyDocument, (document) => {
			const text = programmeFile(document);
			const read = JSON.parse(text) as object;
			expect(programmeFile(read)).toBe(text);
			expect(programmeFile(shuffled(read) as object)).toBe(text);
			expect(read).toEqual(JSON.parse(JSON.stringify(document)));
		}),
		{ numRuns: 300 }
	);
});
