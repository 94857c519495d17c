import type { Database } from '@stazhirovka/db';
import { mismatchGround } from '@stazhirovka/domain/plans';
import { rulesOn } from '../regulations/index.ts';
import { findSite } from '../sites/index.ts';

/** The ground for ending a status that the regulation of a site sees in reports that do not match (R26), if it does. */
export async function groundOf(db: Database, siteId: string, day: string): Promise<string | null> {
	const site = await findSite(db, siteId);
	const rules = site && (await rulesOn(db, site.regulationKey, day));
	return rules ? mismatchGround(rules.profile) : null;
}
