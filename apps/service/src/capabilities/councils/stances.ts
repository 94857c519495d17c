import type { Database, Tx } from '@stazhirovka/db';
import {
	computedConflicts,
	standingOf,
	type ComputedConflict,
	type Declaration,
	type Standing
} from '@stazhirovka/domain/councils';
import type { ApplicationFacts } from './queries.ts';
import { peopleOf } from './queries.ts';
import { declarationsOn } from './reviews-store.ts';

/** Where somebody stands to an application: what was declared, and what follows from who they are. */
export type Stance = { declared: Declaration | null; computed: ComputedConflict[]; standing: Standing };

export type Stances = (personId: string, applicationId: string) => Stance;

/** Where these people stand to these applications, in two questions however many they are. */
export async function stancesOf(
	db: Database | Tx,
	personIds: string[],
	applications: readonly ApplicationFacts[]
): Promise<Stances> {
	const ids = applications.map(({ id }) => id);
	const [people, declarations] = await Promise.all([peopleOf(db, personIds), declarationsOn(db, ids)]);
	const byId = new Map(applications.map((application) => [application.id, application]));
	const said = new Map(declarations.map((row) => [`${row.personId} ${row.applicationId}`, row]));

	return (personId, applicationId) => {
		const application = byId.get(applicationId);
		const organisationId = people.get(personId)?.organisationId ?? null;
		const ties = application && {
			authorId: application.authorId,
			organisationId: application.organisationId,
			memberIds: application.network.map(({ id }) => id)
		};
		const computed = ties ? computedConflicts({ id: personId, organisationId }, ties) : [];
		const declared = said.get(`${personId} ${applicationId}`) ?? null;
		return { declared, computed, standing: standingOf(declared, computed) };
	};
}
