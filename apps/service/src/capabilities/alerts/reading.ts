import type { Alert, Alerts, CohortAlerts, SiteAlerts } from '@stazhirovka/contract/alerts';
import { ownSites } from '@stazhirovka/domain/accounts';
import { addDays, localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { cohortCard, enterCohort, toCohort, toPerson } from '../cohorts/index.ts';
import { runningCohorts } from './queries.ts';
import { remindedOn, rulesOf, rulesOfAll } from './store.ts';
import { watch, watchAll, type Watch } from './watching.ts';

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
export async function readAlerts({ db, actor, now }: Reading, cohortId: string): Promise<Alerts> {
	const facts = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const [{ rules, revision }, card, reminded] = await Promise.all([
		rulesOf(db, cohortId),
		cohortCard(db, cohortId),
		remindedOn(db, [cohortId], [localDay(now(), facts.timeZone)])
	]);
	const cohort = toCohort(card ?? missing('cohort'), actor);
	const told = { cohort, reminded, readerId: actor.personId };
	const watched = await watch(db, facts, rules, now());

	return {
		cohortId,
		tutors: cohort.tutors,
		...{ rules, revision },
		alerts: watched.flatMap((one) => toAlerts(one, told)),
		can: { setRules: cohort.can.lead }
	};
}

/**
 * The running cohorts of the sites that the reader runs: how many people need attention in all, and the first of the
 * cohorts in which most do. As many statements for thirty cohorts as for one.
 */
export async function readAllAlerts({ db, actor, now }: Reading): Promise<SiteAlerts> {
	const day = today(now);
	const range = { today: day, endedSince: addDays(day, -AFTER_END) };
	const cards = await runningCohorts(db, ownSites(actor.grants), range);
	if (cards.length === 0) return { cohorts: 0, people: 0, shown: [] };

	const ids = cards.map(({ id }) => id);
	const days = new Map(cards.map(({ id, timeZone }) => [id, localDay(now(), timeZone)]));
	const [rules, reminded] = await Promise.all([
		rulesOfAll(db, ids),
		remindedOn(db, ids, [...new Set(days.values())])
	]);
	const watched = await watchAll(
		db,
		cards.map((card) => ({ ...card, cohortId: card.id, rules: rules(card.id).rules })),
		now()
	);
	const found = cards.flatMap((card) => {
		const today = reminded.filter((one) => one.cohortId === card.id && one.onDay === days.get(card.id));
		const told = { cohort: toCohort(card, actor), reminded: today, readerId: actor.personId };
		return toLine(card, watched.get(card.id) ?? [], told);
	});
	return {
		cohorts: found.length,
		people: found.reduce((sum, { people }) => sum + people, 0),
		shown: found.toSorted((one, other) => other.people - one.people).slice(0, MOST_COHORTS)
	};
}

/** A cohort in which somebody needs attention: how many do, and who waits longest. */
function toLine({ id, title }: { id: string; title: string }, watched: Watch[], told: Told): CohortAlerts[] {
	const alerts = watched.flatMap((one) => toAlerts(one, told));
	const people = Map.groupBy(alerts, ({ enrolmentId }) => enrolmentId);
	const worst = [...people.values()].flatMap((own) => own.toSorted(longest).slice(0, 1));
	const first = worst.toSorted(longest).slice(0, FIRST);
	return people.size ? [{ cohortId: id, cohort: title, people: people.size, first }] : [];
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
