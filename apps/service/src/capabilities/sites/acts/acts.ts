import type { GivenAct } from '@stazhirovka/contract/sites';
import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { countDecisions, findAct, insertAct, regionOfAct } from './act-store.ts';

/** An act as it is told; some bodies have kinds of their own, such as an order of a rector. */
type Paper = Omit<GivenAct, 'kind'> & { kind: string };

/**
 * The act by which something is decided. One paper is entered once: who enters it again is told what it covers so
 * far, and adds to it only after saying so (`known`). So a list of sites grows under one act, and no slip doubles it.
 */
export async function registerAct(tx: Tx, ctx: Ctx, regionId: string, given: Paper): Promise<string> {
	const { known, ...paper } = given;
	const by = { enteredBy: ctx.actor.personId, createdAt: ctx.now() };
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
