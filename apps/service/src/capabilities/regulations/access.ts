import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { allRegions } from './store.ts';

/** The regions whose regulations the person keeps: none for most people. */
export async function keptRegions(
	db: Database | Tx,
	{ grants }: Pick<Actor, 'grants'>
): Promise<{ id: string; title: string }[]> {
	return (await allRegions(db)).filter(({ id }) => mayKeepRules(grants, id));
}
