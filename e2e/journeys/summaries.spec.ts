import { listSummaries, removeSummary } from '@stazhirovka/contract/summaries';
import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures.ts';
import { also, lookAt, main } from '../looking.ts';

const COMMITTEE = 'Сводка комитету';
const YEARLY = 'Отчёт за год';
const NUMBERS = 5;

test('the coordinator puts the yearly report and the committee’s summary together, and opens the records behind five numbers', async ({
	as,
	api
}) => {
	const coordinators = await api('coordinator');
	for (const { id, title, own } of await coordinators.must(listSummaries, {}))
		if (own && [COMMITTEE, YEARLY].includes(title))
			await coordinators.must(removeSummary, { params: { id } });

	const page = await as('coordinator');
	await page.goto('/coordinator');
	await page.getByRole('main').getByRole('link', { name: 'Сводные отчёты' }).click();
	await page.getByRole('link', { name: 'Новый сводный отчёт' }).click();
	await page.getByLabel('Сравнить').selectOption('С тремя прошлыми годами');
	await page.getByRole('button', { name: 'Показать', exact: true }).click();
	await expect(page.getByRole('columnheader', { name: /^Выполнение плана, \d{4}\/\d\d$/ })).toHaveCount(4);
	await page.getByLabel('Название').fill(YEARLY);
	await page.getByRole('button', { name: 'Сохранить' }).click();
	await expect(page.getByText('Отчёт сохранён.')).toBeVisible();
	const yearly = new URL(page.url()).pathname;

	await page.goto(
		'/summaries/new?subject=site&measure=sites&measure=cohorts&measure=plan_done&measure=plan_gaps&measure=local_acts'
	);
	const numbers = page.getByRole('table').getByRole('link');
	expect(await numbers.count()).toBeGreaterThanOrEqual(NUMBERS);
	for (let n = 0; n < NUMBERS; n += 1) {
		const words = (await numbers.nth(n).innerText()).trim();
		await numbers.nth(n).click();
		await expect(page.getByRole('main')).toContainText(words);
		await page.getByRole('link', { name: 'К таблице' }).click();
		await expect(page.getByRole('heading', { name: 'Что получилось' })).toBeVisible();
	}
	const records = (await numbers.first().getAttribute('href')) ?? '';

	await page.getByLabel('Название').fill(COMMITTEE);
	await page.getByRole('button', { name: 'Сохранить' }).click();
	await expect(page.getByText('Отчёт сохранён.')).toBeVisible();
	const committee = new URL(page.url()).pathname;

	await page.getByRole('button', { name: 'Показать всем' }).click();
	await expect(page.getByRole('button', { name: /Больше не показывать.*Руководители/ })).toBeVisible();
	await page.getByRole('button', { name: 'Присылать', exact: true }).click();
	await expect(page.getByText(/Следующее письмо/)).toBeVisible();

	await page.getByLabel('Вид файла').first().selectOption('PDF с рисунком');
	await page.getByRole('button', { name: 'Подготовить файл' }).click();
	const download = page.getByRole('link', { name: `Скачать ${COMMITTEE}.pdf` });
	await expect(download).toBeVisible({ timeout: 20_000 });
	const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
	expect(
		readFileSync(await file.path())
			.subarray(0, 5)
			.toString()
	).toBe('%PDF-');
	const made = new URL(page.url()).pathname;

	const leader = await as('leader');
	await leader.goto('/summaries');
	await leader.getByRole('link', { name: COMMITTEE }).click();
	await expect(leader.getByRole('rowheader')).toHaveCount(1);
	await expect(leader.getByRole('link', { name: 'Изменить' })).toHaveCount(0);

	await lookAt(page, [
		main('/summaries'),
		main('/summaries/new'),
		main(committee),
		also(`${committee}/edit`),
		also(yearly),
		also(records),
		also(made),
		also('/summaries/new?subject=deficit&chart=heat_map'),
		also('/summaries/new?subject=deficit_place&chart=heat_map'),
		also('/summaries/new?subject=tutor')
	]);
});
