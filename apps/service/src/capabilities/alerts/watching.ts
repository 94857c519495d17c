import type { Database, Tx } from '@stazhirovka/db';
import { alertsOf, type Alert, type AlertRules } from '@stazhirovka/domain/alerts';
import { localDay } from '@stazhirovka/domain/calendar';
import { journeysOfAll, type CohortFacts, type Journey } from '../cohorts/index.ts';
import { lastActivities, withTutors } from './queries.ts';

export type Watch = { journey: Journey; alerts: Alert[] };
type Cohort = Pick<CohortFacts, 'cohortId' | 'programmeVersionId' | 'timeZone' | 'startsOn'>;

/** Why each intern of a cohort, or each of these, needs attention: from the same paths that the grid shows. */
export async function watch(
	db: Database | Tx,
	cohort: Cohort,
	rules: AlertRules,
	now: Date,
	enrolmentIds?: readonly string[]
): Promise<Watch[]> {
	const found = await watchAll(db, [{ ...cohort, rules }], now, enrolmentIds);
	return found.get(cohort.cohortId) ?? [];
}

/** The same of several cohorts: as many statements as of one. */
export async function watchAll(
	db: Database | Tx,
	cohorts: readonly (Cohort & { rules: AlertRules })[],
	now: Date,
	enrolmentIds?: readonly string[]
): Promise<Map<string, Watch[]>> {
	const ids = cohorts.map(({ cohortId }) => cohortId);
	const [journeys, active, lying] = await Promise.all([
		journeysOfAll(db, cohorts, now, { enrolmentIds }),
		lastActivities(db, ids),
		withTutors(db, ids)
	]);
	const lyingOf = Map.groupBy(lying, ({ enrolmentId }) => enrolmentId);
	return new Map(
		cohorts.map((cohort) => {
			const known = { active: active.get(cohort.cohortId), lyingOf, now };
			return [
				cohort.cohortId,
				(journeys.get(cohort.cohortId) ?? []).map((one) => watchOne(cohort, one, known))
			];
		})
	);
}

type Lying = Awaited<ReturnType<typeof withTutors>>[number];
type Known = { active: Map<string, Date> | undefined; lyingOf: Map<string, Lying[]>; now: Date };

function watchOne(
	{ timeZone, startsOn, rules }: Cohort & { rules: AlertRules },
	journey: Journey,
	{ active, lyingOf, now }: Known
): Watch {
	const dayOf = (at: Date) => localDay(at, timeZone);
	const { walker, path } = journey;
	const steps = path.modules.flatMap((module) => module.steps);
	const waiting = steps.filter(({ reason }) => reason?.code === 'path.waits_for_tutor');
	const unchecked = (lyingOf.get(walker.enrolmentId) ?? []).flatMap(({ step, since }) => {
		const found = waiting.find(({ kind, task }) => step === kind || step === `task.${task}`);
		return found ? [{ step: found.key, since: dayOf(since) }] : [];
	});
	const last = active?.get(walker.person.id);
	const lastActiveOn = last ? dayOf(last) : null;
	const watched = { today: dayOf(now), startsOn, lastActiveOn, steps, unchecked };
	return { journey, alerts: walker.state === 'confirmed' ? alertsOf(rules, watched) : [] };
}
