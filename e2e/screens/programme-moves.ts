import type { Page } from '@playwright/test';
import { dayFromNow } from '../answers.ts';
import { expect } from '../fixtures.ts';
import { found } from '../found.ts';

/** From a file, under a short name of its own; answers with the id of the draft. */
export async function beginFromFile(page: Page, file: Buffer, key: string): Promise<string> {
	await page.goto('/leader/programmes/new', { waitUntil: 'networkidle' });
	const sheet = page.getByRole('region', { name: 'Из файла' });
	const named = { name: 'programme.json', mimeType: 'application/json', buffer: file };
	await sheet.getByLabel('Выбрать файл JSON').setInputFiles(named);
	await sheet.getByLabel('Другое короткое имя').fill(key);
	await sheet.getByRole('button', { name: 'Загрузить как черновик' }).click();
	await page.getByRole('button', { name: 'Завершить черновик' }).click();
	await expect(page.getByText('Черновик завершён: ошибок нет.')).toBeVisible();
	return found(/drafts\/([^/?]+)/.exec(page.url())?.[1]);
}

/** What the leader holds in hand, signed by whom the regulation names. */
export async function recordPaper(page: Page, step: string, signed: string, position: string): Promise<void> {
	await page.getByText(`Записать ${step} с бумаги`).click();
	const card = page.getByRole('article').filter({ hasText: `Записать ${step} с бумаги` });
	await card.getByLabel('Номер').fill('14');
	await card.getByLabel('Дата').fill(dayFromNow());
	await card.getByLabel('Кто подписал').fill(signed);
	await card.getByLabel('Должность').fill(position);
	await card.getByRole('button', { name: 'Записать', exact: true }).click();
	await expect(page.getByText('Отметка записана.')).toBeVisible();
}

export async function publish(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Опубликовать' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать', exact: true }).click();
	await expect(page.getByText('Программа опубликована.', { exact: true })).toBeVisible();
}
