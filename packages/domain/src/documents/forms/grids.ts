import { isBlankRow } from '../../forms/checks/table.ts';
import type { Column, Field } from '../../forms/definition.ts';
import { isObject, own, type Loose } from '../../forms/values.ts';
import type { Block } from '../paper.ts';
import { gap } from '../wording.ts';
import { cellText, levelLabel } from './filled.ts';

type Table = Extract<Field, { kind: 'table' }>;
type Matrix = Extract<Field, { kind: 'matrix' }>;
type Unanswered = 'line' | 'dash';

/** More columns than these are unreadable even across the sheet: each row becomes a card. */
const MOST_COLUMNS = 6;
/** From so many columns on the sheet is turned. */
const WIDE = 5;
const EMPTY_ROWS = 4;
const CARD_WIDTH = 36;

/** Whether the field needs a sheet turned on its side. */
export function isWide(field: Field): boolean {
	if (field.kind !== 'table' && field.kind !== 'matrix') return false;
	return field.columns.length >= WIDE && !isCards(field);
}

/** A table with its heads; a blank one has empty rows to fill by hand. */
export function tableBlocks(field: Table | Matrix, value: unknown, unanswered: Unanswered): Block[] {
	const heading: Block = { kind: 'heading', level: 2, text: field.label };
	if (field.kind === 'matrix') return [heading, ...matrixBlocks(field, value, unanswered)];

	const given = Array.isArray(value) ? value.filter((row) => !isBlankRow(field.columns, row)) : [];
	if (given.length === 0 && unanswered === 'dash') {
		return [{ kind: 'facts', facts: [{ label: field.label, value: '–' }] }];
	}
	const rows = given.length ? given : emptyRows(field);
	return [heading, ...(isCards(field) ? cards(field, rows, unanswered) : [tableOf(field, rows, unanswered)])];
}

function isCards({ columns }: Table | Matrix): boolean {
	return columns.length > MOST_COLUMNS;
}

function emptyRows(field: Table): Loose[] {
	const most = field.maxRows ?? EMPTY_ROWS;
	const count = isCards(field) ? 1 : Math.min(most, Math.max(field.minRows ?? 0, EMPTY_ROWS));
	return Array.from({ length: count }, () => ({}));
}

function tableOf({ columns }: Table, rows: unknown[], unanswered: Unanswered): Block {
	return {
		kind: 'table',
		columns: [
			{ title: '№', share: 0.4, align: 'centre' },
			...columns.map((column) => ({ title: column.label, share: column.kind === 'longText' ? 2 : 1 }))
		],
		rows: rows.map((row, n) => [
			String(n + 1),
			...columns.map((column) => cell(column, row) || (unanswered === 'dash' ? '–' : ''))
		])
	};
}

function cards({ columns }: Table, rows: unknown[], unanswered: Unanswered): Block[] {
	return rows.flatMap((row, n): Block[] => [
		{ kind: 'heading', level: 2, text: `Запись ${n + 1}` },
		{
			kind: 'facts',
			facts: columns.map((column) => ({
				label: column.label,
				value: cell(column, row) || (unanswered === 'dash' ? '–' : gap(column.label, CARD_WIDTH))
			}))
		}
	]);
}

function cell(column: Column, row: unknown): string {
	const value = isObject(row) ? own(row, column.key) : undefined;
	return cellText(column, value);
}

function matrixBlocks(field: Matrix, value: unknown, unanswered: Unanswered): Block[] {
	const mark = (row: string, column: string): string => {
		const marks = isObject(value) ? own(value, row) : undefined;
		const level = isObject(marks) ? own(marks, column) : undefined;
		return levelLabel(field.levels, level)[0] ?? (unanswered === 'dash' ? '–' : '');
	};
	if (isCards(field)) {
		return field.rows.flatMap((row): Block[] => [
			{ kind: 'heading', level: 2, text: row.label },
			{
				kind: 'facts',
				facts: field.columns.map((column) => ({
					label: column.label,
					value: mark(row.value, column.value) || gap(column.label, CARD_WIDTH)
				}))
			}
		]);
	}
	const meanings = field.levels.map(({ label }) => label).join('; ');
	return [
		...(unanswered === 'line' ? [{ kind: 'note' as const, text: `Возможные отметки: ${meanings}.` }] : []),
		{
			kind: 'table',
			columns: [
				{ title: 'Что отмечается', share: 2 },
				...field.columns.map(({ label }) => ({ title: label, align: 'centre' as const }))
			],
			rows: field.rows.map((row) => [
				row.label,
				...field.columns.map((column) => mark(row.value, column.value))
			])
		}
	];
}
