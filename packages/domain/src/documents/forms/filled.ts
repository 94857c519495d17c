import { isCalendarDate } from '../../calendar/index.ts';
import type { Column, Field, Level, Option } from '../../forms/definition.ts';
import { isObject, own } from '../../forms/values.ts';
import type { Block } from '../paper.ts';
import { shortDay } from '../wording.ts';

/** The longest answer that stands beside its question; a longer one stands under it. */
const LONGEST_BESIDE = 160;

/** An answer with its question; nothing when the value is not of the field's kind. */
export function filled(field: Field, value: unknown, files: Readonly<Record<string, string>>): Block[] {
	const lines = linesOf(field, value, files);
	const [only] = lines;
	if (only === undefined) return [];
	if (lines.length === 1 && only.length <= LONGEST_BESIDE) {
		return [{ kind: 'facts', facts: [{ label: field.label, value: only }] }];
	}

	const heading: Block = { kind: 'heading', level: 2, text: field.label };
	if (field.kind === 'ordering')
		return [heading, { kind: 'numbered', items: lines.map((text) => ({ text })) }];
	return field.kind === 'longText' || field.kind === 'shortText'
		? [heading, ...lines.map((text): Block => ({ kind: 'paragraph', text }))]
		: [heading, { kind: 'list', items: lines }];
}

function linesOf(field: Field, value: unknown, files: Readonly<Record<string, string>>): string[] {
	switch (field.kind) {
		case 'date':
			return dayLine(value);
		case 'period':
			return periodLine(value);
		case 'scale':
			return levelLabel(field.levels, value);
		case 'singleChoice':
		case 'gradedChoice':
			return optionLabel(field.options, value);
		case 'multipleChoice':
		case 'ordering':
			return itemsOf(value).flatMap((item) => optionLabel(field.options, item));
		case 'numbers':
			return [
				itemsOf(value)
					.flatMap((item) => (typeof item === 'number' ? number(item) : []))
					.join('; ')
			].filter(Boolean);
		case 'file':
			return itemsOf(value).flatMap((id) => (typeof id === 'string' ? fileName(files, id) : []));
		default:
			return scalarLines(value);
	}
}

/** A day as `26.02.2027`; a draft may hold anything in its place. */
function dayLine(value: unknown): string[] {
	return isCalendarDate(value) ? [shortDay(value)] : scalarLines(value);
}

/** A text by its paragraphs, a number with a decimal comma. */
function scalarLines(value: unknown): string[] {
	if (typeof value === 'number') return [number(value)];
	if (typeof value !== 'string') return [];
	return value
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
}

/** The value of a cell, in one text. */
export function cellText(column: Column, value: unknown): string {
	if (column.kind === 'singleChoice') return optionLabel(column.options, value).join('');
	return (column.kind === 'date' ? dayLine(value) : scalarLines(value)).join('\n');
}

export function levelLabel(levels: Level[], value: unknown): string[] {
	return levels.filter((level) => level.value === value).map(({ label }) => label);
}

/** The name of a stored file; one that is not told is still told to be there. */
function fileName(files: Readonly<Record<string, string>>, id: string): string {
	return Object.hasOwn(files, id) ? (files[id] ?? '') : 'файл приложен';
}

function optionLabel(options: Option[], value: unknown): string[] {
	return options.filter((option) => option.value === value).map(({ label }) => label);
}

function periodLine(value: unknown): string[] {
	if (!isObject(value)) return [];
	const [from, to] = ['from', 'to'].map((end) => own(value, end));
	const days = [isCalendarDate(from) ? shortDay(from) : '', isCalendarDate(to) ? shortDay(to) : ''];
	return days.some(Boolean) ? [days.map((day) => day || '…').join('–')] : [];
}

function itemsOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function number(value: number): string {
	return String(value).replace('.', ',');
}
