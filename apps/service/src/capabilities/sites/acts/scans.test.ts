import {
	getAct,
	getKeptSite,
	getSite,
	listActs,
	openScan,
	putScan,
	type GivenAct
} from '@stazhirovka/contract/sites';
import { journal } from '@stazhirovka/db/schema';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, orderOf, READY } from '../../../testing/granting.ts';
import type { TestPerson } from '../../../testing/person.ts';
import { SAMPLES } from '../../../testing/sample-files.ts';
import { uploadsOf } from '../../../testing/uploads.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
let desk: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
	world = await createWorld();
	desk = await openDesk(world);
});
afterAll(() => world.close());

const { kept, mayRead } = uploadsOf(() => world);

async function page(kind: 'pdf' | 'png' | 'jpg' | 'docx' = 'pdf', by: TestPerson = world.coordinator) {
	return (await kept(by, '', `Страница.${kind}`, SAMPLES[kind]!)).id;
}

/** An act that grants a status to one site; answers with both. */
async function granted(change: Partial<GivenAct> = {}) {
	const answer = await desk.grant(orderOf(change), [await desk.apply('lenobl', READY)]);
	if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
	return { id: answer.value.actId, site: answer.value.sites[0]! };
}

const first = { over: null, isPublic: false, reason: '' };

function give(
	id: string,
	body: typeof first | { over: string; isPublic: boolean; reason: string },
	pages: string[]
) {
	return desk.coordinator.call(putScan, { params: { id }, body: { ...body, pages } });
}

async function openly(id: string): Promise<number> {
	return (await (await world.as(null)).inject({ method: 'GET', url: `/api/act-scans/${id}` })).statusCode;
}

test('R3: an act is entered with its scan, several pages in their order, and the keeper opens them', async () => {
	const pages = [await page('pdf'), await page('png'), await page('jpg')];
	const { id, site } = await granted({ scan: pages });
	const act = await desk.coordinator.must(getAct, { params: { id } });
	expect(act.scan?.pages.map(({ id }) => id)).toEqual(pages);
	expect(act.scan?.isPublic).toBe(false);
	expect(await mayRead(pages[1]!, [world.coordinator, world.leader, world.stranger])).toEqual([
		200, 404, 404
	]);

	const { history } = await desk.coordinator.must(getKeptSite, { params: { id: site } });
	expect(history[0]?.act.scan?.map(({ id }) => id)).toEqual(pages);
});

test('R3: anybody opens a scan only while the keeper shows it', async () => {
	const pages = [await page()];
	const { id, site } = await granted({ scan: pages });
	const { scan } = await desk.coordinator.must(getAct, { params: { id } });
	const show = (isPublic: boolean, by = desk.coordinator) =>
		by.call(openScan, { params: { id }, body: { scan: scan!.id, isPublic } });
	const shown = async () => {
		const passport = await (await world.as(null)).must(getSite, { params: { id: site }, querystring: {} });
		return passport.history[0]?.act.scan?.map(({ id }) => id) ?? null;
	};

	expect([await openly(pages[0]!), await shown()]).toEqual([404, null]);
	expect(await show(true, await world.as(world.leader))).toMatchObject({ refusal: { status: 404 } });
	await show(true);
	await show(true);
	expect([await openly(pages[0]!), await shown()]).toEqual([200, pages]);
	await show(false);
	expect([await openly(pages[0]!), await shown()]).toEqual([404, null]);
	expect(await kindsOf(id)).toEqual(['act.entered', 'act.scan_added', 'act.scan_opened', 'act.scan_closed']);
});

test('a wrong scan is replaced with a reason; the old one stays, and of two tabs the later is told', async () => {
	const { id } = await granted();
	const old = [await page()];
	const told = await give(id, first, old);
	const over = told.ok ? told.value.scan!.id : '';
	await give(id, { over, isPublic: true, reason: '' }, old);
	const pages = [old[0]!, await page('png')];

	expect(await give(id, { over, isPublic: true, reason: '' }, pages)).toMatchObject({
		refusal: { problem: { code: 'act.scan_reason_missing' } }
	});
	const instead = { over, isPublic: true, reason: 'Не было второй страницы' };
	const [one, other] = await Promise.all([give(id, instead, pages), give(id, instead, [await page()])]);
	expect([one.ok, other.ok].sort()).toEqual([false, true]);

	const act = await desk.coordinator.must(getAct, { params: { id } });
	expect(act.past).toMatchObject([{ id: over, reason: 'Не было второй страницы', pages: [{ id: old[0] }] }]);
	expect(await kindsOf(id)).toEqual(['act.entered', 'act.scan_added', 'act.scan_replaced']);
});

test('a scan is of its own pages, of pictures or PDF alone', async () => {
	const { id } = await granted();
	const codeOf = async (pages: string[]) => {
		const answer = await give(id, first, pages);
		return answer.ok ? null : answer.refusal.problem.code;
	};
	expect(await codeOf([await page('docx')])).toBe('act.scan_kind');
	expect(await codeOf([await page('pdf', world.leader)])).toBe('act.scan_unknown');
	const elsewhere = await granted({ scan: [await page()] });
	const { scan } = await desk.coordinator.must(getAct, { params: { id: elsewhere.id } });
	expect(await codeOf([scan!.pages[0]!.id])).toBe('act.scan_unknown');
});

test('R3: the list tells acts without a scan, and they can be looked at alone', async () => {
	const bare = await granted();
	const scanned = await granted({ scan: [await page()] });
	const all = await desk.coordinator.must(listActs, { querystring: {} });
	const without = await desk.coordinator.must(listActs, { querystring: { scan: 'none' } });
	const ids = without.items.map(({ id }) => id);
	expect([ids.includes(bare.id), ids.includes(scanned.id)]).toEqual([true, false]);
	expect([without.total, without.unscanned]).toEqual([all.unscanned, all.unscanned]);
	expect(all.total).toBeGreaterThan(all.unscanned);
});

async function kindsOf(id: string): Promise<string[]> {
	const rows = await world.db
		.select({ kind: journal.kind })
		.from(journal)
		.where(eq(journal.subjectId, id))
		.orderBy(asc(journal.id));
	return rows.map(({ kind }) => kind);
}

test('R3: a page is looked at in its tab, safely, and saved as a file where that is asked', async () => {
	const pages = [await page('pdf'), await page('png')];
	await granted({ scan: pages });
	const headersOf = async (query: string) => {
		const answers = await Promise.all(
			pages.map((id) => desk.coordinator.inject({ method: 'GET', url: `/api/files/${id}${query}` }))
		);
		return answers.map(({ headers }) => [
			headers['content-type'],
			String(headers['content-disposition']).split(';')[0],
			headers['x-content-type-options'],
			headers['content-security-policy']
		]);
	};
	const sandbox = "sandbox; default-src 'none'";
	expect(await headersOf('?view')).toEqual([
		['application/pdf', 'inline', 'nosniff', "default-src 'none'; frame-ancestors 'none'"],
		['image/png', 'inline', 'nosniff', sandbox]
	]);
	expect(await headersOf('')).toEqual([
		['application/pdf', 'attachment', 'nosniff', sandbox],
		['image/png', 'attachment', 'nosniff', sandbox]
	]);
	const word = await page('docx');
	const { headers } = await desk.coordinator.inject({ method: 'GET', url: `/api/files/${word}?view` });
	expect(headers['content-disposition']).toMatch(/^attachment;/);
});
