import { expect, test } from '../../fixtures.ts';
import type { Newcomer } from './newcomer.ts';

/** What a person leaves behind: a form on its way, a computer that others use. */
export function leaving(newcomer: Newcomer): void {
	test('a form that gets no answer stays as it was typed, says so, and goes when pressed again', async ({
		stranger
	}) => {
		const page = await stranger(newcomer.options);
		await page.goto('/account', { waitUntil: 'networkidle' });
		await page.context().setOffline(true);
		await page.getByLabel('Должность').fill('учитель химии');
		await page.getByRole('button', { name: 'Сохранить профиль' }).click();
		await expect(page.getByText('Не отправлено: портал не ответил')).toBeVisible();
		await expect(page.getByLabel('Должность')).toHaveValue('учитель химии');

		await page.context().setOffline(false);
		await page.getByRole('button', { name: 'Сохранить профиль' }).click();
		await expect(page.getByText('Профиль сохранён')).toBeVisible();
	});

	test('after signing out the way back shows nothing of the person', async ({ stranger }) => {
		const page = await stranger(newcomer.options);
		await page.goto('/account');
		await page.getByLabel(/^Учётная запись/).click();
		await page.getByRole('button', { name: 'Выйти' }).click();
		await expect(page.getByRole('link', { name: 'Войти' }).first()).toBeVisible();
		await page.goBack();
		await expect(page).toHaveURL(/\/sign-in/);
		await expect(page.getByText(newcomer.email)).toBeHidden();
	});
}
