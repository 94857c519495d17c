import type { Database, Tx } from '@stazhirovka/db';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx, Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import {
	endStanding,
	grantedBefore,
	settleRights,
	type AppointedRow,
	type Author
} from '../appointments/index.ts';
import { allowKeeper, zoneOfRegion } from '../sites/index.ts';
import * as store from './store.ts';

const COORDINATION = { role: 'coordinator', kind: 'region' } as const;

/** The region of whoever keeps it, held until the transaction ends, and today where it is. */
export async function enterForCoordinators(tx: Tx, { actor, now }: Ctx, id: string) {
	allowKeeper(actor, id, 'region');
	const region = (await store.lockRegion(tx, id)) ?? missing('region');
	return { ...region, today: localDay(now(), await zoneOfRegion(tx, id)) };
}

/** What is written down; and whoever has the right and was never named by an act. */
export async function coordinatorsKept(db: Database | Tx, regionIds: string[]): Promise<AppointedRow[]> {
	const kept = await store.coordinatorsOf(db, regionIds);
	return [...kept, ...(await grantedBefore(db, COORDINATION, regionIds, kept))];
}

/** The same, after those who were never named are written down, without a day and an act. */
export async function knownCoordinators(tx: Tx, regionId: string): Promise<AppointedRow[]> {
	const kept = await store.coordinatorsOf(tx, [regionId]);
	const before = await grantedBefore(tx, COORDINATION, [regionId], kept);
	await store.insertCoordinators(
		tx,
		before.map(({ personId }) => ({ regionId, personId }))
	);
	return before.length ? store.coordinatorsOf(tx, [regionId]) : kept;
}

/** Ends what one person was appointed to here, from the day on. */
export function endCoordinating(
	tx: Tx,
	rows: AppointedRow[],
	{ personId, ...ended }: { personId: string; from: string; actId?: string }
) {
	const own = rows.filter((one) => one.personId === personId);
	return endStanding(tx, store.kept, own, ended);
}

/** Gives the right to whoever coordinates the region today and takes it from whoever does no longer. */
export async function settleCoordinators(
	tx: Tx,
	ctx: Author,
	{ id, today }: { id: string; today: string }
): Promise<void> {
	await settleRights(tx, ctx, { ...COORDINATION, id, today }, await store.coordinatorsOf(tx, [id]));
}

/** The rights of coordinators whose first day has come or whose last day has passed, each by the clock of its region. */
export async function tidyCoordinators({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
	for (const id of await store.keptPlaces(db))
		await db.transaction(async (tx) => {
			await store.lockRegion(tx, id);
			const today = localDay(now(), await zoneOfRegion(tx, id));
			await settleCoordinators(tx, { actor: null, now }, { id, today });
		});
}
