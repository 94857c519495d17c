import { expect, type Page } from '@playwright/test';
import { dayFromNow } from '../answers.ts';

const PROGRAMME = /^Приёмы работы с обучающимися с СДВГ на уроке, версия/;

/** The leader opens a cohort that begins today. Answers with its id. */
export async function openCohort(page: Page, title: string, tutor: string): Promise<string> {
	await page.goto('/leader');
	await page.getByRole('link', { name: 'Открыть поток' }).click();

	const programmes = page.getByLabel('Программа', { exact: true });
	const name = await programmes.getByRole('option', { name: PROGRAMME }).innerText();
	await programmes.selectOption(name);
	await page.getByLabel('Название потока').fill(title);
	await page.getByLabel('Начало', { exact: true }).fill(dayFromNow());
	await page.getByLabel('Окончание', { exact: true }).fill(dayFromNow(40));
	await page.getByLabel('Мест', { exact: true }).fill('6');
	await page.getByRole('checkbox', { name: tutor }).check();
	await page.getByLabel('Дата', { exact: true }).fill(dayFromNow());
	await page.getByLabel('Место', { exact: true }).fill('Школа № 912, каб. 214');
	await page.getByRole('button', { name: 'Открыть поток' }).click();

	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
	return /\/cohorts\/([^/?]+)/.exec(page.url())?.[1] ?? '';
}

/** A teacher applies for the cohort on the page of its programme, found from the front page. */
export async function apply(page: Page, title: string): Promise<void> {
	await page.goto('/programmes');
	await page.getByRole('link', { name: 'Приёмы работы с обучающимися с СДВГ на уроке' }).click();
	await page.getByRole('button', { name: `Записаться: ${title}` }).click();
	const application = page.getByRole('article').filter({ hasText: title });
	// Whoever studies elsewhere on these days is asked first.
	const question = page.getByRole('dialog', { name: `Подать заявку: ${title}?` });
	await expect(question.or(application)).toBeVisible();
	if (await question.isVisible()) await question.getByRole('button', { name: 'Записаться' }).click();
	await expect(application).toContainText('Ждёт подтверждения');
}

/** The leader confirms an application and names the tutor. */
export async function confirm(page: Page, intern: string, tutor: string): Promise<void> {
	const card = page.getByRole('article').filter({ hasText: intern });
	await card.getByLabel('Тьютор').selectOption(tutor);
	await card.getByRole('button', { name: `Подтвердить заявку: ${intern}` }).click();
	await expect(card).toBeHidden();
}
