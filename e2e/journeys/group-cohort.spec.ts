import { listProgrammeVersions } from '@stazhirovka/contract/programmes';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { dayFromNow } from '../answers.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { filledIn, type Listed } from '../group-list.ts';
import { PEOPLE } from '../people.ts';
import { beginFromFile, publish, recordPaper } from '../screens/programme-moves.ts';

/* A written programme becomes a cohort of forty without a spreadsheet being sent to anybody. */
test.describe.configure({ mode: 'serial' });

const RUN = Date.now().toString(36);
const TITLE = `Поток из списка ${Date.now() % 1_000_000}`;
const SEATS = 30;
const NAMES = ['Анна', 'Вера', 'Инна', 'Нина', 'Олег', 'Пётр', 'Роза', 'Яков'];

/** The surname of a line: letters alone, in the order of the list. */
const surnameOf = (n: number) => `Списков${'абвгдежзик'[Math.floor(n / 10)]}${'абвгдежзик'[n % 10]}ий`;
const lines: Listed[] = Array.from({ length: 40 }, (_, n) => [
	...[surnameOf(n), NAMES[n % NAMES.length]!, 'Ивановна', `list-${RUN}-${n}@school.example`],
	...['педагог дополнительного образования', 'Дворец творчества № 77']
]) as Listed[];

/** Six lines that nobody can enter as they are. */
const FAULTY: [n: number, column: number, written: string][] = [
	[3, 3, 'без собаки'],
	[7, 0, ''],
	[11, 3, `list-${RUN}-0@school.example`],
	[19, 1, '=1+1'],
	[23, 1, 'Нина7'],
	[31, 3, 'u-head-77@severorechensk.example']
];

const made: { file: Buffer; versionId: string; cohort: string } = {
	file: Buffer.of(),
	versionId: '',
	cohort: ''
};

test('R41: under kuzbass a programme is approved by the head, agreed with the municipal body, and published', async ({
	as,
	api
}) => {
	const leader = await api('otherLeader');
	const [version] = (await leader.must(listProgrammeVersions, {})).filter(({ title }) =>
		title.startsWith('Формирующее оценивание')
	);
	made.file = await leader.download(`/api/programme-versions/${found(version).id}/file`);

	const page = await as('otherLeader');
	await beginFromFile(page, made.file, `list-${RUN}`);
	await expect(page.getByRole('button', { name: 'Опубликовать' })).toBeHidden();
	await recordPaper(page, 'утверждение', 'Заозёров Л. Е.', 'директор');
	await expect(page.getByRole('button', { name: 'Опубликовать' })).toBeHidden();
	await recordPaper(page, 'согласование', 'Плёсова И. Р.', 'начальник управления образования');
	await publish(page);
	await page.getByRole('link', { name: 'Открыть поток' }).click();
	await page.waitForURL('**/cohorts/new?*');
	made.versionId = found(/version=([^&]+)/.exec(page.url())?.[1]);
});

test('R41: under lenobl what passed the checks is published', async ({ as }) => {
	const page = await as('leader');
	await beginFromFile(page, made.file, `list-${RUN}-2`);
	await publish(page);
});

test('a cohort is opened on the programme that was just published', async ({ as }) => {
	const page = await as('otherLeader');
	await page.goto(`/leader/cohorts/new?version=${made.versionId}`);
	await page.getByLabel('Название потока').fill(TITLE);
	await page.getByLabel('Начало', { exact: true }).fill(dayFromNow(20));
	await page.getByLabel('Окончание', { exact: true }).fill(dayFromNow(70));
	await page.getByLabel('Мест', { exact: true }).fill(String(SEATS));
	await page.getByRole('checkbox', { name: PEOPLE.otherLeader }).check();
	await page.getByLabel('Дата', { exact: true }).fill(dayFromNow(20));
	await page.getByLabel('Место', { exact: true }).fill('Дворец творчества № 77');
	await page.getByRole('button', { name: 'Открыть поток' }).click();
	await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
	made.cohort = found(/cohorts\/([^/?]+)/.exec(page.url())?.[1]);
});

