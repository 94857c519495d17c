import {
	completeRegulation,
	getRegulation,
	importRegulation,
	publishRegulation,
	type GivenPart,
	type Regulation
} from '@stazhirovka/contract/regulations';
import { readFileSync } from 'node:fs';
import { dayFromNow } from '../../answers.ts';
import { openApi, type Api } from '../../api.ts';

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

/** Loads and publishes; where the source is silent, the parts are given by hand in the version that follows (R1). */
export async function bringInForce(
	coordinator: Api,
	document: Document,
	given: readonly GivenPart[]
): Promise<void> {
	await publish(coordinator, await load(coordinator, document), LONG_AGO);
	if (given.length === 0) return;

	let next = await load(coordinator, document);
	for (const part of given) {
		const body = { revision: next.revision, given: part };
		next = await coordinator.must(completeRegulation, { params: { id: next.id }, body });
	}
	await publish(coordinator, next, dayFromNow());
}

async function load(coordinator: Api, document: Document) {
	return coordinator.must(importRegulation, { body: { document, regionId: null } });
}

async function publish(coordinator: Api, draft: { id: string; revision: number }, inForceFrom: string) {
	const body = { revision: draft.revision, inForceFrom };
	await coordinator.must(publishRegulation, { params: { id: draft.id }, body });
}

/** What anybody reads of a regulation that is in force. */
export async function readRules(baseURL: string, key: string): Promise<Regulation> {
	return openApi(baseURL, '').must(getRegulation, { params: { key }, querystring: {} });
}
