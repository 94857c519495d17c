import { expect, type Page } from '@playwright/test';

/** The page says in words what has just been done. */
export async function expectTold(page: Page, words: string): Promise<void> {
	await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
}
