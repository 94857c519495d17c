import type { Database, Tx } from '@stazhirovka/db';
import { alertsOf, type Alert, type AlertRules } from '@stazhirovka/domain/alerts';
import { localDay } from '@stazhirovka/domain/calendar';
import { journeysOf, type CohortFacts, type Journey } from '../cohorts/index.ts';
import { lastActivity, withTutors } from './queries.ts';

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
	const { cohortId, timeZone, startsOn } = cohort;
	const [journeys, active, lying] = await Promise.all([
		journeysOf(db, cohort, now, enrolmentIds),
		lastActivity(db, cohortId),
		withTutors(db, cohortId)
	]);
	const lyingOf = Map.groupBy(lying, ({ enrolmentId }) => enrolmentId);
	const dayOf = (at: Date) => localDay(at, timeZone);
	const today = dayOf(now);

	return journeys.map((journey) => {
		const { walker, path } = journey;
		const steps = path.modules.flatMap((module) => module.steps);
		const waiting = steps.filter(({ reason }) => reason?.code === 'path.waits_for_tutor');
		const unchecked = (lyingOf.get(walker.enrolmentId) ?? []).flatMap(({ step, since }) => {
			const found = waiting.find(({ kind, task }) => step === kind || step === `task.${task}`);
			return found ? [{ step: found.key, since: dayOf(since) }] : [];
		});
		const last = active.get(walker.person.id);
		const lastActiveOn = last ? dayOf(last) : null;
		const studies = walker.state === 'confirmed';
		const watched = { today, startsOn, lastActiveOn, steps, unchecked };
		return { journey, alerts: studies ? alertsOf(rules, watched) : [] };
	});
}
