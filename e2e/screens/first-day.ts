import { expect, type Page } from '@playwright/test';
import type { Answer, Definition } from '../answers.ts';
import { expectSaved, fillSheet } from './sheet.ts';

/** The tutor opens the run sheet of the first day from the cohort's page. */
export async function openRunSheet(page: Page, cohort: string): Promise<void> {
	await page.goto('/tutor');
	await page.getByRole('link', { name: cohort }).click();
	await page.getByRole('link', { name: 'Ход первого дня' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Ход первого дня' })).toBeVisible();
}

/** Marks every row of the day as held, one after another. */
export async function holdAll(page: Page, titles: string[]): Promise<void> {
	for (const title of titles) {
		const row = page.getByRole('article').filter({ hasText: title });
		await row.getByRole('button', { name: `Отметить проведённым: ${title}` }).click();
		await expect(row.getByText(/^Проведено в \d/)).toBeVisible();
	}
}

export async function markPresent(page: Page, intern: string): Promise<void> {
	await page.getByRole('button', { name: `Отметить присутствие: ${intern}` }).click();
	await expect(page.getByRole('button', { name: `Снять отметку: ${intern}` })).toBeVisible();
}

/** Saves the tutor's word on how well the intern understands; the card suggests one. */
export async function assess(page: Page, intern: string, level: string): Promise<void> {
	const row = page.getByRole('listitem').filter({ hasText: intern }).last();
	await row.getByLabel('Понимание').selectOption(level);
	await row.getByRole('button', { name: `Сохранить оценку: ${intern}` }).click();
	await expect(row.getByText(level, { exact: true }).last()).toBeVisible();
}

/** From the activity to its card, filled in and handed in. */
export async function fillCard(
	page: Page,
	{ activity, link, definition }: { activity: string; link: string | RegExp; definition: Definition },
	answer: Answer
): Promise<void> {
	await page.goto(activity);
	await page.getByRole('link', { name: link }).click();
	await fillSheet(page, definition, answer);
	await expectSaved(page);
	await page.getByRole('button', { name: 'Сдать карту' }).click();
	await expect(page.getByText('Карта сдана')).toBeVisible();
}
