import { expect, type Page } from '@playwright/test';

/** Draws an allocation to look at; nobody is told of it. */
export async function propose(page: Page, desk: string): Promise<void> {
	await page.goto(desk, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: /^Составить (новое )?распределение$/ }).click();
	await expect(page.getByRole('button', { name: 'Передать рецензентам' })).toBeVisible();
}

/** Another draw of what this proposal was asked for. */
export async function redraw(page: Page): Promise<void> {
	const before = page.url();
	await page.getByRole('button', { name: 'Составить иначе' }).click();
	await page.waitForURL((url) => url.href !== before);
	await expect(page.getByRole('button', { name: 'Передать рецензентам' })).toBeVisible();
}

/** Gives the works to their reviewers, as the page shows them. */
export async function release(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Передать рецензентам' }).click();
	await expect(page.getByText('Работы распределены. Рецензентам отправлены письма.')).toBeVisible();
}

/** Gives a review back from its page, as somebody who knows the author. */
export async function decline(page: Page, reason: string): Promise<void> {
	await page.getByText('Знаю автора или не могу судить').click();
	await page.getByRole('radio', { name: 'Знаю автора' }).check();
	await page.getByLabel('Поясните коротко').fill(reason);
	await page.getByRole('button', { name: 'Вернуть работу' }).click();
	await expect(page.getByText('Работа передана другому рецензенту')).toBeVisible();
}
