import { getPath, listCohorts, listMyEnrolments } from '@stazhirovka/contract/cohorts';
import { listCouncils, planMeeting } from '@stazhirovka/contract/councils';
import { getCohortTraces } from '@stazhirovka/contract/reporting';
import { listSites } from '@stazhirovka/contract/sites';
import type { Api } from '../api.ts';
import { dayFromNow } from '../answers.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { also, lookAt, main } from '../looking.ts';
import { expectTold } from '../screens/told.ts';

const COUNCIL = 'Экспертный совет регионального модельного центра';

test('R141: a leader sums experience up, and everybody finds it', async ({ as, stranger, api }) => {
	const site = await siteOf(await api('coordinator'));
	const title = `Пауза перед новым заданием ${Date.now()}`;
	const page = await as('leader');
	await page.goto(`/leader/sites/${site}/passport`);
	await page.getByRole('link', { name: 'Обобщить опыт' }).click();
	await page.getByLabel('Название').fill(title);
	await page.getByLabel('Что сделали').fill('На двенадцати уроках вводили паузу перед новым заданием.');
	await page.getByRole('button', { name: 'Сохранить запись' }).click();
	await expectTold(page, 'Записано');

	await page.getByRole('button', { name: `Показать всем: ${title}` }).click();
	// What is missing is told beside its fields, on the page of the record.
	await expect(page.getByRole('link', { name: /^Что изменилось: заполните/ })).toBeVisible();
	await page.getByLabel('Тема', { exact: true }).fill('Учебная мотивация');
	await page.getByLabel('Авторы').fill('Команда площадки');
	await page.getByLabel('Что изменилось').fill('Начинают сразу семь из десяти вместо четырёх.');
	await page.getByLabel('Чем подтверждается').fill('https://school.example/pause');
	await page
		.getByRole('group', { name: /Какие дефициты/ })
		.getByRole('checkbox')
		.first()
		.check();
	await page.getByRole('button', { name: 'Сохранить запись' }).click();
	await page.getByRole('button', { name: `Показать всем: ${title}` }).click();
	await expectTold(page, 'Показано в паспорте');

	const guest = await stranger();
	await guest.goto('/products');
	await guest.getByRole('link', { name: 'Опыт площадок' }).click();
	await guest.getByRole('link', { name: title }).click();
	await expect(guest.getByRole('heading', { name: 'Что изменилось' })).toBeVisible();
	const address = new URL(guest.url()).pathname;
	await guest.goto(`/sites/${site}`);
	await expect(guest.getByRole('link', { name: title })).toBeVisible();
	await lookAt(guest, [main('/experience'), main(address), also(`/sites/${site}`)]);
	await lookAt(page, [
		also(`/leader/sites/${site}/passport`),
		main(`/leader/sites/${site}/passport/experience/new`),
		main(`/leader/sites/${site}/reports/projects`),
		main(`/leader/sites/${site}/plan`)
	]);
});

test('R133: results of a site are put to its council with their figures, and monitoring leads to the meeting', async ({
	as,
	api
}) => {
	const coordinator = await api('coordinator');
	const site = await siteOf(coordinator);
	const { councils } = await coordinator.must(listCouncils, {});
	const council = found(councils.find(({ title }) => title === COUNCIL));
	const place = `Зал ${Date.now()}`;
	const body = { heldOn: dayFromNow(20), beginsAt: '11:00', place };
	const meeting = await coordinator.must(planMeeting, { params: { id: council.id }, body });

	const page = await as('coordinator');
	await page.goto(`/leader/sites/${site}/monitoring`);
	// The form stands as it came until the page is alive: what was chosen before would be chosen anew.
	await expect(async () => {
		await page.getByLabel('Заседание').selectOption(meeting.id, { timeout: 1_000 });
		await page.getByRole('button', { name: 'Вынести на совет' }).click({ timeout: 1_000 });
		await expectTold(page, 'Вопрос поставлен в повестку');
	}).toPass();
	await lookAt(page, [main(`/leader/sites/${site}/monitoring`)]);
	await page.goto(`/leader/sites/${site}/monitoring`);
	await page.locator(`a[href*="${meeting.id}"]`).click();
	await expect(page.getByText(place)).toBeVisible();
	await page.locator('summary').filter({ hasText: 'Показатели на' }).click();
	await expect(page.getByRole('rowheader', { name: 'Доля завершивших' })).toBeVisible();
	await lookAt(page, [also(new URL(page.url()).pathname)]);
});

