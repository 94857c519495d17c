import { expect, type Page } from '@playwright/test';

/** The leader issues the document; it cannot be taken back, so the page asks. Answers with its number. */
export async function issue(page: Page, intern: string): Promise<void> {
	const row = page.getByRole('article').filter({ hasText: intern });
	await row.getByRole('button', { name: `Выдать документ: ${intern}` }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Выдать документ' }).click();
	await expect(row.getByRole('link', { name: 'Скачать PDF' })).toBeVisible();
}

/** The leader revokes the newest document of an intern, or issues another in its place. */
export async function change(
	page: Page,
	intern: string,
	change: { what: string; cause?: string; reason?: string }
): Promise<void> {
	const row = page.getByRole('article').filter({ hasText: intern });
	await row.getByText('Аннулировать или заменить документ').click();
	await row.getByRole('radio', { name: change.what }).check();
	if (change.cause) await row.getByRole('radio', { name: change.cause }).check();
	if (change.reason) await row.getByLabel('Причина').fill(change.reason);
	await row.getByRole('button', { name: change.what }).click();
	await expect(page.getByText('Стажёру ушло письмо')).toBeVisible();
}

/** The intern takes the document from the page of the path. */
export async function download(page: Page, enrolment: string): Promise<string> {
	await page.goto(`/my/${enrolment}/certificate`);
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Скачать документ (PDF)' }).click();
	return (await coming).path();
}

/** What the page says of a document, by the words beside each fact. */
export async function expectFacts(page: Page, facts: Record<string, string>): Promise<void> {
	await expect(page.getByText('Документ действителен')).toBeVisible();
	for (const [label, value] of Object.entries(facts)) {
		const fact = page
			.locator('dl > div')
			.filter({ has: page.getByRole('term').getByText(label, { exact: true }) });
		await expect(fact.getByRole('definition')).toHaveText(value);
	}
}

export async function checkByNumber(page: Page, number: string, surname: string): Promise<void> {
	await page.goto('/check');
	await page.getByLabel('Номер документа').fill(number);
	await page.getByLabel('Фамилия').fill(surname);
	await page.getByRole('button', { name: 'Проверить документ' }).click();
}

export async function checkFile(page: Page, bytes: Buffer): Promise<void> {
	await page.goto('/check');
	const file = { name: 'document.pdf', mimeType: 'application/pdf', buffer: bytes };
	await page.locator('input[type=file]').setInputFiles(file);
	await page.getByRole('button', { name: 'Проверить файл' }).click();
}
