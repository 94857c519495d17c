import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures.ts';
import type { Newcomer } from './newcomer.ts';

const NEW_PASSWORD = 'пять новых слов подряд здесь';

export function entering(newcomer: Newcomer): void {
	test('consents are separate; the one that is missing is said beside its box', async ({ stranger }) => {
		const page = await stranger();
		await page.goto('/sign-up');
		const consents = page.getByRole('checkbox');
		await expect(consents).toHaveCount(4);
		for (const consent of await consents.all()) await expect(consent).not.toBeChecked();

		await page.getByLabel('Фамилия').fill(newcomer.surname);
		await page.getByLabel('Имя', { exact: true }).fill('Рогнеда');
		await page.getByLabel('Электронная почта').fill(newcomer.email);
		await page.getByLabel('Пароль').fill(newcomer.password);
		await signUp(page);

		const processing = page.getByRole('checkbox', { name: /обработку персональных данных/ });
		await expect(processing).toHaveAccessibleDescription(/^Без согласия на обработку/);
		await expect(page.getByLabel('Фамилия')).toHaveValue(newcomer.surname);

		await processing.check();
		await page.getByLabel('Пароль').fill(newcomer.password);
		await signUp(page);
		await expect(page).toHaveURL('/my');

		await page.goto('/account/consents');
		await expect(page.getByText(/^Дано /)).toHaveCount(1);
		await expect(page.getByText('Не дано')).toHaveCount(3);
	});

	test('a forgotten password is replaced by the link from the letter', async ({ stranger }) => {
		const page = await stranger();
		await page.goto('/sign-in');
		await page.getByRole('link', { name: 'Забыли пароль?' }).click();
		await expect(page).toHaveURL('/reset');
		await page.getByLabel('Электронная почта').fill(newcomer.email);
		await page.getByRole('button', { name: 'Прислать ссылку' }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Посмотрите почту' })).toBeVisible();

		await page.goto('/dev/mail');
		const letter = page.getByRole('article').filter({ hasText: newcomer.email }).first();
		await letter.getByRole('link', { name: /\/reset\// }).click();
		await expect(page).toHaveURL(/\/reset\/./);
		await page.getByLabel('Пароль').fill(NEW_PASSWORD);
		await page.getByRole('button', { name: 'Сохранить пароль' }).click();
		await expect(page.getByText('Пароль изменён. Войдите с новым паролем.')).toBeVisible();
	});

	test('only the new password lets in, and the way leads back where it began', async ({ stranger }) => {
		const page = await stranger();
		await page.goto('/account/sessions');
		await page.getByLabel('Электронная почта').fill(newcomer.email);
		await signIn(page, newcomer.password);
		await expect(page.getByRole('alert')).toContainText('Почта или пароль не подходят');

		await signIn(page, NEW_PASSWORD);
		await expect(page).toHaveURL('/account/sessions');
		await expect(page.getByText('Это устройство')).toBeVisible();
		newcomer.password = NEW_PASSWORD;
		newcomer.state = await page.context().storageState();
	});
}

async function signUp(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
}

async function signIn(page: Page, password: string): Promise<void> {
	await page.getByLabel('Пароль').fill(password);
	await page.getByRole('button', { name: 'Войти', exact: true }).click();
}
