import { expect, type Page } from '@playwright/test';
import { expectTold } from './told.ts';

export function taskPage(enrolment: string, task: string): string {
	return `/my/${enrolment}/tasks/${task}`;
}

export function submissionPage(submission: string): string {
	return `/tutor/submissions/${submission}`;
}

/** Sends the task that is open. */
export async function sendTask(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Отправить тьютору' }).click();
	await expect(page.getByText('Задание у тьютора')).toBeVisible();
}

export async function returnTask(page: Page, remark: string): Promise<void> {
	await page.getByLabel('Слово стажёру').fill(remark);
	await page.getByRole('button', { name: 'Вернуть на доработку' }).click();
	await expectTold(page, 'Задание возвращено');
}

export async function acceptTask(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Принять задание' }).click();
	await expectTold(page, 'Задание принято');
}
