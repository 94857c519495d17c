import type { Page } from '@playwright/test';
import {
	getApplication,
	getApplicationSheet,
	listDirectOpenings,
	listOpenings,
	listWindows,
	openWindow,
	recommend,
	saveApplicationSheet,
	type Application,
	type Opening
} from '@stazhirovka/contract/applications';
import { dayFromNow, fieldsOf, wholeAnswer } from '../../answers.ts';
import type { Api } from '../../api.ts';
import { expect } from '../../fixtures.ts';
import { found } from '../../found.ts';
import type { Newcomer } from '../newcomers.ts';
import { stampOf } from './rules.ts';

/** How long a programme lasts, where its dates are asked for. */
export const PROGRAMME = { from: dayFromNow(), to: dayFromNow(300) };

/** Who wants to become which site, by which regulation. */
type Wish = {
	regulation: string;
	title: string;
	theme: string;
	organisation: { id: string; title: string };
};

/** How somebody comes to a status by a regulation. */
export async function openingOf(applicant: Api, regulation: string): Promise<Opening> {
	const { openings } = await applicant.must(listOpenings, {});
	return found(openings.find(({ key }) => key === regulation));
}

/** An application from its first word to «подана»: the applicant begins it and hands it in, its sheets are put in. */
export async function apply(page: Page, applicant: Newcomer, wish: Wish): Promise<string> {
	const { title, theme } = wish;
	const opening = await openingOf(applicant.api, wish.regulation);
	await page.goto('/applications');
	await page.getByRole('link', { name: opening.title }).click();
	await page.getByLabel('Название площадки').fill(title);
	if (opening.themeFixed)
		await expect(page.getByText(`Тему задаёт положение: «${opening.theme}»`)).toBeVisible();
	else await page.getByLabel('Тема площадки').fill(theme);
	await page.getByRole('button', { name: 'Начать заявку' }).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
	const id = idIn(page);

	await fillSheets(applicant.api, id);
	await page.reload();
	await expect(page.getByText('Все листы заполнены. Проверьте и подайте заявку.')).toBeVisible();
	await page.getByRole('button', { name: 'Подать заявку' }).click();
	await expect(page.getByText('Заявка подана.')).toBeVisible();
	return id;
}

/** The coordinator finds nothing lacking. */
export async function accept(page: Page, id: string): Promise<void> {
	await page.goto(`/coordinator/applications/${id}`);
	await page.getByRole('button', { name: 'Принять к рассмотрению' }).click();
	await expect(page.getByText('Заявка принята к рассмотрению.')).toBeVisible();
}

/** Where the regulation wants no application, the coordinator registers the organisation (R15). */
export async function registerDirectly(
	page: Page,
	coordinator: Api,
	{ regulation, title, theme, organisation }: Wish
): Promise<string> {
	const openings = await coordinator.must(listDirectOpenings, {});
	const opening = found(openings.find(({ key }) => key === regulation));
	const address = `/coordinator/applications/new?regulation=${regulation}`;
	// With its scripts: what is chosen in a list before they have come is forgotten.
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.getByLabel('Организация', { exact: true }).fill(organisation.title);
	await page.getByRole('option', { name: organisation.title }).first().click();
	if (opening.names !== null)
		await page.getByLabel('Это та самая организация, которую называет источник').check();
	await page.getByLabel('Название площадки').fill(title);
	if (!opening.themeFixed) await page.getByLabel('Тема площадки').fill(theme);
	for (const statement of opening.eligibility)
		await page.getByLabel(statement).fill('Справка о работе за три года');
	await page.getByRole('button', { name: 'Зарегистрировать площадку' }).click();
	await expect(page.getByText('Организация зарегистрирована.')).toBeVisible();
	return idIn(page);
}

/** What has to be there before anybody may hand in: days opened by an act (R12), a recommendation (R29). */
export async function openTheWay(
	coordinator: Api,
	{ window, recommendedOnly }: Opening,
	{ regulation, organisation }: Wish
): Promise<void> {
	const { digits } = stampOf();
	if (window && !window.open) {
		const { regulations } = await coordinator.must(listWindows, {});
		const told = found(regulations.find(({ key }) => key === regulation));
		const kind = told.act === 'приказ' ? 'приказ' : 'распоряжение';
		const about = { issuer: told.by ?? 'Комитет', title: 'О приёме заявок', known: false };
		const act = { kind, number: `П-${digits}`, signedOn: dayFromNow(), ...about } as const;
		const days = { opensOn: dayFromNow(), closesOn: dayFromNow(10) };
		await coordinator.must(openWindow, { body: { ...days, regulation, act } });
	}
	if (recommendedOnly) {
		const paper = { authority: 'Управление образования', reference: `Письмо № ${digits}` };
		await coordinator.must(recommend, { body: { regulation, organisationId: organisation.id, ...paper } });
	}
}

export async function read(api: Api, id: string): Promise<Application> {
	return api.must(getApplication, { params: { id } });
}

/** Each sheet that the regulation asks for, whole. */
async function fillSheets(applicant: Api, id: string): Promise<void> {
	for (const { kind: sheet } of (await read(applicant, id)).sheets) {
		const { definition, revision } = await applicant.must(getApplicationSheet, { params: { id, sheet } });
		const periods = fieldsOf(definition).filter(({ kind }) => kind === 'period');
		const answer = wholeAnswer(definition, Object.fromEntries(periods.map(({ key }) => [key, PROGRAMME])));
		await applicant.must(saveApplicationSheet, { params: { id, sheet }, body: { revision, answer } });
	}
}

function idIn(page: Page): string {
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
