import type { Page } from '@playwright/test';
import {
	completeRegulation,
	getRegulation,
	getRegulationVersion,
	importRegulation,
	publishRegulation,
	type GivenPart,
	type Regulation
} from '@stazhirovka/contract/regulations';
import { readFileSync } from 'node:fs';
import { openApi, type Api } from '../../api.ts';
import { expect } from '../../fixtures.ts';

export type Document = Record<string, unknown> & { key: string; short_title: string };

/** The days from which the demonstration has its regulations. */
const LONG_AGO = '2025-09-01';

/** Digits by which a run knows its own names; letters of the same in keys. */
export function stampOf(moment = Date.now()): { digits: string; letters: string } {
	const digits = String(moment);
	const letters = digits.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
	return { digits, letters };
}

/** A regulation of the seeds under a name of this run: the demonstration's own one stays as others expect it. */
export function copyOf(seed: string, changes: (document: Document) => Record<string, unknown>): Document {
	const file = new URL(`../../../db/seeds/regulations/${seed}.json`, import.meta.url);
	const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
	const { digits, letters } = stampOf();
	const own = { key: `${seed}_${letters}`, short_title: `${document.short_title}, проба ${digits}` };
	return { ...document, ...changes(document), ...own };
}

/** Loads a regulation and publishes it, as the demonstration has it (R1). */
export async function bringInForce(coordinator: Api, document: Document): Promise<string> {
	const { id, revision } = await coordinator.must(importRegulation, { body: { document, regionId: null } });
	await coordinator.must(publishRegulation, { params: { id }, body: { revision, inForceFrom: LONG_AGO } });
	return id;
}

/** The next version of a regulation, in which people give what its source does not, in force from today (R1). */
export async function completeByHand(page: Page, coordinator: Api, id: string, given: readonly GivenPart[]) {
	await page.goto(`/coordinator/regulations/${id}`);
	await page.getByRole('button', { name: 'Подготовить новую редакцию' }).click();
	await expect(page).not.toHaveURL(new RegExp(id));
	const next = new URL(page.url()).pathname.split('/').at(-1) ?? '';
	const params = { id: next };
	for (const part of given) {
		const { revision } = await coordinator.must(getRegulationVersion, { params });
		await coordinator.must(completeRegulation, { params, body: { revision, given: part } });
	}
	await page.reload();
	await publish(page);
}

/** The same of a file, all of it on the page. */
export async function loadByHand(page: Page, document: Document): Promise<void> {
	await page.goto('/coordinator/regulations');
	const buffer = Buffer.from(JSON.stringify(document));
	const file = { name: 'regulation.json', mimeType: 'application/json', buffer };
	await page.getByLabel('Выбрать файл положения').setInputFiles(file);
	await page.getByRole('button', { name: 'Загрузить файл' }).click();
	await expect(page.getByText(`Загружен черновик: ${document.short_title}`)).toBeVisible();
	await publish(page);
}

async function publish(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^Опубликовать: / }).click();
	await expect(page.getByText(/Опубликовано: /)).toBeVisible();
}

/** What anybody reads of a regulation that is in force. */
export async function readRules(baseURL: string, key: string): Promise<Regulation> {
	return openApi(baseURL, '').must(getRegulation, { params: { key }, querystring: {} });
}
