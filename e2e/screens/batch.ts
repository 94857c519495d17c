import { expect, type Page } from '@playwright/test';

/** Prepares a batch for everybody who may have the document. Answers with its address. */
export async function prepare(page: Page, address: string): Promise<string> {
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Подготовить партию' }).click();
	await expect(page.getByText('Партию подготовили вы')).toBeVisible();
	return new URL(page.url()).pathname;
}

export async function approve(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Утвердить и напечатать' }).click();
	await expect(page.getByText(/Печатается|Напечатана/).first()).toBeVisible();
}
