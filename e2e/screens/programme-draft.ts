import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { found } from '../found.ts';

/** From a blank sheet; answers the id of the draft. */
export async function begin(page: Page, title: string): Promise<string> {
	await page.goto('/leader/programmes/new', { waitUntil: 'networkidle' });
	const sheet = page.getByRole('region', { name: 'С чистого листа' });
	await sheet.getByLabel('Название программы').fill(title);
	await sheet.getByRole('button', { name: 'Начать писать' }).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
	return found(/drafts\/([^/]+)/.exec(page.url())?.[1]);
}

export async function openChapter(page: Page, draft: string, chapter: string): Promise<void> {
	await page.goto(`/leader/programmes/drafts/${draft}/${chapter}`, { waitUntil: 'networkidle' });
}

/** Everything that was written has reached the service. */
export async function expectSaved(page: Page): Promise<void> {
	await page.getByRole('heading', { level: 1 }).click();
	await expect(page.getByText(/^Сохранено в \d/)).toBeVisible();
}
