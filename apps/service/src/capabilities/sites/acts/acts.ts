import { localDay } from '@stazhirovka/domain/tasks';
import type { GivenAct } from '@stazhirovka/contract/sites';
import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules } from '@stazhirovka/domain/accounts';
import { zoneOfSubject } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { countDecisions, findAct, insertAct, regionOfAct, titleOfRegion } from './act-store.ts';

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
	const { known, ...paper } = given;
	const zone = zoneOfSubject((await titleOfRegion(tx, regionId)) ?? missing('region'));
	if (paper.signedOn > localDay(ctx.now(), zone)) faulty('act.in_future', { field: 'act.signedOn' });

	const by = { enteredBy: ctx.actor?.personId ?? null, createdAt: ctx.now() };
	const entered = await insertAct(tx, { ...paper, regionId, ...by });
	if (entered) {
		await record(tx, ctx, 'act.entered', { id: entered }, { ...paper });
		return entered;
	}

	const id = (await findAct(tx, { ...paper, regionId })) ?? conflict('act');
	if (known) return id;
	return fail('conflict', 'act.entered_already', { id, decisions: await countDecisions(tx, id) });
}

/** The door to an act: for whoever keeps the register of its region. For everybody else there is none. */
export async function enterAct(db: Database | Tx, actor: Ctx['actor'], id: string): Promise<void> {
	const regionId = (await regionOfAct(db, id)) ?? missing('act');
	if (!mayKeepRules(actor.grants, regionId)) missing('act');
}
