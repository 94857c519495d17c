import type { Database, Tx } from '@stazhirovka/db';
import { roleOf } from '@stazhirovka/domain/staff';
import { rulesOn } from '../regulations/index.ts';

/** Titles of roles in the words of the regulation; what it does not know keeps its own word. */
export async function roleTitles(
	db: Database | Tx,
	{ regulationKey }: { regulationKey: string },
	day: string
): Promise<(role: string) => string> {
	const rules = await rulesOn(db, regulationKey, day);
	return (role) => (rules && roleOf(rules.profile, role)?.title) ?? role;
}
