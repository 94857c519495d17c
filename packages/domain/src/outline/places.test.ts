import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import { PROGRAMME_PARTS } from '../authoring/index.ts';
import type { Field, Json, Path } from './field.ts';
import { isList, isRecord } from './json.ts';
import { freshKey, keysWithin } from './keys.ts';
import { fieldAt, kindOfPlace, pathOf, placeOf } from './places.ts';
import { chapterOf, isChapter, OUTLINE } from './programme.ts';

const WHOLE: Field = { kind: 'record', fields: OUTLINE };
const DOCUMENT = adhd as unknown as Json;

/** Every path of a value, itself included. */
function pathsOf(value: Json, path: Path): Path[] {
	const inner = isList(value)
		? value.flatMap((one, n) => pathsOf(one, [...path, n]))
		: isRecord(value)
			? Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))
			: [];
	return [path, ...inner];
}

const PATHS = pathsOf(DOCUMENT, []);

describe('places', () => {
	test('a place leads back to the path that it was made of', () => {
		fc.assert(
			fc.property(fc.constantFrom(...PATHS), (path) => {
				expect(pathOf(DOCUMENT, placeOf(DOCUMENT, path))).toEqual(path);
			})
		);
	});

	test('a place of something that is gone leads as near as there is anything', () => {
		expect(placeOf(DOCUMENT, ['tasks', 2, 'self_check', 0, 'text'])).toBe('tasks.T03.self_check.T03-c1.text');
		expect(pathOf(DOCUMENT, 'tasks.T03.self_check.T99-c1.text')).toEqual(['tasks', 2, 'self_check']);
		expect(pathOf(DOCUMENT, 'tasks.T99')).toEqual(['tasks']);
	});

	test('words are found without keys and numbers', () => {
		expect(kindOfPlace(WHOLE, ['forms', 'blank_plan', 'columns', 3, 'label'])).toBe('forms.columns.label');
		expect(kindOfPlace(WHOLE, ['planned_results', 'skill'])).toBe('planned_results');
		expect(fieldAt(WHOLE, ['tasks', 4, 'minutes'])).toEqual({ kind: 'count' });
	});
});

test('every part that an author writes has its chapter', () => {
	const without = PROGRAMME_PARTS.filter((part) => chapterOf(part) === null);
	expect(without).toEqual([]);
	expect([isChapter('rubric'), isChapter('toString')]).toEqual([true, false]);
});

describe('keys', () => {
	test('a new key follows the last one, within the thing around it', () => {
		expect(freshKey({ from: 'T', digits: 2 }, undefined, [{ key: 'T01' }, { key: 'T07' }])).toBe('T08');
		expect(freshKey({ from: '{}a' }, { key: 'm2' }, [{ key: 'm2a1' }])).toBe('m2a2');
	});

	test('no key is given twice, whatever stands there', () => {
		const keys = fc.array(
			fc.oneof(
				fc.string(),
				fc.nat(30).map((n) => `T${String(n).padStart(2, '0')}`)
			)
		);
		fc.assert(
			fc.property(keys, keys, (here, others) => {
				const list = here.map((key) => ({ key }));
				const fresh = freshKey({ from: 'T', digits: 2 }, undefined, list, others);
				expect([...here, ...others]).not.toContain(fresh);
			})
		);
	});

	test('activities of all modules differ', () => {
		expect(keysWithin((DOCUMENT as { modules: Json }).modules, 'activities')).toHaveLength(15);
	});
});
