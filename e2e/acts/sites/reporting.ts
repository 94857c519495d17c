import type { Page } from '@playwright/test';
import { getReport, listSiteReports, saveReport } from '@stazhirovka/contract/plans';
import { fieldsOf, wholeAnswer } from '../../answers.ts';
import type { Api } from '../../api.ts';
import { expect } from '../../fixtures.ts';
import { EVENT } from './leading.ts';

const BY_HAND = 'Рассказали о деле своими словами';

/**
 * The report that the regulation asks for, filled from the log where its words tell what belongs there, handed in and
 * accepted (R126–R130). Answers with the words of the event that stand in it.
 */
export async function report(
	leaderPage: Page,
	page: Page,
	leader: Api,
	siteId: string
): Promise<{ id: string; event: string }> {
	await leaderPage.goto(`/leader/sites/${siteId}/reports`);
	await leaderPage.getByRole('button', { name: 'Начать отчёт' }).first().click();
	await expect(leaderPage).toHaveURL(/\/reports\/[^/]+$/);
	const { reports } = await leader.must(listSiteReports, { params: { id: siteId } });
	const id = reports[0]?.id ?? '';
	const event = await complete(leader, id);

	await leaderPage.goto(`/leader/sites/${siteId}/reports/${id}`);
	await leaderPage.getByRole('button', { name: 'Сдать отчёт' }).click();
	await expect(leaderPage.getByText('Отчёт сдан и ждёт проверки')).toBeVisible();

	await page.goto(`/coordinator/reports/${id}`);
	await page.getByRole('button', { name: 'Принять отчёт' }).click();
	await expect(page.getByText('Отчёт принят').first()).toBeVisible();
	return { id, event };
}

/** What the log has given stays; the rest is put in, the event too where nothing else told it. */
async function complete(leader: Api, id: string): Promise<string> {
	const { sheet } = await leader.must(getReport, { params: { id } });
	const told = fieldsOf(sheet.definition).flatMap(({ key }) => {
		const value = sheet.answer[key];
		const empty =
			value === null || value === undefined || value === '' || (Array.isArray(value) && !value[0]);
		return empty ? [] : [[key, value] as const];
	});
	const answer = wholeAnswer(sheet.definition, Object.fromEntries(told));
	const wasTold = JSON.stringify(answer).includes(EVENT);
	const place = fieldsOf(sheet.definition).find(({ kind }) => kind === 'longText');
	const whole = wasTold || !place ? answer : { ...answer, [place.key]: BY_HAND };
	await leader.must(saveReport, { params: { id }, body: { revision: sheet.revision, answer: whole } });
	return wasTold ? EVENT : BY_HAND;
}
