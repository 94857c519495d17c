import type { Page } from '@playwright/test';
import { listConsentTexts } from '@stazhirovka/contract/accounts';
import { enterOrganisation, listKeptRegions } from '@stazhirovka/contract/sites';
import { randomUUID } from 'node:crypto';
import { openApi, type Api } from '../../api.ts';
import { found } from '../../found.ts';
import { stampOf } from './rules.ts';

/** Somebody who signed up during this run. */
export type Newcomer = { fullName: string; email: string; cookie: string; api: Api };

export async function signUp(
	baseURL: string,
	{ surname, organisationId = null }: { surname: string; organisationId?: string | null }
): Promise<Newcomer> {
	const texts = await openApi(baseURL, '').must(listConsentTexts, {});
	const consents = texts.filter(({ required }) => required).map(({ kind, version }) => ({ kind, version }));
	const email = `${randomUUID()}@severorechensk.example`;
	const names = { surname, givenName: 'Рогнеда', patronymic: 'Глебовна', gender: 'f' };
	const password = 'четыре слова подряд';
	const position = 'заместитель директора';
	const response = await fetch(`${baseURL}/api/sign-up`, {
		method: 'POST',
		headers: { origin: baseURL, 'content-type': 'application/json' },
		body: JSON.stringify({ ...names, email, password, position, organisationId, consents })
	});
	if (!response.ok) throw new Error(`sign-up: ${await response.text()}`);
	const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
	const fullName = `${surname} Рогнеда Глебовна`;
	return { fullName, email, cookie: cookie.join('; '), api: openApi(baseURL, cookie.join('; ')) };
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
