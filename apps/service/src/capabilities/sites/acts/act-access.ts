import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { regionOfAct } from './act-store.ts';

/** The door to an act: for whoever keeps the register of its region. For everybody else there is none. */
export async function enterAct(db: Database | Tx, actor: Ctx['actor'], id: string): Promise<void> {
	const regionId = (await regionOfAct(db, id)) ?? missing('act');
	if (!mayKeepRules(actor.grants, regionId)) missing('act');
}
