import type { Tx } from '@stazhirovka/db';
import { holdsOn, lastDayWhenEnded, standingFrom, type Appointed } from '@stazhirovka/domain/appointments';
import type { Ctx } from '../../shell/context.ts';
import { post } from '../../shell/mail.ts';
import { giveGrant, takeGrant } from '../accounts/index.ts';
import * as store from './store.ts';

/** Nobody acts where a day has come by itself. */
export type Author = Pick<Ctx, 'now'> & { actor: Ctx['actor'] | null };

/** Those who have the right of the office and are not among the kept rows: since before appointments were kept here. */
export async function grantedBefore(
	db: Ctx['db'] | Tx,
	office: store.Office,
	ids: string[],
	kept: readonly Pick<store.AppointedRow, 'personId' | 'placeId'>[]
): Promise<store.AppointedRow[]> {
	const written = new Set(kept.map(({ personId, placeId }) => `${placeId} ${personId}`));
	const before = (await store.grantedIn(db, office, ids)).filter(
		({ id, placeId }) => !written.has(`${placeId} ${id}`)
	);
	return before.map((one) => ({ ...one, personId: one.id, from: null, lastDay: null, act: null }));
}

/** Ends those of the rows who are in office on the day or were to come after it. Answers with them. */
export async function endStanding<A extends Appointed & { id: string }>(
	tx: Tx,
	table: store.AppointedTable,
	rows: readonly A[],
	{ from, actId = null }: { from: string; actId?: string | null }
): Promise<A[]> {
	const ended = standingFrom(rows, from);
	for (const one of ended)
		await store.endAppointment(tx, table, one.id, {
			lastDay: lastDayWhenEnded(one, from),
			relievedByActId: actId
		});
	return ended;
}

/**
 * Gives the right to whoever is in office today and takes it from whoever is no longer (R30, R33). Doing it twice is
 * doing it once. The caller holds the place's lock.
 */
export async function settleRights(
	tx: Tx,
	ctx: Author,
	{ role, kind, id, today }: store.Office & { id: string; today: string },
	rows: readonly Appointed[]
): Promise<void> {
	const inOffice = new Set(rows.filter((one) => holdsOn(one, today)).map(({ personId }) => personId));
	for (const personId of new Set(rows.map((one) => one.personId)))
		await (inOffice.has(personId) ? giveGrant : takeGrant)(tx, ctx, { personId, role, scope: { kind, id } });
}

/** Writes to people about their appointment, each by name. */
export async function tellAppointees(
	tx: Tx,
	{ now }: Pick<Ctx, 'now'>,
	personIds: string[],
	{ subject, text }: { subject: string; text: string }
): Promise<void> {
	for (const { email, givenName } of await store.addressesOf(tx, personIds))
		await post(tx, { to: email, subject, text: `Здравствуйте, ${givenName}!\n\n${text}` }, now());
}
