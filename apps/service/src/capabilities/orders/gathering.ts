import type { Database, Tx } from '@stazhirovka/db';
import { localDay } from '@stazhirovka/domain/calendar';
import type { CohortOfOrders, OrderKind } from '@stazhirovka/domain/orders';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { documentOf } from '../certificates/index.ts';
import { journeysOf, type CohortFacts, type Journey } from '../cohorts/index.ts';
import { standingOfCohort } from '../documents/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import * as queries from './queries.ts';

export type Gathered = {
	cohort: CohortFacts;
	place: queries.CohortPlace;
	programme: FrozenProgramme;
	/** Whoever issues the document of completion issues the orders. */
	issuer: queries.CohortPlace['organisation'];
	/** What the programme ends with here. */
	completionTitle: string;
	rows: queries.LearnerRow[];
	sessions: queries.SessionRow[];
	journeys: ReadonlyMap<string, Journey>;
	standing: Awaited<ReturnType<typeof standingOfCohort>>;
	rules: CohortOfOrders;
};

/** Everything that papers of a cohort say; as if the document `without` had not been issued. */
export async function gather(
	db: Database | Tx,
	{ now }: Pick<Ctx, 'now'>,
	cohort: CohortFacts,
	without: string | null = null
): Promise<Gathered> {
	const { cohortId, programmeVersionId, announcedAt, timeZone } = cohort;
	const programme = await loadProgramme(db, programmeVersionId);
	const [found, rows, ways, papers, sessions] = await Promise.all([
		queries.cohortPlace(db, cohortId),
		queries.learnersOf(db, cohortId),
		journeysOf(db, cohort, now(), undefined, { expelled: true }),
		standingOfCohort(db, cohortId),
		queries.sessionsOf(db, cohortId)
	]);
	const place = found ?? missing('cohort');
	const { issuer, title } = documentOf(programme, place, localDay(now(), timeZone));
	const standing = papers.filter(({ id }) => id !== without);
	const journeys = new Map(ways.map((way) => [way.walker.enrolmentId, way]));

	const learners = rows.map(({ id, state, passed }) => ({
		...{ id, state },
		complete: journeys.get(id)?.completion.complete ?? false,
		attested: announcedAt === null ? null : passed,
		namedIn: standing.flatMap(({ enrolmentId, kind }) => (enrolmentId === id ? [kind as OrderKind] : []))
	}));
	const asksForProtocol = programme.rules.completion.some(({ condition }) => condition === 'result_passed');
	return {
		...{ cohort, place, programme, rows, journeys, standing, sessions },
		// Where the lawful document is another organisation's, so are the orders.
		issuer: issuer.id === place.operator?.id ? place.operator : place.organisation,
		completionTitle: title,
		rules: { learners, announced: announcedAt !== null, asksForProtocol }
	};
}
