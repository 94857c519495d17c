import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a room and waits until its live line stands. */
export async function openRoom(page: Page, room: string): Promise<void> {
	await page.goto(`/chat/${room}`);
	await expect(messages(page)).toBeVisible();
}

export function messages(page: Page): Locator {
	return page.getByRole('log', { name: 'Сообщения' });
}

/** Sends a message and waits until it is stored. */
export async function say(page: Page, text: string): Promise<void> {
	await page.getByLabel('Текст сообщения').fill(text);
	await page.getByLabel('Текст сообщения').press('Enter');
	await expect(messages(page).getByText(text)).toBeVisible();
	await expect(messages(page).getByText('Отправляем…')).toBeHidden();
}
