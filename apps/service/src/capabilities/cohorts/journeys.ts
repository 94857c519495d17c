import type { Database, Tx } from '@stazhirovka/db';
import { completion, type Completion } from '@stazhirovka/domain/certificates';
import { outline, path, type JourneyFacts, type Outline, type Path } from '@stazhirovka/domain/cohorts';
import { tryoutTasks } from '@stazhirovka/domain/tasks';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import type { CohortFacts } from './access-store.ts';
import { conditionsOf, factsOf, type Told } from './journey-facts.ts';
import * as queries from './journey-queries.ts';

export type Journey = { walker: queries.WalkerRow; facts: JourneyFacts; path: Path; completion: Completion };
type Cohort = Pick<CohortFacts, 'cohortId' | 'programmeVersionId' | 'timeZone'>;

type Who = { enrolmentIds?: readonly string[] | undefined; expelled?: boolean };

/** The ways of everybody in a cohort, or of these interns. */
export async function journeysOf(
	db: Database | Tx,
	cohort: Cohort,
	now: Date,
	enrolmentIds?: readonly string[],
	{ expelled = false } = {}
): Promise<Journey[]> {
	const found = await journeysOfAll(db, [cohort], now, { enrolmentIds, expelled });
	return found.get(cohort.cohortId) ?? [];
}

/**
 * The ways of everybody in these cohorts, from one gathering of facts: eight statements however many they are. The
 * intern's path, the leader's grid and the alerts of a site come from here, so they cannot differ.
 */
export async function journeysOfAll(
	db: Database | Tx,
	cohorts: readonly Cohort[],
	now: Date,
	{ enrolmentIds, expelled = false }: Who = {}
): Promise<Map<string, Journey[]>> {
	const followed = await Promise.all(
		cohorts.map(async (cohort) => {
			const programme = await loadProgramme(db, cohort.programmeVersionId);
			return { ...cohort, programme, steps: outline(programme.document) };
		})
	);
	const cohortIds = cohorts.map(({ cohortId }) => cohortId);
	const forms = [...new Set(followed.flatMap(({ steps }) => formsOf(steps)))];
	const told = await gather(db, { cohortIds, expelled, ...(enrolmentIds && { enrolmentIds }) }, forms);
	const walkersOf = Map.groupBy(told.walkers, ({ cohortId }) => cohortId);
	return new Map(
		followed.map((one) => [one.cohortId, walk(one, walkersOf.get(one.cohortId) ?? [], told.of, now)])
	);
}

type Followed = Cohort & { programme: FrozenProgramme; steps: Outline };

function walk(
	{ programme, steps, timeZone }: Followed,
	walkers: queries.WalkerRow[],
	toldOf: (id: string) => Told,
	now: Date
): Journey[] {
	const asksForTryout = tryoutTasks(programme.document);
	const own = new Set(formsOf(steps));
	return walkers.map((walker) => {
		const all = toldOf(walker.enrolmentId);
		const told = { ...all, forms: all.forms.filter(({ key }) => own.has(key)) };
		const conditions = conditionsOf(walker, told, programme.rules);
		const judged = completion(programme.rules.completion, conditions);
		const facts = factsOf(walker, told, asksForTryout, { now, timeZone, complete: judged.complete });
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