test('R130: a coordinator names a school of the year, tells how it moved and reads what monitoring says of it', async ({
	as
}) => {
	const page = await as('coordinator');
	await page.goto('/coordinator/monitoring');
	await page.getByRole('link', { name: 'Школы с низкими результатами' }).click();
	const choice = page.getByLabel('Организация', { exact: true });
	const name = found((await choice.locator('option').nth(1).textContent())?.trim());
	await choice.selectOption({ label: name });
	await page.getByLabel('Документ', { exact: true }).fill('Приказ комитета от 1 сентября 2026 г. № 5');
	await page.getByRole('button', { name: 'Внести в список' }).click();
	await expectTold(page, 'Школа внесена в список');
	await expect(page.getByRole('heading', { name: 'Сводка' })).toBeVisible();

	await page.getByLabel('Чей показатель').selectOption({ index: 1 });
	await page.getByLabel('Показатель', { exact: true }).fill(`Средний балл ОГЭ ${Date.now()}`);
	await page.getByLabel('Было год назад').fill('3,1');
	await page.getByLabel('Стало', { exact: true }).fill('3,4');
	await page.getByLabel('Откуда числа').fill('Мониторинг муниципалитета за 2026 год');
	await page.getByRole('button', { name: 'Внести показатель' }).click();
	await expectTold(page, 'Показатель внесён');
	await expect(page.getByText('стало лучше').first()).toBeVisible();
	await lookAt(page, [
		main('/schools'),
		main('/coordinator/monitoring?view=schools'),
		also('/summaries/new?subject=school')
	]);
	await page.goto('/coordinator/monitoring?view=schools');
	await page
		.getByRole('row', { name: /Динамика показателей школ/ })
		.getByRole('link')
		.click();
	await expect(page.getByRole('heading', { name: 'Показатели школ' })).toBeVisible();
	await page.goto('/schools');
	await page
		.getByRole('button', { name: /^Убрать из списка/ })
		.first()
		.click();
	await expectTold(page, 'Школа убрана из списка');
});

test('R167: the tutor and the intern follow a deficit to its effect, the leader sees whole fives', async ({
	as,
	api
}) => {
	const own = await pathOf(await api('t-1'));
	const leaders = await api('leader');
	const cohort = await tracedCohort(leaders);
	await lookAt(await as('tutor'), [main(`/tutor/interns/${own.enrolment.id}/trace`)]);
	await lookAt(await as('t-1'), [also(`/my/${own.enrolment.id}/trace`)]);
	await lookAt(await as('leader'), [main(`/leader/cohorts/${cohort}/diagnosis/trace`)]);
});

async function siteOf(person: Api): Promise<string> {
	const { items } = await person.must(listSites, { querystring: { q: 'Внимание в классе' } });
	return found(items[0]?.id);
}

async function pathOf(intern: Api) {
	const enrolments = await intern.must(listMyEnrolments, {});
	const { id } = found(enrolments.find(({ cohort }) => cohort === 'Поток 1'));
	return intern.must(getPath, { params: { id } });
}

/** A cohort of which something may be told already. */
async function tracedCohort(leader: Api): Promise<string> {
	for (const { id } of await leader.must(listCohorts, {})) {
		const { traces } = await leader.must(getCohortTraces, { params: { id } });
		if (traces.some(({ needed }) => needed !== null)) return id;
	}
	throw new Error('No cohort has five cards');
}
