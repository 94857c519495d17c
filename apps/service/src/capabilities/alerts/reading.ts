import type { Alert, Alerts, CohortAlerts } from '@stazhirovka/contract/alerts';
import { addDays, localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { cohortCard, enterCohort, toCohort, toPerson } from '../cohorts/index.ts';
import { runningCohorts } from './queries.ts';
import { remindedOn, rulesOf } from './store.ts';
import { watch, type Watch } from './watching.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Told = {
	cohort: ReturnType<typeof toCohort>;
	reminded: Awaited<ReturnType<typeof remindedOn>>;
	readerId: string;
};

/** Days after the end of a cohort in which its people are still shown to the site's leader. */
const AFTER_END = 30;
const MOST_COHORTS = 12;
const FIRST = 3;

/** Who of a cohort needs attention and why, for those who run or lead it. */
export async function readAlerts(ctx: Reading, cohortId: string): Promise<Alerts> {
	const { alerts } = await alertsIn(ctx, cohortId);
	return alerts;
}

async function alertsIn({ db, actor, now }: Reading, cohortId: string) {
	const facts = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const [{ rules, revision }, card, reminded] = await Promise.all([
		rulesOf(db, cohortId),
		cohortCard(db, cohortId),
		remindedOn(db, cohortId, localDay(now(), facts.timeZone))
	]);
	const cohort = toCohort(card ?? missing('cohort'), actor);
	const told = { cohort, reminded, readerId: actor.personId };
	const watched = await watch(db, facts, rules, now());

	const alerts: Alerts = {
		cohortId,
		tutors: cohort.tutors,
		...{ rules, revision },
		alerts: watched.flatMap((one) => toAlerts(one, told)),
		can: { setRules: cohort.can.lead }
	};
	return { title: cohort.title, alerts };
}

/** The running cohorts of the sites that the reader leads: how many people need attention, and the first of them. */
export async function readAllAlerts(ctx: Reading): Promise<CohortAlerts[]> {
	const { db, actor, now } = ctx;
	const siteIds = actor.grants.flatMap(({ role, scope }) =>
		role === 'leader' && scope.kind === 'site' && scope.id ? [scope.id] : []
	);
	const day = today(now);
	const range = { today: day, endedSince: addDays(day, -AFTER_END), most: MOST_COHORTS };
	const running = await runningCohorts(db, siteIds, range);
	const found = [];
	for (const { id } of running) {
		const { title, alerts } = await alertsIn(ctx, id);
		const people = Map.groupBy(alerts.alerts, ({ enrolmentId }) => enrolmentId);
		const worst = [...people.values()].flatMap((own) => own.toSorted(longest).slice(0, 1));
		if (people.size)
			found.push({
				...{ cohortId: id, cohort: title, people: people.size },
				first: worst.toSorted(longest).slice(0, FIRST)
			});
	}
	return found;
}

function longest(one: Alert, other: Alert): number {
	return other.days - one.days;
}

function toAlerts({ journey, alerts }: Watch, { cohort, reminded, readerId }: Told): Alert[] {
	const { walker, path } = journey;
	const { enrolmentId, tutorId } = walker;
	const steps = path.modules.flatMap((module) => module.steps);
	const mine = cohort.can.lead || tutorId === readerId;

	return alerts.map(({ kind, step: key, ...alert }) => {
		const step = steps.find((one) => one.key === key);
		const before = reminded.find((one) => one.enrolmentId === enrolmentId && one.kind === kind);
		const toTutor = kind === 'unchecked';
		return {
			enrolmentId,
			person: toPerson(walker.person),
			tutor: cohort.tutors.find(({ id }) => id === tutorId) ?? null,
			kind,
			step: step ? { key: step.key, title: step.kind === 'task' ? null : step.title } : null,
			...alert,
			reminded: before ? { at: before.at.toISOString(), by: toPerson(before.by) } : null,
			can: {
				remind: mine && !before && (!toTutor || (tutorId !== null && tutorId !== readerId)),
				extend: mine && (kind === 'deadline' || kind === 'review'),
				changeTutor: cohort.can.lead && toTutor && cohort.tutors.length > 1,
				giveReviewsOn: kind === 'review' && cohort.can.allocate
			}
		};
	});
}
