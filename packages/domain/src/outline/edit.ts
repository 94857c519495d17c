import { givenIn } from './blank.ts';
import { shapeOf } from './either.ts';
import type { Field, Fields, Json, JsonRecord, Path } from './field.ts';
import { isList, isRecord } from './json.ts';

/** What becomes of the value at the end of a path. */
type Edit = (value: Json | undefined) => Json | undefined;

/**
 * A document with the value at `path` edited: keys stand in the order of the outline, emptied optional values leave,
 * and numbers follow the order of their list. What the outline does not know is kept as it is.
 */
export function edited(field: Field, value: Json | undefined, path: Path, edit: Edit): Json | undefined {
	const [step, ...rest] = path;
	const next = step === undefined ? edit(value) : inside(field, value, step, rest, edit);
	return settled(field, next);
}

function inside(field: Field, value: Json | undefined, step: string | number, rest: Path, edit: Edit) {
	switch (field.kind) {
		case 'record': {
			const child = field.fields[step];
			if (!child) return value;
			const held = isRecord(value) ? value : givenIn(field.fields);
			return withKey(field.fields, held, String(step), edited(child, held[step], rest, edit));
		}
		case 'keyed': {
			const held = isRecord(value) ? value : {};
			return withKey({}, held, String(step), edited(field.of, held[step], rest, edit));
		}
		case 'records': {
			const thing: Field = { kind: 'record', fields: field.fields };
			return withItem(value, step, (one) => edited(thing, one, rest, edit));
		}
		case 'lines':
		case 'references':
			return withItem(value, step, edit);
		case 'either': {
			const shape = field.shapes[shapeOf(field, value)];
			return shape && edited(shape, value, [step, ...rest], edit);
		}
		default:
			return value;
	}
}

function withItem(value: Json | undefined, step: string | number, edit: Edit): Json | undefined {
	if (!isList(value) || typeof step !== 'number' || !(step in value)) return value;
	const next = edit(value[step]);
	return next === undefined ? value.toSpliced(step, 1) : value.with(step, next);
}

/** A new key goes before the first that comes later in the outline. */
function withKey(fields: Fields, held: JsonRecord, key: string, value: Json | undefined): JsonRecord {
	if (Object.hasOwn(held, key)) {
		const entries = Object.entries(held).flatMap(([name, old]): [string, Json][] => {
			if (name !== key) return [[name, old]];
			return value === undefined ? [] : [[name, value]];
		});
		return Object.fromEntries(entries);
	}
	if (value === undefined) return held;

	const order = Object.keys(fields);
	const entries = Object.entries(held);
	const at = entries.findIndex(([name]) => order.indexOf(name) > order.indexOf(key));
	return Object.fromEntries(entries.toSpliced(at === -1 ? entries.length : at, 0, [key, value]));
}

function settled(field: Field, value: Json | undefined): Json | undefined {
	if (field.optional && isEmpty(value)) return undefined;
	return field.kind === 'records' && isList(value) ? numbered(field.numbered, value) : value;
}

function isEmpty(value: Json | undefined): boolean {
	return (
		value === '' ||
		(isList(value) && value.length === 0) ||
		(isRecord(value) && Object.keys(value).length === 0)
	);
}

function numbered(by: { field: string; from: number } | undefined, list: Json[]): Json[] {
	if (!by) return list;
	return list.map((thing, index) => {
		const number = by.from + index;
		return isRecord(thing) && thing[by.field] !== number ? { ...thing, [by.field]: number } : thing;
	});
}