test('R47: forty people come from a workbook, six faulty rows are mended in place, ten wait', async ({
	as,
	api
}) => {
	const leader = await api('otherLeader');
	const template = await leader.download(`/api/cohorts/${made.cohort}/group-list/template`);
	const typed = structuredClone(lines);
	for (const [n, column, written] of FAULTY) found(typed[n])[column] = written;

	const page = await as('otherLeader');
	await page.goto(`/leader/cohorts/${made.cohort}/enrolments/group`, { waitUntil: 'networkidle' });
	const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	const buffer = filledIn(template, typed);
	await page.getByLabel('Выбрать книгу Excel').setInputFiles({ name: 'Список.xlsx', mimeType, buffer });
	await page.getByRole('button', { name: 'Проверить список' }).click();

	const faulty = page.getByRole('region', { name: '6 строк с ошибками' });
	const fields = ['Фамилия', 'Имя', 'Отчество', 'Электронная почта'];
	for (const [n, column] of FAULTY) {
		const row = faulty.getByRole('group', { name: `Строка ${n + 2}` });
		await row.getByLabel(found(fields[column])).fill(found(found(lines[n])[column]));
	}
	await faulty.getByRole('button', { name: 'Проверить ещё раз' }).click();
	await expect(faulty).toBeHidden();
	await page.getByRole('button', { name: 'Записать 40 человек' }).click();
	await expect(page.getByText('Записано: 40')).toBeVisible();
	await expect(page.getByText('В листе ожидания: 10.')).toBeVisible();
});

test('R45: new seats go to the head of the waiting list', async ({ as }) => {
	const page = await as('otherLeader');
	const people = `/leader/cohorts/${made.cohort}/enrolments`;
	await page.goto(people);
	await expect(page.getByLabel('Места', { exact: true })).toContainText(`${SEATS} из ${SEATS}`);
	const waiting = page.getByRole('region', { name: 'Лист ожидания' });
	await expect(waiting.getByText(surnameOf(SEATS))).toBeVisible();

	await page.goto(`${people}/settings`, { waitUntil: 'networkidle' });
	await page.getByLabel('Мест', { exact: true }).fill(String(SEATS + 2));
	await page.getByRole('button', { name: 'Сохранить' }).click();
	await expect(page.getByLabel('Места', { exact: true })).toContainText(`${SEATS + 2} из ${SEATS + 2}`);
	await expect(waiting.getByText(surnameOf(SEATS + 1))).toBeHidden();
	await expect(waiting.getByText(surnameOf(SEATS + 2))).toBeVisible();
});

test('R65: orders on the days and on the enrolment are issued, and both their files read back', async ({
	as,
	api
}) => {
	const page = await as('otherLeader');
	for (const [kind, title] of [
		['order_dates', 'О проведении стажировки'],
		['order_enrol', 'О зачислении на программу стажировки']
	] as const) {
		await page.goto(`/leader/cohorts/${made.cohort}/documents/${kind}`, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Выпустить приказ' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Выпустить приказ' }).click();
		await expect(page.getByText('Документ выпущен: ')).toBeVisible();

		const links = page.getByRole('region', { name: 'Выпущенные документы' }).getByRole('link');
		const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
		const of = (ending: string) => found(hrefs.find((href) => href.endsWith(ending)));
		const leader = await api('otherLeader');
		const pdf = readPdf(await leader.download(of('.pdf')));
		const word = await readDocx(await leader.download(of('.docx')));
		for (const { text } of [pdf, word]) {
			expect(text).toContain(title);
			expect(text).toContain(surnameOf(0));
			expect(text).toContain(surnameOf(SEATS + 1));
			expect(text).not.toContain(surnameOf(SEATS + 2));
		}
	}
});
