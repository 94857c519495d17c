import type { Column, Field, Section } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeFinalWork } from '../document.ts';
import { choices } from './fields.ts';
import { capitalised, PASSPORT, SELF_ANALYSIS_PARTS, WORDS } from './words.ts';

type Part = ProgrammeFinalWork['sections'][number];

const COLUMNS: { words: RegExp; column: Column }[] = [
	{ words: /^этап/, column: { key: 'stage', label: 'Этап', required: true, kind: 'shortText' } },
	{
		words: /^(?:минут|время)/,
		column: { key: 'minutes', label: 'Минуты', required: true, kind: 'number', min: 1, integer: true }
	},
	{
		words: /^действи\S* (?:педагог|учител)/,
		column: {
			key: 'teacher_action',
			label: 'Действия педагога',
			required: true,
			kind: 'longText',
			guarded: true
		}
	},
	{
		words: /^действи\S* (?:обучающ|дет|учен|ребен|ребён)/,
		column: {
			key: 'pupil_action',
			label: 'Действия обучающихся',
			required: true,
			kind: 'longText',
			guarded: true
		}
	},
	{ words: /^при[её]м/, column: { key: 'technique', label: 'Приём', kind: 'shortText' } },
	{ words: /^(?:опор|материал)/, column: { key: 'support', label: 'Опора', kind: 'shortText' } }
];
const TABLE = /таблиц[аы]\s*[:–-]\s*([^.]+)/iu;
const SCENARIO_ROWS = 3;

/** The kind of work and what identifies it: dates as dates, durations as minutes, the rest as short texts. */
export function passportFields({ final_work }: ProgrammeDocument, part: Part | undefined): Field[] {
	const names = (part?.fields ?? PASSPORT).filter((name) => !/^вид(?: работы)?$/i.test(name.trim()));
	return [
		{
			key: 'kind',
			label: WORDS.kind,
			required: true,
			kind: 'singleChoice',
			options: choices(final_work.kinds)
		},
		...(part ? names.map((name, n) => passportField(name, `passport_${n + 1}`)) : [])
	];
}

function passportField(name: string, key: string): Field {
	const common = { key, label: capitalised(name), required: true };
	if (/^дата/i.test(name)) return { ...common, kind: 'date' };
	if (/^(?:продолжительн|длительн|минут)/i.test(name)) {
		return { ...common, label: `${common.label}, минут`, kind: 'number', min: 1, integer: true };
	}
	return { ...common, kind: 'shortText', guarded: true };
}

/** A table where the author's hint names its columns («Таблица: этап, минуты, …»), else a text. */
export function scenarioFields(part: Part): Field[] {
	const names = TABLE.exec(part.hint ?? '')?.[1]?.split(',') ?? [];
	if (names.length === 0) return [textOf(part)];

	const columns = names.map((name, n) => scenarioColumn(name.trim(), n));
	return [
		{
			key: part.key,
			label: part.title,
			hint: part.hint,
			required: true,
			kind: 'table',
			minRows: SCENARIO_ROWS,
			columns
		}
	];
}

function scenarioColumn(name: string, n: number): Column {
	const known = COLUMNS.find(({ words }) => words.test(name.toLowerCase()))?.column;
	return known ?? { key: `column_${n + 1}`, label: capitalised(name), kind: 'longText', guarded: true };
}

/** Each part has its share of the least length of the whole self-analysis (R112). */
export function selfAnalysisFields({ final_work }: ProgrammeDocument, part: Part): Field[] {
	const parts = part.parts && part.parts.length > 0 ? part.parts : SELF_ANALYSIS_PARTS;
	const whole = final_work.limits?.min_chars_self_analysis;
	const minLength = whole && Math.ceil(whole / parts.length);
	return parts.map(({ key, title }) => {
		return {
			key: `${part.key}_${key}`,
			label: title,
			required: true,
			kind: 'longText',
			minLength,
			guarded: true
		};
	});
}

export function textOf(part: Part): Field {
	return {
		key: part.key,
		label: part.title,
		hint: part.hint,
		required: part.required ?? true,
		kind: 'longText',
		guarded: true
	};
}

export function sectionOf(part: Part, fields: Field[]): Section {
	return { key: part.key, title: part.title, fields };
}
