import type { Output } from '@stazhirovka/contract/endpoint';
import type { ActWhole, listActs } from '@stazhirovka/contract/sites';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { keptRegions } from '../../regulations/index.ts';
import { PAGE_SIZE, pageOf } from '../search-queries.ts';
import { enterAct } from './act-access.ts';
import * as queries from './queries.ts';
import { ordersOf } from './orders.ts';
import { pastScans } from './scan-store.ts';
import { pagesOf, scansOf } from './scans.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Asked = { q?: string; scan?: 'none'; page?: number };

/** The acts of my regions, each with what it decided and its scan. */
export async function readActs(
	ctx: Reader,
	{ page: asked, ...search }: Asked
): Promise<Output<typeof listActs>> {
	const { db, actor } = ctx;
	const { page, ...slice } = pageOf(asked);
	const regionIds = (await keptRegions(db, actor)).map(({ id }) => id);
	const [acts, total, unscanned] = await Promise.all([
		queries.searchActs(db, { regionIds, ...search }, slice),
		queries.countActs(db, { regionIds, ...search }),
		queries.countActs(db, { regionIds, scan: 'none' })
	]);
	const items = await withScans(ctx, acts);
	return { items, total, unscanned, page, pages: Math.ceil(total / PAGE_SIZE) };
}

/** One act with everything that ever was its scan. */
export async function readAct(ctx: Reader, id: string): Promise<ActWhole> {
	const { db, actor } = ctx;
	await enterAct(db, actor, id);
	const [[act], past] = await Promise.all([
		queries.actById(db, id).then((rows) => withScans(ctx, rows)),
		pastScans(db, id)
	]);
	const pages = await pagesOf(db, past);
	return {
		...(act ?? missing('act')),
		past: past.map((scan) => ({
			...{ id: scan.id, pages: pages(scan.pages), reason: scan.reason ?? '' },
			addedAt: scan.createdAt.toISOString(),
			replacedAt: (scan.replacedAt ?? scan.createdAt).toISOString()
		}))
	};
}

async function withScans(ctx: Reader, acts: queries.ActRow[]) {
	const ids = acts.map(({ id }) => id);
	const [decided, scans, orders] = await Promise.all([
		queries.decisionsByActs(ctx.db, ids),
		scansOf(ctx.db, ids),
		ordersOf(ctx, ids)
	]);
	return acts.map((act) => ({
		...act,
		scan: scans.get(act.id) ?? null,
		orders: orders(act.id),
		decisions: decided.filter(({ actId }) => actId === act.id).map(({ actId: _, ...decision }) => decision)
	}));
}
