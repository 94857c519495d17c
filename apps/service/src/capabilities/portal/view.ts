import type { NextCohort, ProgrammeCard, PublicProgramme } from '@stazhirovka/contract/portal';
import { decideEnrolment, freeSeats, mayApply, overlapping, placeBehind } from '@stazhirovka/domain/cohorts';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { statusOn, type StatusPeriod } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { NextCohortRow, OwnEnrolment, PublishedRow } from './queries.ts';

/** With the days on which its site has the status. */
export type PlannedCohort = NextCohortRow & { periods: readonly StatusPeriod[] };

/** `open` is the rule by which an application is taken, so the page never offers what would be refused. */
function toNextCohort(row: PlannedCohort, now: Date): NextCohort {
	const { programmeId: _, enrolmentOpen, taken, waiting, periods, ...cohort } = row;
	const today = localDay(now, cohort.timeZone);
	const door = { ...cohort, enrolmentOpen, siteStatus: statusOn(periods, today) };
	const seatsLeft = freeSeats({ capacity: cohort.capacity, taken, held: 0 });
	return {
		...cohort,
		seatsLeft,
		waitingPlace: placeBehind(waiting, seatsLeft),
		open: mayApply(door, today).ok
	};
}

export function toProgrammeCard(row: PublishedRow, cohorts: PlannedCohort[], now: Date): ProgrammeCard {
	const { programmeId, versionId: _, ...card } = row;
	const own = cohorts.filter((cohort) => cohort.programmeId === programmeId);
	return { ...card, cohorts: own.map((cohort) => toNextCohort(cohort, now)) };
}

/** What the planned results are called in the model of the СПб АППО (R42); an author's own key names itself. */
const RESULTS: Record<string, string> = {
	understanding: 'Понимание',
	skill: 'Умение',
	mastery: 'Владение',
	adoption: 'Освоение'
};

/** Only what anybody may read: no item, key, task or rule of the programme. */
export function toPublicProgramme(
	card: ProgrammeCard,
	document: ProgrammeDocument,
	{ own, full }: { own: OwnEnrolment[]; full: ReadonlySet<string> }
): PublicProgramme {
	return {
		...card,
		cohorts: card.cohorts.map((cohort) => ({
			...cohort,
			mine: standing(own, cohort.id),
			schoolFull: full.has(cohort.id),
			meanwhile: meanwhile(own, cohort)
		})),
		goal: document.goal,
		relevance: document.relevance ?? null,
		results: resultsOf(document),
		deficits: document.deficits.map(({ title, deficit, target }) => ({ title, deficit, target })),
		modules: document.modules.map(({ n, title, hours, mode, result, activities }) => ({
			n,
			title,
			hours,
			mode,
			result: result ?? null,
			activities: activities.map(({ title, minutes }) => ({ title, minutes }))
		})),
		completion: document.completion_rules.map(({ text }) => text),
		documentReason: document.document.reason ?? null,
		academicHourMinutes: document.academic_hour_minutes
	};
}

/** Who has withdrawn may apply once more, so that enrolment does not stand in the way. */
function standing(own: OwnEnrolment[], cohortId: string): OwnEnrolment['state'] | null {
	const state = own.find((enrolment) => enrolment.cohortId === cohortId)?.state;
	if (state === undefined) return null;

	const again = decideEnrolment(state, 'apply');
	return again.ok && again.value !== state ? null : state;
}

/** Cohorts that the reader is in, on days of this one. */
function meanwhile(own: OwnEnrolment[], { id, startsOn, endsOn }: NextCohort) {
	const studied = own.filter(({ cohortId, state }) => cohortId !== id && state === 'confirmed');
	return overlapping({ startsOn, endsOn }, studied).map((other) => ({
		programme: other.programme,
		title: other.title,
		startsOn: other.startsOn,
		endsOn: other.endsOn
	}));
}

/** In the model's order, which the database does not keep; then what the author has added. */
function resultsOf({ planned_results: results = {} }: ProgrammeDocument): PublicProgramme['results'] {
	const keys = new Set([...Object.keys(RESULTS), ...Object.keys(results)]);
	return [...keys].flatMap((key) => {
		const items = results[key];
		return items ? [{ title: RESULTS[key] ?? key, items }] : [];
	});
}
