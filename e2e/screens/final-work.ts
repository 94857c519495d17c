import { expect, type Page } from '@playwright/test';

export function finalWork(enrolment: string): string {
	return `/my/${enrolment}/final-work`;
}

/** Puts the work on the cohort's forum. */
export async function publish(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Опубликовать на форуме' }).click();
	await expect(page.getByText('Работа на форуме потока')).toBeVisible();
}

export async function publishRevision(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Отправить доработанную работу' }).click();
	await expect(page.getByText('Доработанная работа у тьютора')).toBeVisible();
}

/** Opens one of the works given for review, from the list of them. */
export async function openReview(page: Page, enrolment: string, title: string): Promise<void> {
	await page.goto(`/my/${enrolment}/reviews`);
	await page.getByRole('link', { name: title }).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function sendReview(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Отправить рецензию' }).click();
	await expect(page.getByText('Рецензия отправлена')).toBeVisible();
}
