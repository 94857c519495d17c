import { getCohortDeadlines, extendDeadline, setCohortDeadlines } from '@stazhirovka/contract/deadlines';
import { assemble } from '../acts/opening.ts';
import { dayFromNow } from '../answers.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { also, lookAt, main } from '../looking.ts';
import { PEOPLE, type InternKey } from '../people.ts';
import { expectTold } from '../screens/told.ts';

const STUCK: InternKey[] = ['t-1', 't-2', 't-3'];
/** The page hears of what others do within so long. */
const LIVE = { timeout: 2_000 };

test('R75: the leader finds the three who are stuck, acts, and sees what the tutor does as it happens', async ({
	as,
	api
}) => {
	const [leaders, tutors] = [await api('leader'), await api('tutor')];
	const people = [...STUCK, 't-4' as const];
	const title = `Внимание ${Date.now()}`;
	const { id, enrolments } = await assemble(leaders, title, await Promise.all(people.map(api)));
	const enrolmentOf = (key: InternKey) => found(enrolments.get(PEOPLE[key]));
	const { revision } = await leaders.must(getCohortDeadlines, { params: { id } });
	const rules = [{ step: 'diagnosis' as const, anchor: 'start' as const, workingDays: 1 }];
	await leaders.must(setCohortDeadlines, { params: { id }, body: { revision, rules } });
	const giveTime = (key: InternKey) =>
		tutors.must(extendDeadline, {
			params: { id: enrolmentOf(key) },
			body: { step: 'diagnosis', until: dayFromNow(38), reason: 'Болела, справка принесена' }
		});
	await giveTime('t-4');

	const page = await as('leader');
	await page.goto(`/leader/cohorts/${id}/alerts`);
	await page.getByLabel('До срока осталось, дней').fill('20');
	await page.getByRole('button', { name: 'Сохранить правила' }).click();
	await expectTold(page, 'Правила сохранены');

	await page.goto(`/leader/cohorts/${id}`);
	const heading = (words: string) => page.getByRole('heading', { name: words });
	await expect(heading('3 человека требуют внимания')).toBeVisible();
	await page.getByRole('button', { name: `Напомнить стажёру: ${PEOPLE['t-1']}` }).click();
	await expectTold(page, 'Напоминание отправлено');
	await expect(page.getByText(/Напомнили сегодня в/)).toBeVisible();

	await giveTime('t-2');
	await expect(heading('2 человека требуют внимания')).toBeVisible(LIVE);

	await page.getByLabel('Показать').selectOption('attention');
	const grid = page.getByRole('region', { name: 'Прогресс' });
	await expect(grid.getByRole('rowheader')).toHaveCount(2);
	const row = grid.getByRole('row', { name: new RegExp(PEOPLE['t-3']) });
	await row.getByRole('link', { name: 'Можно делать' }).last().click();
	await expect(page.getByRole('heading', { name: PEOPLE['t-3'] })).toBeVisible();
	await expect(page.getByText(/Диагностика/).first()).toBeVisible();

	await page.goto(`/leader/cohorts/${id}/edit`);
	await page.getByRole('checkbox', { name: PEOPLE.otherTutor }).check();
	await page.getByRole('button', { name: 'Сохранить поток' }).click();
	await page.waitForURL(/saved/);
	await page.goto(`/leader/cohorts/${id}/interns/${enrolmentOf('t-3')}`);
	await page.getByText('Передать другому тьютору').click();
	await page.getByRole('button', { name: 'Передать стажёра' }).click();
	await expectTold(page, 'Стажёр передан');
	await expect(page.getByText(PEOPLE.otherTutor).first()).toBeVisible();

	const base = `/leader/cohorts/${id}`;
	await lookAt(page, [
		main(base),
		also(`${base}/pace`),
		also(`${base}/alerts`),
		also(`${base}/interns/${enrolmentOf('t-3')}`),
		also('/leader')
	]);
	await lookAt(await as('tutor'), [also(`/tutor/interns/${enrolmentOf('t-1')}`)]);
});
