import { expect, type Locator, type Page } from '@playwright/test';
import { fieldsOf, type Answer, type Definition, type Field } from '../answers.ts';

type Place = Page | Locator;
type Value = Answer[string] | undefined;
type Table = Extract<Field, { kind: 'table' }>;
type Matrix = Extract<Field, { kind: 'matrix' }>;

/** Fills a form in as a person does, by the words on the page. Fields that the answer does not name stay as they are. */
export async function fillSheet(page: Page, definition: Definition, answer: Answer): Promise<void> {
	for (const field of fieldsOf(definition)) {
		if (field.key in answer) await fillField(page, field, answer[field.key]);
	}
}

/** Waits until the page says that everything typed is stored. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^Сохранено в \d/)).toBeVisible();
}

/** Attaches a file to the question and waits until it is listed. */
export async function attach(page: Page, label: string, file: string): Promise<void> {
	const group = page.getByRole('group', { name: label });
	await group.getByLabel('Приложить файл').setInputFiles(file);
	await expect(group.getByRole('link', { name: file.split('/').at(-1) })).toBeVisible();
}

async function fillField(page: Page, field: Field, value: Value): Promise<void> {
	const named = { name: beginning(field.label) };
	const group = page.getByRole('group', named);

	switch (field.kind) {
		case 'shortText':
		case 'longText':
		case 'person':
		case 'number':
			return page.getByRole('textbox', named).fill(words(value));
		case 'date':
			return page.getByLabel(beginning(field.label)).fill(words(value));
		case 'numbers':
			return fillNumbers(group, value as number[]);
		case 'period':
			return fillPeriod(group, value as { from: string; to: string });
		case 'singleChoice':
		case 'gradedChoice':
			return choose(page, field, words(value));
		case 'multipleChoice':
			return tick(group, field, value as string[]);
		case 'ordering':
			return order(group, field, value as string[]);
		case 'scale':
			return mark(group, labelOf(field.levels, value));
		case 'matrix':
			return fillMatrix(page, field, value as Record<string, Record<string, number>>);
		case 'table':
			return fillTable(group, field, value as Record<string, Value>[]);
		default:
			return undefined;
	}
}

async function fillNumbers(group: Locator, values: number[]): Promise<void> {
	for (const [at, value] of values.entries()) {
		const box = group.getByRole('textbox', { name: `Значение ${at + 1}`, exact: true });
		if (at > 0 && !(await box.isVisible()))
			await group.getByRole('button', { name: 'Добавить значение' }).click();
		await box.fill(words(value));
	}
}

async function fillPeriod(group: Locator, { from, to }: { from: string; to: string }): Promise<void> {
	await group.getByLabel('С какого дня').fill(from);
	await group.getByLabel('По какой день').fill(to);
}

type Choice = Extract<Field, { kind: 'singleChoice' | 'gradedChoice' | 'multipleChoice' | 'ordering' }>;

/** Up to eight answers are buttons; longer lists are chosen from a box. */
async function choose(page: Page, { label, options }: Choice, value: string): Promise<void> {
	const words = labelOf(options, value);
	if (options.length > 8) {
		await page.getByRole('combobox', { name: beginning(label) }).selectOption(words);
	} else {
		await mark(page.getByRole('group', { name: beginning(label) }), words);
	}
}

async function tick(group: Locator, { options }: Choice, values: string[]): Promise<void> {
	for (const { value, label } of options) {
		await group.getByRole('checkbox', { name: label, exact: true }).setChecked(values.includes(value));
	}
}

/** Moves things up until they stand as wanted. */
async function order(group: Locator, { options }: Choice, values: string[]): Promise<void> {
	for (const [place, value] of values.entries()) {
		const item = group.getByRole('listitem').filter({ hasText: labelOf(options, value) });
		const up = item.getByRole('button', { name: 'Поднять выше' });
		while ((await standing(group, labelOf(options, value))) > place) await up.click();
	}
	const keep = group.getByRole('button', { name: 'Оставить этот порядок' });
	if (await keep.isVisible()) await keep.click();
}

async function standing(group: Locator, label: string): Promise<number> {
	return (await group.getByRole('listitem').allInnerTexts()).findIndex((text) => text.includes(label));
}

async function fillMatrix(
	page: Page,
	{ rows, columns, levels }: Matrix,
	marks: Record<string, Record<string, number>>
): Promise<void> {
	for (const row of rows) {
		for (const column of columns) {
			const cell = page.getByRole('radiogroup', { name: `${row.label}, ${column.label}`, exact: true });
			const level = labelOf(levels, marks[row.value]?.[column.value]);
			await mark(cell, `${level}: ${row.label}, ${column.label}`);
		}
	}
}

async function fillTable(group: Locator, { columns }: Table, rows: Record<string, Value>[]): Promise<void> {
	for (const [at, row] of rows.entries()) {
		const name = (label: string) => ({ name: `Строка ${at + 1}, ${label}`, exact: true });
		if (!(await group.getByRole('rowheader', { name: `Строка ${at + 1}`, exact: true }).isVisible())) {
			await group.getByRole('button', { name: 'Добавить строку' }).click();
		}
		for (const column of columns) {
			const value = row[column.key];
			if (column.kind === 'singleChoice') {
				const option = labelOf(column.options, value);
				await group.getByRole('combobox', name(column.label)).selectOption(option);
			} else {
				await group.getByRole('textbox', name(column.label)).fill(words(value));
			}
		}
	}
}

async function mark(group: Place, label: string): Promise<void> {
	await group.getByRole('radio', { name: label, exact: true }).check();
}

function labelOf(options: readonly { value: unknown; label: string }[], value: unknown): string {
	const option = options.find((known) => known.value === value);
	if (!option) throw new Error(`There is no answer ${String(value)}`);
	return option.label;
}

/** People write fractions with a comma. */
function words(value: Value): string {
	return typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '');
}

/** A question that need not be answered says so after its words. */
function beginning(label: string): RegExp {
	const literal = label
		.trim()
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\s+/g, '\\s+');
	return new RegExp(`^${literal}( ·|$)`);
}
