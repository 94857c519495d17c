import type { Tx } from '@stazhirovka/db';
import { themeTakenBy, type ThemeOfSite } from '@stazhirovka/domain/sites';
import { sitesOfOrganisation } from '../site-store.ts';
import { statusPeriodsOfAll } from './status-store.ts';

type Asked = {
	organisationId: string;
	/** The site that is judged; null before there is one. */
	siteId: string | null;
	theme: string;
	from: string;
	lastDay: string;
};

/**
 * The title of another site of the organisation that has a status of this theme in the term; null when there is none.
 * `others` come with it. The caller holds the lock of the organisation.
 */
export async function themeTaken(
	tx: Tx,
	{ organisationId, siteId, ...asked }: Asked,
	others: ThemeOfSite[] = []
): Promise<string | null> {
	const sites = (await sitesOfOrganisation(tx, organisationId)).filter(({ id }) => id !== siteId);
	const periods = await statusPeriodsOfAll(
		tx,
		sites.map(({ id }) => id)
	);
	const known = sites.map(({ id, theme, title }) => ({ theme, title, periods: periods.get(id) ?? [] }));
	return themeTakenBy([...known, ...others], asked);
}
