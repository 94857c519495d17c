import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { blankRecord } from './blank.ts';
import { edited } from './edit.ts';
import { shapeOf } from './either.ts';
import type { Field, Json, Path } from './field.ts';
import { isList, isRecord, valueAt } from './json.ts';
import { OUTLINE } from './programme.ts';

const WHOLE: Field = { kind: 'record', fields: OUTLINE };

/** Leaves of a document that the outline gives no control for; what the platform gives counts as given. */
function uncovered(field: Field | undefined, value: Json, place: string): string[] {
	if (field === undefined) return [place];
	if (field.kind === 'either') return uncovered(field.shapes[shapeOf(field, value)], value, place);
	if (isRecord(value)) {
		return Object.entries(value).flatMap(([key, inner]) => {
			const fields = field.kind === 'record' || field.kind === 'records' ? field.fields : undefined;
			const child = field.kind === 'keyed' ? field.of : fields?.[key];
			return uncovered(child, inner, `${place}.${key}`);
		});
	}
	if (!isList(value)) return field.kind === 'record' || field.kind === 'records' ? [place] : [];
	return value.flatMap((one, n) =>
		isRecord(one) === (field.kind === 'records')
			? isRecord(one)
				? uncovered(field, one, `${place}.${n}`)
				: []
			: [place]
	);
}

test.each([adhd, formative])('every leaf of $key has a control in the outline', (document) => {
	expect(uncovered(WHOLE, document as unknown as Json, '')).toEqual([]);
});

test('a programme told by topics has a control for every line of them', () => {
	const topic = { teach: ['а'], shape: ['б'], develop: ['в'], planned_results: { skill: ['г'] } };
	const document = { modules: [{ key: 'm1', n: 1, title: 'Тема', topic }] };
	expect(uncovered(WHOLE, document, '')).toEqual([]);
});

/** Writes a document from nothing, one control at a time. */
function rebuilt(document: Json): Json | undefined {
	let written: Json | undefined = {};
	const put = (path: Path, edit: (value: Json | undefined) => Json | undefined) => {
		written = edited(WHOLE, written, path, edit);
	};
	const add = (path: Path, one: Json) => put(path, (list) => [...(isList(list) ? list : []), one]);

	function write(field: Field, wanted: Json, path: Path): void {
		if (field.kind === 'either') {
			const shape = field.shapes[shapeOf(field, wanted)];
			if (shape) write(shape, wanted, path);
		} else if (isRecord(wanted) && (field.kind === 'record' || field.kind === 'keyed')) {
			if (Object.keys(wanted).length === 0) put(path, () => ({}));
			for (const [key, inner] of Object.entries(wanted)) {
				const child = field.kind === 'keyed' ? field.of : field.fields[key];
				if (child) write(child, inner, [...path, key]);
			}
		} else if (isList(wanted) && field.kind === 'records') {
			if (wanted.length === 0) put(path, () => []);
			wanted.forEach((one, n) => {
				if (valueAt(written, [...path, n]) === undefined) add(path, blankRecord(field.fields));
				write({ kind: 'record', fields: field.fields }, one, [...path, n]);
			});
		} else put(path, () => wanted);
	}

	write(WHOLE, document, []);
	return written;
}

describe('writing a programme control by control', () => {
	test.each([adhd, formative])('$key comes out as its file says', (document) => {
		expect(rebuilt(document as unknown as Json)).toEqual(document);
	});

	test('keys stand in the order of the outline, whatever was filled first', () => {
		let document: Json | undefined = {};
		for (const [key, value] of [
			['goal', 'Цель'],
			['title', 'Название'],
			['relevance', 'Актуальность']
		] as const) {
			document = edited(WHOLE, document, [key], () => value);
		}
		expect(Object.keys(document as object)).toEqual(['title', 'goal', 'relevance']);
	});

	test('numbers follow the order, and an emptied optional value leaves', () => {
		const swapped = edited(WHOLE, formative as unknown as Json, ['tasks'], (list) =>
			isList(list) ? list.toReversed() : list
		);
		expect([0, 6].map((n) => valueAt(swapped, ['tasks', n, 'sequence']))).toEqual([1, 7]);
		expect(valueAt(swapped, ['tasks', 0, 'key'])).toBe('U07');

		const without = edited(WHOLE, formative as unknown as Json, ['relevance'], () => '');
		expect(Object.hasOwn(without as object, 'relevance')).toBe(false);
	});

	test('the platform gives a part its key when the first value is written', () => {
		const titled = edited(WHOLE, {}, ['rubric', 'title'], () => 'Лист');
		expect(titled).toEqual({ rubric: { key: 'rubric', title: 'Лист' } });
		expect(edited(WHOLE, {}, ['route_rules', 'length'], () => 5)).toEqual({
			route_rules: { length: 5, algorithm: 'expressed_first_cover' }
		});
	});

	test('what the outline does not know is kept', () => {
		const odd: Json = { title: 'А', room: 12, tasks: [{ key: 'T01', colour: 'red' }] };
		const next = edited(WHOLE, odd, ['tasks', 0, 'title'], () => 'Задание');
		expect(next).toMatchObject({ room: 12, tasks: [{ key: 'T01', colour: 'red', title: 'Задание' }] });
	});
});
