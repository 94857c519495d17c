import type { Page } from '@playwright/test';
import { listConsentTexts } from '@stazhirovka/contract/accounts';
import { enterOrganisation, listKeptRegions } from '@stazhirovka/contract/sites';
import { randomUUID } from 'node:crypto';
import { openApi, type Api } from '../api.ts';
import { found } from '../found.ts';
import { stampOf } from './sites/rules.ts';

/** Somebody who signed up during this run. */
export type Newcomer = { fullName: string; email: string; cookie: string; api: Api };

const PASSWORD = 'четыре слова подряд';

export async function signUp(
	baseURL: string,
	{
		surname,
		organisationId = null,
		position = 'заместитель директора'
	}: { surname: string; organisationId?: string | null; position?: string }
): Promise<Newcomer> {
	const texts = await openApi(baseURL, '').must(listConsentTexts, {});
	const consents = texts.filter(({ required }) => required).map(({ kind, version }) => ({ kind, version }));
	const email = `${randomUUID()}@severorechensk.example`;
	const names = { surname, givenName: 'Рогнеда', patronymic: 'Глебовна', gender: 'f' };
	const body = { ...names, email, password: PASSWORD, position, organisationId, consents };
	return enter(baseURL, '/api/sign-up', { fullName: `${surname} Рогнеда Глебовна`, email }, body);
}

/** Signs somebody in anew: the first right that is given to a person ends their sessions. */
export async function signIn(baseURL: string, { fullName, email }: Newcomer): Promise<Newcomer> {
	return enter(baseURL, '/api/sign-in', { fullName, email }, { email, password: PASSWORD });
}

async function enter(
	baseURL: string,
	path: string,
	person: Pick<Newcomer, 'fullName' | 'email'>,
	body: object
) {
	const headers = { origin: baseURL, 'content-type': 'application/json' };
	const response = await fetch(baseURL + path, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
	const cookie = response.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	return { ...person, cookie, api: openApi(baseURL, cookie) };
}

/** Puts the session of somebody into the browser of a page. */
export async function seat(page: Page, baseURL: string, { cookie }: Newcomer): Promise<void> {
	const cookies = cookie.split('; ').map((pair) => {
		const [name = '', ...value] = pair.split('=');
		return { name, value: value.join('='), url: baseURL };
	});
	await page.context().addCookies(cookies);
}

/** A school of the region that no other journey knows. */
export async function school(coordinator: Api): Promise<{ id: string; title: string }> {
	const [region] = await coordinator.must(listKeptRegions, {});
	const { digits } = stampOf();
	const title = `Школа № ${digits}`;
	const untold = { inn: null, address: null, head: null, phone: null, email: null, website: null };
	const place = { licence: null, municipalityId: null, newMunicipality: null, regionId: found(region).id };
	const body = { id: randomUUID(), title, shortTitle: title, kind: 'host', ownership: 'municipal' } as const;
	const { id } = await coordinator.must(enterOrganisation, {
		body: { ...body, ...untold, ...place, other: false }
	});
	return { id, title };
}
