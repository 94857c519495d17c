import type { MunicipalObserver } from '@stazhirovka/contract/municipal-observers';
import type { Tx } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { keptRegions } from '../regulations/index.ts';
import { allowKeeper } from '../sites/index.ts';
import { findMunicipality, observersIn } from './queries.ts';

/** A municipality of whoever keeps its region. */
export async function enterMunicipality(tx: Tx, { actor }: Ctx, id: string) {
	const municipality = (await findMunicipality(tx, id)) ?? missing('municipality');
	allowKeeper(actor, municipality.regionId, 'municipality');
	return municipality;
}

/** Who watches over the municipalities of the regions that the person keeps; for everybody else there are none. */
export async function readObservers({ db, actor }: Ctx): Promise<MunicipalObserver[]> {
	const regions = await keptRegions(db, actor);
	const rows = await observersIn(
		db,
		regions.map(({ id }) => id)
	);
	return rows.map(({ name, since, ...row }) => ({
		...row,
		personId: name.id,
		fullName: fullName(name),
		since: since.toISOString()
	}));
}
