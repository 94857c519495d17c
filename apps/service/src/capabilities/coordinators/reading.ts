import type { NamedCoordinator, RegionCoordinators } from '@stazhirovka/contract/coordinators';
import { holdsOn, standingFrom } from '@stazhirovka/domain/appointments';
import { localDay } from '@stazhirovka/domain/calendar';
import { fullName } from '@stazhirovka/domain/certificates';
import { zoneOfSubject } from '@stazhirovka/domain/sites';
import type { Ctx, Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import type { AppointedRow } from '../appointments/index.ts';
import { keptRegions, rulesOn } from '../regulations/index.ts';
import { coordinatorsKept } from './coordinating.ts';
import { coordinatorsOf } from './store.ts';

/** Who coordinates the regions that the person keeps, did and will. */
export async function readCoordinators({ db, actor, now }: Ctx): Promise<RegionCoordinators[]> {
	const regions = await keptRegions(db, actor);
	const rows = await coordinatorsKept(
		db,
		regions.map(({ id }) => id)
	);
	return regions.map((region) => {
		const day = localDay(now(), zoneOfSubject(region.title));
		const own = rows.filter(({ placeId }) => placeId === region.id).filter(wasEver);
		const standing = new Set(standingFrom(own, day));
		return {
			region,
			today: day,
			coordinators: own.map((row) => ({
				...toNamed(row),
				personId: row.personId,
				self: row.personId === actor.personId,
				now: holdsOn(row, day),
				can: { relieve: standing.has(row) }
			}))
		};
	});
}

export async function readCoordinatorsOf(ctx: Ctx, id: string): Promise<RegionCoordinators> {
	return (await readCoordinators(ctx)).find(({ region }) => region.id === id) ?? missing('region');
}

/** Who coordinates the region of a regulation by an act today: for everybody. Nobody is told of whom no act names. */
export async function readOfRegulation(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	key: string
): Promise<NamedCoordinator[]> {
	const day = today(now);
	const { regionId } = (await rulesOn(db, key, day)) ?? missing('regulation');
	const rows = await coordinatorsOf(db, [regionId]);
	return rows.filter((row) => row.act !== null && holdsOn(row, day)).map(toNamed);
}

function wasEver({ from, lastDay }: AppointedRow): boolean {
	return from === null || lastDay === null || lastDay >= from;
}

function toNamed({ id, name, post, from, lastDay, act }: AppointedRow): NamedCoordinator {
	return { id, fullName: fullName(name), position: post, from, lastDay, act };
}
