import { expect, type Page } from '@playwright/test';
import { expectTold } from './told.ts';

export function internRoute(enrolment: string): string {
	return `/my/${enrolment}/learning-route`;
}

export function tutorRoute(enrolment: string): string {
	return `/tutor/interns/${enrolment}/learning-route`;
}

/** Sets the date of a task, by its place in the route. */
export async function setDate(page: Page, n: number, day: string): Promise<void> {
	await page.getByLabel(`Срок задания ${n}`).fill(day);
	await save(page);
}

/** Puts another task in, which the rules did not choose, and says why. */
export async function swapTask(
	page: Page,
	n: number,
	{ title, reason }: { title: string; reason: string }
): Promise<void> {
	const tasks = page.getByLabel(`Задание ${n}`, { exact: true });
	const option = tasks.getByRole('option', { name: title });
	await tasks.selectOption(await option.innerText());
	await page.getByLabel('Обоснование').fill(reason);
	await save(page);
	await expect(page.getByText(`Изменён вручную: ${reason}`)).toBeVisible();
}

export async function propose(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Отправить тьютору' }).click();
	await expectTold(page, 'Маршрут отправлен тьютору');
}

export async function agree(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Утвердить маршрут' }).click();
	await expectTold(page, 'Маршрут утверждён');
}

async function save(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Сохранить маршрут' }).click();
	await expectTold(page, 'Маршрут сохранён');
}
