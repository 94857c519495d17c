import { watchedMunicipalities } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { keptScope } from '../sites/index.ts';

/** Where somebody keeps lists of schools: whole regions, all of them, or single municipalities. */
export type SchoolScope = { everywhere: boolean; regionIds: string[]; municipalityIds: string[] };

/** Coordinators keep those of their regions, observers of a municipality its own; for everybody else there are no lists. */
export function schoolScope(actor: Pick<Actor, 'grants'>): SchoolScope {
	const kept = keptScope(actor);
	const municipalityIds = watchedMunicipalities(actor.grants);
	const none = !kept.everywhere && kept.regionIds.length + municipalityIds.length === 0;
	return none ? missing('schools') : { ...kept, municipalityIds };
}
