import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { rulesInForce, rulesOn, type Rules } from '../regulations/index.ts';

/** The rules in force by key, for who keeps them; for everybody else there are none. */
export async function enterRules(
	db: Database | Tx,
	{ grants }: Pick<Actor, 'grants'>,
	{ key, day }: { key: string; day: string }
): Promise<Rules> {
	const rules = await rulesOn(db, key, day);
	return rules && mayKeepRules(grants, rules.regionId) ? rules : missing('regulation');
}

/** Everything in force that the person keeps. */
export async function keptRules(
	db: Database | Tx,
	{ grants }: Pick<Actor, 'grants'>,
	day: string
): Promise<Rules[]> {
	return (await rulesInForce(db, day)).filter(({ regionId }) => mayKeepRules(grants, regionId));
}
