import { listCohorts } from '@stazhirovka/contract/cohorts';
import { listCohortConsents, printConsent } from '@stazhirovka/contract/consents';
import { getCohortOrders } from '@stazhirovka/contract/orders';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { PEOPLE } from '../people.ts';

test('R65, X21: a leader issues a reference that reads back, and its holder has it', async ({ as, api }) => {
	const leader = await api('leader');
	const cohort = found((await leader.must(listCohorts, {})).find(({ title }) => title === 'Поток 1'));
	const page = await as('leader');
	await page.goto(`/leader/cohorts/${cohort.id}/documents`);
	await page.getByRole('link', { name: 'Подготовить справку' }).click();
	await page.getByRole('radio', { name: PEOPLE['t-2'] }).check();
	await page.getByRole('button', { name: 'Выпустить справку' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Выпустить справку' }).click();
	await expect(page.getByText('Документ выпущен: Справка об обучении')).toBeVisible();

	const asked = { params: { id: cohort.id }, querystring: {} };
	const { documents } = await leader.must(getCohortOrders, asked);
	const issued = found(documents.find(({ title }) => title.includes(PEOPLE['t-2'])));
	const pdf = readPdf(await leader.download(issued.pdfPath));
	const { text } = await readDocx(await leader.download(issued.wordPath));
	for (const said of ['СПРАВКА', 'об обучении (о периоде обучения)', 'Справка выдана для предъявления']) {
		expect(pdf.text).toContain(said);
		expect(text).toContain(said);
	}

	const own = await as('t-2');
	await own.goto('/my?all');
	await own.getByRole('link', { name: 'Справки и выписки' }).first().click();
	await expect(own.getByRole('link', { name: `Скачать PDF: ${issued.title}` })).toBeVisible();
});

test('X21: a consent for signing by hand names its intern, its purpose and the way back', async ({ api }) => {
	const leader = await api('leader');
	const cohort = found((await leader.must(listCohorts, {})).find(({ title }) => title === 'Поток 1'));
	const interns = await leader.must(listCohortConsents, { params: { id: cohort.id } });
	const { enrolmentId, fullName } = found(interns.find((one) => one.fullName === PEOPLE['t-2']));
	const params = { id: enrolmentId };

	const { id } = await leader.must(printConsent, { params, body: { kind: 'publication' } });
	const { text } = readPdf(await leader.download(`/api/documents/${id}/file.pdf`));
	expect(text).toContain(fullName);
	expect(text).toContain('Распространение прекращается по требованию субъекта персональных данных.');
});
