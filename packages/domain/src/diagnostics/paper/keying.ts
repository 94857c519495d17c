import {
	fieldsOf,
	type Answer,
	type Field,
	type FieldValue,
	type FormDefinition
} from '../../forms/index.ts';

/** A question as it stands on paper: numbered through, its options numbered from one. */
export type PaperItem = {
	number: number;
	key: string;
	label: string;
	/** What is written: one number, several in any order, or the places of all options from the first to the last. */
	takes: 'one' | 'several' | 'order';
	options: { digit: number; value: string | number; label: string }[];
};

/** Where two keyings of one sheet differ. */
export type Disagreement = { key: string; first: FieldValue; second: FieldValue };
export type Choice = 'first' | 'second';

/** The questions in the programme's own order: on paper there is one variant for all. */
export function paperItems(definition: FormDefinition): PaperItem[] {
	return fieldsOf(definition).flatMap((field, place) => {
		const options = optionsOf(field).map((option, n) => ({ digit: n + 1, ...option }));
		const { key, label } = field;
		return options.length ? [{ number: place + 1, key, label, takes: takesOf(field), options }] : [];
	});
}

/**
 * What was keyed for one question: «2», «1 3 4», «134»; for an order the places as they stand in the boxes, downwards.
 * Nothing, nought or a dash is no answer (`null`). `undefined` when it cannot be an answer: another number, a repeat,
 * half an order. Above nine options numbers stand apart.
 */
export function readDigits({ takes, options }: PaperItem, typed: string): FieldValue | undefined {
	const text = typed.trim();
	if (text === '' || text === '0' || text === '-' || text === '–') return null;
	if (!/^[\d\s,;.]+$/.test(text)) return undefined;

	const parts = text.split(/[\s,;.]+/).filter(Boolean);
	const isTogether = parts.length === 1 && options.length <= 9;
	const digits = (isTogether ? [...(parts[0] ?? '')] : parts).map(Number);
	const values = digits.map((digit) => options.find((option) => option.digit === digit)?.value);
	if (values.includes(undefined) || new Set(digits).size !== digits.length) return undefined;

	const known = values as (string | number)[];
	if (takes === 'one') return known.length === 1 ? known[0] : undefined;
	if (takes === 'order') return known.length === options.length ? inPlaces(options, digits) : undefined;
	return options.flatMap(({ value }) => (known.includes(value) ? [value] : [])) as string[];
}

/** The same answer as it would be keyed. */
export function digitsOf({ takes, options }: PaperItem, value: FieldValue): string {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	if (takes === 'order') return options.flatMap((option) => placeIn(values, option.value)).join(' ');
	return values.flatMap((one) => options.find((option) => option.value === one)?.digit ?? []).join(' ');
}

/** In the order of the questions. Several marks are the same in any order; an order is not. */
export function disagreements(items: readonly PaperItem[], first: Answer, second: Answer): Disagreement[] {
	return items.flatMap((item) => {
		const [one, other] = [first[item.key] ?? null, second[item.key] ?? null];
		const sorted = (value: FieldValue) =>
			item.takes === 'several' ? digitsOf(item, value).split(' ').sort().join() : digitsOf(item, value);
		return sorted(one) === sorted(other) ? [] : [{ key: item.key, first: one, second: other }];
	});
}

/** One answer of the two keyings; `null` while somebody has not said which of two is right. */
export function settleKeying(
	items: readonly PaperItem[],
	first: Answer,
	second: Answer,
	choices: Record<string, Choice>
): Answer | null {
	const open = disagreements(items, first, second);
	if (open.some(({ key }) => !Object.hasOwn(choices, key))) return null;
	const differs = new Set(open.map(({ key }) => key));
	return Object.fromEntries(
		items.map(({ key }) => [
			key,
			(differs.has(key) && choices[key] === 'second' ? second : first)[key] ?? null
		])
	);
}

/** The options in the order that the numbers in their boxes give them. */
function inPlaces(options: PaperItem['options'], places: number[]): string[] {
	return options
		.map(({ value }, n) => ({ value: String(value), place: places[n] ?? 0 }))
		.sort((one, other) => one.place - other.place)
		.map(({ value }) => value);
}

function placeIn(values: unknown[], value: unknown): number[] {
	const place = values.indexOf(value);
	return place < 0 ? [] : [place + 1];
}

function takesOf({ kind }: Field): PaperItem['takes'] {
	if (kind === 'multipleChoice') return 'several';
	return kind === 'ordering' ? 'order' : 'one';
}

function optionsOf(field: Field): { value: string | number; label: string }[] {
	if (field.kind === 'scale')
		return field.levels.flatMap(({ value, label }) => (value === null ? [] : [{ value, label }]));
	return 'options' in field ? field.options : [];
}
