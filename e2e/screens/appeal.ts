import { expect, type Page } from '@playwright/test';

/** Appeals on the first criterion. */
export async function send(page: Page, reason: string): Promise<void> {
	await page.getByRole('main').getByRole('textbox').first().fill(reason);
	await page.getByRole('button', { name: 'Отправить апелляцию' }).click();
	await expect(page.getByText(/^Апелляция отправлена/)).toBeVisible();
}

/** Raises every mark, each with the reason, and passes the work. */
export async function raise(page: Page, { to, because }: { to: number; because: string }): Promise<void> {
	const marks = page.getByLabel(/^Балл, от 0 до/);
	for (let n = 0; n < (await marks.count()); n += 1) {
		await marks.nth(n).fill(String(to));
		await page.getByLabel('Почему балл изменён').nth(n).fill(because);
	}
	await page.getByRole('radio', { name: 'Работа зачтена' }).check();
	await page.getByLabel('Обоснование решения').fill(because);
	await page.getByRole('button', { name: 'Записать решение' }).click();
	await expect(page.getByText('Решение записано и отправлено автору.')).toBeVisible();
}
