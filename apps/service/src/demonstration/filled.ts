import {
	EXAMPLES,
	fieldsOf,
	type Answer,
	type Field,
	type FieldValue,
	type FormDefinition
} from '@stazhirovka/domain/forms';

/** What somebody of the demonstration would write: sentences for long fields, a line for short ones. */
export type Voice = { lines: readonly string[]; short: string; day: string; level?: number };

/** A whole answer to any form of a programme in somebody's words; `own` are fields answered on purpose. */
export function filled(definition: unknown, voice: Voice, own: Answer = {}): Answer {
	const asked = fieldsOf(definition as FormDefinition).filter(
		({ kind }) => kind !== 'computed' && kind !== 'file'
	);
	const entries = asked.map((field, at) => [field.key, valueOf(field, { ...voice, lines: from(voice, at) })]);
	return { ...Object.fromEntries(entries), ...own };
}

/** Each field begins with another sentence, so that a sheet does not repeat one. */
function from({ lines }: Voice, at: number): string[] {
	const start = at % lines.length;
	return [...lines.slice(start), ...lines.slice(0, start)];
}

function valueOf(field: Field, voice: Voice): FieldValue {
	switch (field.kind) {
		case 'shortText':
			return field.pattern ? EXAMPLES[field.pattern] : voice.short;
		case 'longText':
			return longEnough(voice.lines, field.minLength ?? 1);
		case 'number':
			return Math.max(field.min ?? 1, 1);
		case 'numbers':
			return Array.from({ length: field.minItems ?? 1 }, (_, place) => place + 1);
		case 'date':
			return voice.day;
		case 'period':
			return { from: voice.day, to: voice.day };
		case 'singleChoice':
		case 'gradedChoice':
			return field.options[0]?.value;
		case 'multipleChoice':
		case 'ordering':
			return field.options.map(({ value }) => value);
		case 'scale':
			return (field.levels[voice.level ?? field.levels.length - 1] ?? field.levels.at(-1))?.value;
		case 'matrix':
			return Object.fromEntries(
				field.rows.map((row) => [
					row.value,
					Object.fromEntries(field.columns.map(({ value }) => [value, field.levels.at(-1)?.value ?? null]))
				])
			);
		case 'table':
			return Array.from({ length: field.minRows ?? 1 }, () =>
				Object.fromEntries(
					field.columns.map((column) => [column.key, valueOf(column, voice) as string | number | null])
				)
			);
		default:
			return voice.short;
	}
}

function longEnough(lines: readonly string[], least: number): string {
	let text = lines[0] ?? '';
	for (let at = 1; text.length < least; at++) text += ` ${lines[at % lines.length]}`;
	return text;
}
