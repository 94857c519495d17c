import { listRooms } from '@stazhirovka/contract/chat';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Api } from '../api.ts';

/** Opens a room and waits until its live line stands. */
export async function openRoom(page: Page, room: string): Promise<void> {
	// What is typed before the scripts came is heard by nobody.
	await page.goto(`/chat/${room}`, { waitUntil: 'networkidle' });
	await expect(messages(page)).toBeVisible();
}

export function messages(page: Page): Locator {
	return page.getByRole('log', { name: 'Сообщения' });
}

/** One message by its own words; those that only quote it are others. */
export function message(page: Page, text: string): Locator {
	const words = page.locator('.text').filter({ hasText: text });
	return messages(page).getByRole('article').filter({ has: words });
}

export function box(page: Page): Locator {
	return page.getByLabel('Текст сообщения');
}

/** Writes a message and leaves it to the page to send it. */
export async function write(page: Page, text: string): Promise<void> {
	await box(page).fill(text);
	await box(page).press('Enter');
	await expect(messages(page).getByText(text, { exact: true })).toBeVisible();
}

/** Sends a message and waits until it is stored. */
export async function say(page: Page, text: string): Promise<void> {
	await write(page, text);
	await expectSent(page);
}

export async function expectSent(page: Page): Promise<void> {
	await expect(messages(page).getByText('Отправляем…')).toHaveCount(0);
}

/** The words of the stored messages, from the first one drawn to the last. */
export function shownTexts(page: Page): Promise<string[]> {
	return messages(page).locator('[data-seq] .text').allInnerTexts();
}

/** Does one of the things that a message offers. */
export async function choose(page: Page, text: string, what: string): Promise<void> {
	await message(page, text).hover();
	await message(page, text).getByRole('button', { name: 'Действия с сообщением' }).click();
	await page.getByRole('button', { name: what, exact: true }).click();
}

/** A room of the first cohort. */
export async function roomOf(person: Api, kind: 'private' | 'group'): Promise<string> {
	const rooms = await person.must(listRooms, {});
	return rooms.find((room) => room.kind === kind && room.cohort === 'Поток 1')?.id ?? '';
}

export function roomMenu(page: Page): Promise<void> {
	return page.locator('[aria-label="Действия с чатом"]').click();
}
