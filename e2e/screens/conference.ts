import { expect, type Locator, type Page } from '@playwright/test';

/** Fills the form of a new conference of a site; its day is a day of its own for every run. */
export async function announce(
	page: Page,
	siteId: string,
	of: { title: string; day: string }
): Promise<string> {
	await page.goto(`/leader/sites/${siteId}/rooms`);
	await page.getByRole('link', { name: 'Назначить конференцию' }).click();
	await page.getByLabel('Тема', { exact: true }).fill(of.title);
	await page.getByLabel('День', { exact: true }).fill(of.day);
	await page.getByLabel('Начало', { exact: true }).fill('15:00');
	await page.getByRole('button', { name: 'Назначить конференцию' }).click();
	await page.waitForURL('**/details');
	return new URL(page.url()).pathname.split('/')[2] ?? '';
}

export async function addSpeeches(page: Page, speeches: [speaker: string, title: string][]): Promise<void> {
	for (const [n, [speaker, title]] of speeches.entries()) {
		const row = page.getByRole('group', { name: `Выступление ${n + 1}` });
		await row.getByLabel('Выступающий').selectOption({ label: speaker });
		await row.getByLabel('Тема выступления').fill(title);
	}
	await page.getByRole('button', { name: 'Сохранить время и программу' }).click();
	await expect(page.getByText('Время и программа сохранены')).toBeVisible();
}

/** Who has the floor, as a screen reader hears it. */
export function floor(page: Page): Locator {
	return page.getByRole('status').filter({ hasText: /Слово|Конференция/ });
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
	await page.getByRole('button', { name }).first().click();
}
