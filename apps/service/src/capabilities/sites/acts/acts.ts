import { localDay } from '@stazhirovka/domain/calendar';
import type { GivenAct } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { countDecisions, findAct, insertAct, zoneOfRegion } from './act-store.ts';
import { writeScan } from './commands/put-scan.ts';
import { standingScans } from './scan-store.ts';

/** An act as it is told; some bodies have kinds of their own, such as an order of a rector. */
export type Paper = Omit<GivenAct, 'kind'> & { kind: string };
/** Whoever enters it; without a person: the demonstration. */
export type Author = Pick<Ctx, 'now'> & { actor: { personId: string } | null };

/**
 * The act by which something is decided. One paper is entered once: who enters it again is told what it covers so
 * far, and adds to it only after saying so (`known`). So a list of sites grows under one act, and no slip doubles it.
 * Nobody enters what will be signed tomorrow.
 */
export async function registerAct(tx: Tx, ctx: Author, regionId: string, given: Paper): Promise<string> {
	const { known, scan, ...paper } = given;
	const zone = await zoneOfRegion(tx, regionId);
	if (paper.signedOn > localDay(ctx.now(), zone)) faulty('act.in_future', { field: 'act.signedOn' });

	const by = { enteredBy: ctx.actor?.personId ?? null, createdAt: ctx.now() };
	const entered = await insertAct(tx, { ...paper, regionId, ...by });
	if (entered) {
		await record(tx, ctx, 'act.entered', { id: entered }, { ...paper });
		return addScan(tx, ctx, entered, scan);
	}

	const id = (await findAct(tx, { ...paper, regionId })) ?? conflict('act');
	if (known) return addScan(tx, ctx, id, scan);
	return fail('conflict', 'act.entered_already', { id, decisions: await countDecisions(tx, id) });
}

/** The scan that comes with an act; of an act that has one already, another one is put in its place on its own page. */
async function addScan(tx: Tx, { actor, now }: Author, actId: string, pages: string[] = []): Promise<string> {
	if (pages.length === 0 || actor === null) return actId;
	const [standing] = await standingScans(tx, [actId]);
	if (standing && !pages.every((id) => standing.pages.includes(id)))
		faulty('act.scan_exists', { field: 'act.scan', id: actId });
	if (!standing)
		await writeScan(tx, { actor, now }, actId, { over: null, pages, isPublic: false, reason: '' });
	return actId;
}
