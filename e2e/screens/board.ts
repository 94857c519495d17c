import { expect, type Page } from '@playwright/test';
import { expectTold } from './told.ts';

export function board(cohort: string): string {
	return `/tutor/cohorts/${cohort}/board`;
}

/** Draws an allocation, looks at it, and gives the works to the reviewers exactly as shown. */
export async function allocate(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Распределить работы' }).click();
	await page.getByRole('button', { name: 'Составить распределение' }).click();
	await expect(page.getByText('Всё честно')).toBeVisible();
	await page.getByRole('button', { name: 'Передать рецензентам' }).click();
	await expectTold(page, 'Работы распределены');
}

type Decision = { title: string; choice: string; reason: string };

/** The tutor's word where the rules ask for one. */
export async function decide(page: Page, { title, choice, reason }: Decision): Promise<void> {
	const work = page.getByRole('article').filter({ hasText: title });
	await work.getByRole('radio', { name: choice }).check();
	await work.getByLabel('Обоснование').fill(reason);
	await work.getByRole('button', { name: `Записать решение: ${title}` }).click();
	await expectTold(page, 'Решение записано');
	await expect(work.getByText(reason)).toBeVisible();
}

/** Announces all results at once; it cannot be taken back, so the page asks. */
export async function announce(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Объявить итоги' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Объявить итоги' }).click();
	await expectTold(page, 'Итоги объявлены');
}
