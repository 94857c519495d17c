import type { Database, Tx } from '@stazhirovka/db';
import { completion, type Completion } from '@stazhirovka/domain/certificates';
import { outline, path, type JourneyFacts, type Outline, type Path } from '@stazhirovka/domain/cohorts';
import { tryoutTasks } from '@stazhirovka/domain/tasks';
import { loadProgramme } from '../programmes/index.ts';
import type { CohortFacts } from './access-store.ts';
import { conditionsOf, factsOf, type Told } from './journey-facts.ts';
import * as queries from './journey-queries.ts';

export type Journey = { walker: queries.WalkerRow; facts: JourneyFacts; path: Path; completion: Completion };
type Cohort = Pick<CohortFacts, 'cohortId' | 'programmeVersionId' | 'timeZone'>;

/**
 * The ways of everybody in a cohort, or of these interns, from one gathering of facts: eight statements however many they
 * are. The intern's path and the leader's grid both come from here, so they cannot differ.
 */
export async function journeysOf(
	db: Database | Tx,
	{ cohortId, programmeVersionId, timeZone }: Cohort,
	now: Date,
	enrolmentIds?: readonly string[],
	{ expelled = false } = {}
): Promise<Journey[]> {
	const programme = await loadProgramme(db, programmeVersionId);
	const steps = outline(programme.document);
	const asksForTryout = tryoutTasks(programme.document);
	const told = await gather(db, { cohortId, enrolmentIds, expelled }, formsOf(steps));

	return told.walkers.map((walker) => {
		const conditions = conditionsOf(walker, told.of(walker.enrolmentId), programme.rules);
		const judged = completion(programme.rules.completion, conditions);
		const facts = factsOf(walker, told.of(walker.enrolmentId), asksForTryout, {
			now,
			timeZone,
			complete: judged.complete
		});
		return { walker, facts, path: path(steps, facts), completion: judged };
	});
}

async function gather(db: Database | Tx, who: queries.Walkers, forms: string[]) {
	const [walkers, handedIn, items, sent, toGive, received, deadlines, extended] = await Promise.all([
		queries.walkers(db, who),
		queries.handedInForms(db, who, forms),
		queries.routeItems(db, who),
		queries.sentTasks(db, who),
		queries.reviewsToGive(db, who),
		queries.reviewsReceived(db, who),
		queries.deadlines(db, who),
		queries.extended(db, who)
	]);
	const handedInOf = byEnrolment(handedIn);
	const itemsOf = byEnrolment(items);
	const sentOf = byEnrolment(sent);
	const toGiveOf = byEnrolment(toGive);
	const receivedOf = byEnrolment(received);
	const deadlinesOf = byEnrolment(deadlines);
	const extendedOf = byEnrolment(extended);

	return {
		walkers,
		of: (id: string): Told => ({
			forms: handedInOf(id),
			items: itemsOf(id),
			sent: sentOf(id),
			asked: toGiveOf(id)[0] ?? null,
			received: receivedOf(id)[0]?.received ?? 0,
			deadlines: deadlinesOf(id),
			extended: extendedOf(id)
		})
	};
}

function byEnrolment<T extends { enrolmentId: string }>(rows: T[]): (id: string) => T[] {
	const groups = Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
	return (id) => groups.get(id) ?? [];
}

/** The cards that are steps of the path. */
function formsOf({ modules }: Outline): string[] {
	return modules.flatMap(({ steps }) => steps.flatMap(({ form }) => (form === null ? [] : [form])));
}
