import type { Page } from '@playwright/test';
import { getPlan, listPlans, type Plan, type PlanRow, type RowRules } from '@stazhirovka/contract/plans';
import { appointPerson, getSitePeople } from '@stazhirovka/contract/staff';
import { dayFromNow } from '../../answers.ts';
import type { Api } from '../../api.ts';
import { expect } from '../../fixtures.ts';
import { found } from '../../found.ts';
import type { Newcomer } from '../newcomers.ts';

export const EVENT = 'Урок у соседей';
const ORDER = { body: 'Школа', number: '12' };
const OUTCOME = 'Провели урок и разобрали его вместе';

/** Somebody for each role of the regulation, one of them written down on the page (R32). */
export async function appoint(page: Page, leader: Newcomer, siteId: string): Promise<void> {
	const params = { id: siteId };
	const { roles } = await leader.api.must(getSitePeople, { params });
	const [first, ...others] = roles;
	await page.goto(`/leader/sites/${siteId}/people/new?role=${found(first).key}`);
	await page.getByLabel('Фамилия, имя, отчество').fill(leader.fullName);
	await page.getByLabel('Кто издал').fill(ORDER.body);
	await page.getByLabel('Номер приказа').fill(ORDER.number);
	await page.getByLabel('Дата приказа').fill(dayFromNow());
	await page.getByRole('button', { name: 'Записать назначение' }).click();
	await expect(page).toHaveURL(/\/people(\?|$)/);
	await expect(page.getByText(leader.fullName).first()).toBeVisible();

	const act = { ...ORDER, date: dayFromNow() };
	const rest = { position: '', email: '', from: dayFromNow(), act, actId: null, minutes: null };
	for (const { key } of others)
		await leader.api.must(appointPerson, { params, body: { role: key, name: leader.fullName, ...rest } });
}

/** Begins the plan with one event in the columns of the regulation, and signs it (R51–R57). */
export async function plan(page: Page, leader: Api, siteId: string): Promise<Plan> {
	const { suggested } = await leader.must(listPlans, { params: { id: siteId } });
	// With its scripts: what is chosen in a list before they have come is forgotten.
	await page.goto(`/leader/sites/${siteId}/plan/new`, { waitUntil: 'networkidle' });
	if (!suggested) {
		await page.getByLabel('Первый день плана').fill(dayFromNow());
		await page.getByLabel('Последний день плана').fill(dayFromNow(120));
	}
	await page.getByRole('button', { name: 'Начать план' }).click();
	await expect(page.getByText('В плане пока нет мероприятий')).toBeVisible();

	const { rules } = await current(leader, siteId);
	await page.getByRole('link', { name: 'Добавить мероприятие' }).click();
	await fillRow(page, rules);
	await page.getByRole('button', { name: 'Добавить мероприятие' }).click();
	await expect(page.getByRole('link', { name: EVENT })).toBeVisible();
	await page.getByRole('button', { name: /^Подписать( и отправить)? план$/ }).click();
	await expect(page.getByText('План подписан.')).toBeVisible();
	return current(leader, siteId);
}

async function fillRow(page: Page, { columns, formats }: RowRules): Promise<void> {
	const named = (use: string, words: string) => columns.find((column) => column.use === use)?.label ?? words;
	await page.getByLabel(named('title', 'Мероприятие'), { exact: true }).fill(EVENT);
	for (const { use, label } of columns)
		if (use === 'words') await page.getByLabel(label, { exact: true }).fill('раз в четверть');
	const format = page.getByLabel(named('format', 'Форма проведения'), { exact: true });
	if (formats[0]) await format.selectOption(formats[0]);
	else await format.fill('открытый урок');
	for (const name of ['from', 'lastDay']) await page.locator(`[name=${name}]`).fill(dayFromNow());
	await page.getByLabel(named('person', 'Ответственный'), { exact: true }).fill('Вереснёва А. Т.');
}

/** The coordinator says yes for whoever the regulation names; where nobody has to, the plan is in force already. */
export async function approve(page: Page, coordinator: Api, { id, site }: Plan): Promise<void> {
	const { steps } = await coordinator.must(getPlan, { params: { id } });
	for (const { kind } of steps.filter(({ need }) => need === 'required')) {
		await page.goto(`/coordinator/sites/${site.id}/plan`);
		const words = kind === 'approval' ? 'Утвердить план' : 'Согласовать план';
		await page.getByRole('button', { name: words }).click();
		await expect(page.getByText('Решение записано.')).toBeVisible();
	}
	expect((await coordinator.must(getPlan, { params: { id } })).state).toBe('in_force');
}

/** Tells of the event on the day when it was held. */
export async function execute(page: Page, leader: Api, { id, site }: Plan): Promise<PlanRow> {
	await page.goto(`/leader/sites/${site.id}/plan`);
	await page.getByRole('link', { name: EVENT }).click();
	await page.getByLabel('Сколько участников').fill('17');
	await page.getByLabel('Что сделано').fill(OUTCOME);
	await page.getByLabel('Ссылки на материалы').fill('https://severorechensk.example/lesson');
	await page.getByRole('button', { name: 'Сохранить отчёт' }).click();
	await expect(page.getByText('Отчёт сохранён.')).toBeVisible();
	return found((await leader.must(getPlan, { params: { id } })).rows[0]);
}

/** Issues the plan on paper. */
export async function print(page: Page, leader: Api, { id, site }: Plan): Promise<string> {
	await page.goto(`/leader/sites/${site.id}/plan`);
	await page.getByRole('button', { name: 'Оформить план на бумаге' }).click();
	await expect(page.getByRole('link', { name: 'План на бумаге: PDF' })).toBeVisible();
	return found((await leader.must(getPlan, { params: { id } })).documentId);
}

async function current(leader: Api, siteId: string): Promise<Plan> {
	const { plans } = await leader.must(listPlans, { params: { id: siteId } });
	return leader.must(getPlan, { params: { id: found(plans[0]).id } });
}
