import { expect, type Page } from '@playwright/test';

export function internCard(enrolment: string): string {
	return `/my/${enrolment}/deficit-card`;
}

export function tutorCard(enrolment: string): string {
	return `/tutor/interns/${enrolment}/deficit-card`;
}

export async function expectCard(page: Page): Promise<void> {
	const title = 'Индивидуальная карта дефицитов';
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Signs the card that is open; the second signature freezes it. */
export async function signCard(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Подписать карту' }).click();
	await expect(page.getByRole('button', { name: 'Подписать карту' })).toBeHidden();
}

/** The tutor's own decision on one row. */
export async function override(
	page: Page,
	{ title, level, reason }: { title: string; level: string; reason: string }
): Promise<void> {
	const row = page.getByRole('group').filter({ hasText: title }).last();
	await row.getByText(title).click();
	await row.getByLabel('Уровень').selectOption(level);
	await row.getByLabel('Обоснование').fill(reason);
	await row.getByRole('button', { name: `Сохранить решение: ${title}` }).click();
	await expect(page.getByRole('table').getByText(reason)).toBeVisible();
}
