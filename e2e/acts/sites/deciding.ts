import type { Page } from '@playwright/test';
import { recordProposal } from '@stazhirovka/contract/councils';
import { getDecisionDesk } from '@stazhirovka/contract/sites';
import { dayFromNow } from '../../answers.ts';
import type { Api } from '../../api.ts';
import { expect } from '../../fixtures.ts';
import { found } from '../../found.ts';
import { read } from './applying.ts';
import { stampOf } from './rules.ts';

/** The представление of the body that the regulation names, with its number (R28). */
export async function propose(
	coordinator: Api,
	about: 'status' | 'termination',
	subjectId: string
): Promise<{ number: string; body: string }> {
	const number = `Пр-${stampOf().digits}`;
	const text = 'Представляем к решению о статусе площадки.';
	const asked = { about, subjectId, number, madeOn: dayFromNow(), text };
	const { recorded } = await coordinator.must(recordProposal, { body: asked });
	const { body } = found(recorded.find((proposal) => proposal.number === number));
	return { number, body };
}

type Grant = {
	applicationId: string;
	regulation: string;
	number: string;
	leaderEmail: string;
	/** For a regulation that says nothing of a term. */
	lastDay: string;
};

/** The act, entered on the coordinator's page; the term is the offered one where the regulation has any (R3–R11). */
export async function grant(page: Page, coordinator: Api, given: Grant): Promise<string> {
	await page.goto(`/coordinator/acts/new?regulation=${given.regulation}&on=${dayFromNow()}`);
	await page.getByLabel('Номер', { exact: true }).fill(given.number);
	const until = page.getByLabel('По день');
	if ((await until.inputValue()) === '') await until.fill(given.lastDay);
	await page.getByLabel('Код площадки').fill(`П${stampOf().digits.slice(-9)}`);
	await page.getByLabel('Почта руководителя').fill(given.leaderEmail);
	await page.getByRole('button', { name: 'Присвоить статус' }).click();
	await expect(page.getByText('Статус присвоен. Площадки появились в реестре.')).toBeVisible();
	return found((await read(coordinator, given.applicationId)).siteId);
}

/** Ends a status by an act with what the regulation asks for; answers with the first day without it (R21–R24). */
export async function end(page: Page, coordinator: Api, siteId: string): Promise<string> {
	const desk = await coordinator.must(getDecisionDesk, { params: { id: siteId } });
	if (desk.needs.proposal) await propose(coordinator, 'termination', siteId);

	await page.goto(`/coordinator/sites/${siteId}/decide?kind=terminate`);
	await page.getByLabel('Номер', { exact: true }).first().fill(`К-${stampOf().digits}`);
	const from = desk.fromActDay ? dayFromNow() : dayFromNow(1);
	if (desk.fromActDay) await expect(page.getByText('решение действует со дня акта')).toBeVisible();
	else await page.getByLabel('С какого дня').fill(from);
	const ground = desk.grounds.at(-1)?.text;
	if (ground) await page.getByRole('radio', { name: ground }).check();
	await page.getByLabel('Что случилось').fill('Школа закрыта на долгий ремонт здания');
	await page.getByRole('button', { name: 'Прекратить статус' }).click();
	await expect(page.getByText('Решение записано.')).toBeVisible();
	return from;
}

/** The register of a day as a guest reads it: the one site of this name, with its status and act. */
export async function inRegister(
	page: Page,
	{ title, day }: { title: string; day: string },
	words: readonly string[]
): Promise<void> {
	await page.goto(`/sites?${new URLSearchParams({ q: title, on: day })}`);
	const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: title }) });
	await expect(row).toHaveCount(1);
	for (const phrase of words) await expect(row).toContainText(phrase);
}
