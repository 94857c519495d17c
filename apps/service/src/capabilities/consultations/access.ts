import type { Database, Tx } from '@stazhirovka/db';
import { ownSites } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { sitesOfStaff } from '../staff/index.ts';
import { invitable, type InvitableCohort } from './queries.ts';
import { lockSlot, type SlotRow } from './store.ts';

type Queryable = Database | Tx;
type Host = Pick<Ctx, 'actor' | 'now'>;

/**
 * Whose interns somebody may invite: of the cohorts that the person runs as a tutor, and of all at the sites that the
 * person leads or is appointed at.
 */
export async function hostedCohorts(db: Queryable, { actor, now }: Host): Promise<InvitableCohort[]> {
	const appointed = await sitesOfStaff(db, actor.personId, today(now));
	return invitable(db, actor.personId, [...ownSites(actor.grants), ...appointed], today(now));
}

/** The door to one's own consultations, locked; somebody else's answer like what does not exist. */
export async function lockOwnSlot(tx: Tx, { actor }: Host, id: string): Promise<SlotRow> {
	const slot = await lockSlot(tx, id);
	return slot?.hostId === actor.personId ? slot : missing('consultation');
}
