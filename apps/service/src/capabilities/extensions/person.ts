import type { PersonDeadline, PersonDeadlines } from '@stazhirovka/contract/deadlines';
import { addDays, localDay } from '@stazhirovka/domain/calendar';
import type { PathStep } from '@stazhirovka/domain/cohorts';
import { DEADLINE_STEPS, MOST_DAYS_AFTER_END, untilWhen } from '@stazhirovka/domain/deadlines';
import type { Database, Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { feedSince } from '../consultations/index.ts';
import { enterEnrolment, journeysOf, toPerson, type EnrolmentFacts } from '../cohorts/index.ts';
import { deadlinesOf } from '../deadlines/index.ts';
import { findRoute } from '../learning-routes/index.ts';
import { extensionsOf } from './queries.ts';

/** Until when each step is to be done by an intern, for the intern, the intern's tutor and the leader. */
export async function readPersonDeadlines(
	{ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
	enrolmentId: string
): Promise<PersonDeadlines> {
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern', 'tutor', 'leader');
	const { endsOn, timeZone, as, state } = enrolment;
	const [found, [journey]] = await Promise.all([
		personDeadlines(db, enrolment, now()),
		journeysOf(db, enrolment, now(), [enrolmentId])
	]);
	const seesRoute = as.includes('intern') || as.includes('tutor');
	const gives = state === 'confirmed' && (as.includes('tutor') || as.includes('leader'));
	return {
		intern: toPerson((journey ?? missing('enrolment')).walker.person),
		today: localDay(now(), timeZone),
		endsOn,
		furthest: addDays(endsOn, MOST_DAYS_AFTER_END),
		timeZone,
		feedSince: (await feedSince(db, actor.personId))?.toISOString() ?? null,
		deadlines: found.map(({ key, ...deadline }) => ({
			...deadline,
			...(!seesRoute && key !== deadline.step && { step: key, title: null }),
			can: { extend: gives && !deadline.done && deadline.until !== null }
		}))
	};
}

/** `key` names the step by its place on the path, which says nothing of deficits. */
type StepOfPerson = Omit<PersonDeadline, 'can' | 'title'> & { key: string; title: string };

/** Each step that has a last day, or may have one, as it stands for one intern. */
export async function personDeadlines(
	db: Database | Tx,
	enrolment: EnrolmentFacts,
	now: Date
): Promise<StepOfPerson[]> {
	const { id, cohortId, endsOn } = enrolment;
	const [[journey], forAll, given, route] = await Promise.all([
		journeysOf(db, enrolment, now, [id]),
		deadlinesOf(db, cohortId),
		extensionsOf(db, id),
		findRoute(db, id)
	]);
	const steps = (journey ?? missing('enrolment')).path.modules.flatMap((module) => module.steps);

	/** Reviews have the days on which they were asked for; more time moves those, and no day of before is left. */
	function forAllOf({ kind, task, dueOn }: PathStep): string | null {
		if (kind === 'task') return route?.items.find((item) => item.task === task)?.dueOn ?? null;
		const own = forAll.find(({ step }) => step === kind)?.dueOn;
		const moved = given.some(({ step }) => step === kind);
		return own ?? (kind === 'final_work' ? endsOn : moved ? null : dueOn);
	}

	return steps.flatMap((walked) => {
		const step = stepOf(walked);
		if (step === null) return [];
		const extensions = given
			.filter((one) => one.step === step)
			.map(({ until, reason, at, by }) => ({ until, reason, at: at.toISOString(), by: toPerson(by) }));
		const done = walked.state === 'done';
		const { key, title, late } = walked;
		const forAll = forAllOf(walked);
		const until = walked.dueOn ?? untilWhen(forAll, extensions[0]?.until);
		return [{ step, key, title, forAll, until, done, late, extensions }];
	});
}

/** What an extension of the step is called; null for steps that have no last day. */
function stepOf({ kind, task }: PathStep): string | null {
	if (kind === 'task') return task === null ? null : `task.${task}`;
	return (DEADLINE_STEPS as readonly string[]).includes(kind) ? kind : null;
}
