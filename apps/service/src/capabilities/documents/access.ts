import type { Database, Tx } from '@stazhirovka/db';
import { mayLead } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { findPlace } from './store.ts';

type Place = { regionId: string; siteId: string | null };

/** Documents are kept by those who lead the site, and by those who keep the region. */
export function keeps({ grants }: Pick<Actor, 'grants'>, { regionId, siteId }: Place): boolean {
	return mayLead(grants, { region: regionId, ...(siteId !== null && { site: siteId }) });
}

/** The one door to an issued document: for everybody else it is not there. */
export async function enterDocument(db: Database | Tx, actor: Actor, id: string): Promise<void> {
	const place = await findPlace(db, id);
	if (!place || !keeps(actor, place)) missing('document');
}
