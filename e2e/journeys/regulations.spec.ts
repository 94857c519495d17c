import { getRegulation, importRegulation } from '@stazhirovka/contract/regulations';
import type { Page } from '@playwright/test';
import { openApi } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { regulation } from '../regulation.ts';

// A file and a day that are refused on purpose.
test.use({ tolerated: [[/status of (409|422)/], { scope: 'test' }] });

test('R1: a regulation is loaded, completed by hand, published from today, and read by a guest', async ({
	as,
	stranger,
	baseURL
}) => {
	const page = await as('coordinator');
	await page.goto('/coordinator/regulations');

	const { key, title, document } = regulation();
	await load(page, { ...document, level: 'district', roles: [] });
	const findings = page.getByRole('alert').getByRole('listitem');
	await expect(findings.filter({ hasText: 'level' })).toContainText('«district» не подходит');
	await expect(findings.filter({ hasText: 'roles' })).toContainText('нужно не меньше 1');

	await load(page, document);
	await expect(page.getByText(`Загружен черновик: ${title}`)).toBeVisible();
	await fillForm(page);
	await page.getByRole('button', { name: /^Опубликовать: / }).click();
	await expect(page.getByText(`Опубликовано: ${title}`)).toBeVisible();
	await expect(page.getByRole('link', { name: /^(Дополнить|Заполнить заново)/ })).toHaveCount(0);

	const guest = await stranger();
	await guest.goto('/regulations');
	await guest.getByRole('link', { name: title }).click();
	await expect(guest.getByRole('heading', { level: 1 })).toHaveText(title);
	await expect(guest.getByText('Комитет образования Заозёрья').first()).toBeVisible();
	await expect(guest.getByText('не дольше 12 месяцев')).toBeVisible();
	await expect(guest.getByRole('listitem').filter({ hasText: 'Что площадка умеет' })).toBeVisible();
	await expect(guest.getByText('поля заявки, ')).toBeVisible();
	await expect(guest.getByText('В положении не названа дата')).toBeAttached();

	const told = await openApi(baseURL ?? '', '').must(getRegulation, { params: { key }, querystring: {} });
	expect(told.application.fields.map(({ label, type, required }) => [label, type, required])).toEqual([
		['Полное наименование', 'text', true],
		['Что площадка умеет', 'rich_text', false]
	]);
	expect(told.missing).toEqual([]);
});

test('R126: the yearly day of a report is given by hand; what is chosen before the page comes alive stays', async ({
	as,
	api
}) => {
	const { document } = regulation();
	const field = { n: 1, key: 'done', label: 'Что сделано', type: 'rich_text', required: true };
	const report = { exists: true, fields: [field], deadline: null, to: 'Оператор' };
	const { id } = await (
		await api('coordinator')
	).must(importRegulation, { body: { document: { ...document, report }, regionId: null } });

	const page = await as('coordinator');
	let goOn = () => {};
	const held = new Promise<void>((resolve) => (goOn = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`/coordinator/regulations/${id}/parts/report.deadline`, { waitUntil: 'commit' });
	const month = page.getByLabel('Месяц');
	await month.selectOption({ label: 'апреля' });
	await page.getByLabel('День').fill('31');
	goOn();
	await page.waitForLoadState('networkidle');
	await expect(month).toHaveValue('4');
	await page.unroute('**/_app/**/*.js');

	await page.getByRole('button', { name: 'Сохранить дополнение' }).click();
	await expect(page.getByRole('alert')).toContainText('такого дня нет: 31.04');
	await page.getByLabel('День').fill('30');
	await page.getByRole('button', { name: 'Сохранить дополнение' }).click();
	await expect(page.getByText('срок отчёта: Дубравина')).toBeVisible();
	await expect(page.getByText('каждый год не позднее 30 апреля')).toBeVisible();
});

async function load(page: Page, document: unknown): Promise<void> {
	const buffer = Buffer.from(JSON.stringify(document));
	await page
		.getByLabel('Выбрать файл положения')
		.setInputFiles({ name: 'regulation.json', mimeType: 'application/json', buffer });
	await page.getByRole('button', { name: 'Загрузить файл' }).click();
}

/** The source announces a form and does not give its fields. */
async function fillForm(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Дополнить: поля заявки' }).click();
	await page.getByLabel('Название, строка 1').fill('Полное наименование');
	await page.getByRole('checkbox', { name: 'Обязательно, строка 1' }).check();
	await page.getByRole('button', { name: 'Нужно больше строк' }).click();
	await expect(page.getByLabel('Название, строка 9')).toBeVisible();
	await expect(page.getByLabel('Название, строка 1')).toHaveValue('Полное наименование');
	await page.getByLabel('Название, строка 2').fill('Что площадка умеет');
	await page.getByLabel('Вид, строка 2').selectOption({ label: 'текст' });
	await page.getByRole('button', { name: 'Сохранить дополнение' }).click();

	await expect(page.getByRole('link', { name: 'Заполнить заново: поля заявки' })).toBeVisible();
	await expect(page.getByText('поля заявки: Дубравина')).toBeVisible();
}
