import type { JourneyFacts } from '@stazhirovka/domain/cohorts';
import { untilWhen, type DeadlineStep } from '@stazhirovka/domain/deadlines';
import { isFrozen } from '@stazhirovka/domain/diagnostics';
import { areReviewsDone, seenState } from '@stazhirovka/domain/final-works';
import type { CompletionCondition, ProgrammeRules } from '@stazhirovka/domain/programmes';
import { localDay } from '@stazhirovka/domain/calendar';
import { effectivenessBlock, progressOf } from '@stazhirovka/domain/tasks';
import type * as queries from './journey-queries.ts';

type Rows<F extends (...given: never[]) => PromiseLike<unknown[]>> = Awaited<ReturnType<F>>;

/** What is told of one intern beside the row of the enrolment. */
export type Told = {
	forms: Rows<typeof queries.handedInForms>;
	items: Rows<typeof queries.routeItems>;
	sent: Rows<typeof queries.sentTasks>;
	asked: Rows<typeof queries.reviewsToGive>[number] | null;
	received: number;
	deadlines: Rows<typeof queries.deadlines>;
	extended: Rows<typeof queries.extended>;
};
type Walker = queries.WalkerRow;
type Moment = { now: Date; timeZone: string };

/** A deadline is the first moment after it, so its day is that of the moment before. */
function lastDay(end: Date, timeZone: string): string {
	return localDay(new Date(end.getTime() - 1), timeZone);
}

/** The facts that the domain derives a path from: moments become days in the site's zone. */
export function factsOf(
	walker: Walker,
	told: Told,
	asksForTryout: ReadonlySet<string>,
	{ now, timeZone, complete }: Moment & { complete: boolean }
): JourneyFacts {
	const dayOf = (at: Date | null) => at && localDay(at, timeZone);
	const tasks = tasksOf(walker, told, { now, timeZone });
	const tried = tasks.map(({ task, state }) => ({ state, tryoutRequired: asksForTryout.has(task) }));

	return {
		today: localDay(now, timeZone),
		enrolment: walker.state,
		endsOn: walker.endsOn,
		deadlines: deadlinesOf(walker, told),
		attendedOn: walker.attendedOn,
		forms: Object.fromEntries(told.forms.map(({ key, at }) => [key, dayOf(at)])),
		diagnosedOn: dayOf(walker.cardAt),
		card: { internSignedOn: dayOf(walker.internSignedAt), tutorSignedOn: dayOf(walker.tutorSignedAt) },
		route: { state: walker.routeState, agreedOn: dayOf(walker.agreedAt) },
		tasks,
		effectiveness: {
			postedOn: dayOf(walker.postedAt),
			mayPost: effectivenessBlock({ agreed: walker.routeState === 'agreed' }, tried) === null
		},
		work: workOf(walker, { now, timeZone }),
		reviews: told.asked && {
			toGive: told.asked.toGive,
			given: told.asked.given,
			lastSentOn: dayOf(told.asked.lastSentAt),
			dueOn: lastDay(told.asked.dueAt, timeZone)
		},
		announcedOn: dayOf(walker.announcedAt),
		surveyAnswered: walker.surveyAnswered,
		complete,
		certificateOn: walker.certificateOn
	};
}

/** Until when each step is to be done by this intern; the final work until the end of the cohort unless told otherwise. */
function deadlinesOf({ endsOn }: Walker, { deadlines, extended }: Told): JourneyFacts['deadlines'] {
	const forAll = new Map([['final_work', endsOn], ...deadlines.map(({ step, dueOn }) => [step, dueOn])] as [
		DeadlineStep,
		string
	][]);
	const given = (step: string) => extended.find((one) => one.step === step)?.until ?? null;
	return Object.fromEntries([...forAll].map(([step, dueOn]) => [step, untilWhen(dueOn, given(step))]));
}

/** What the completion rules ask about. */
export function conditionsOf(
	walker: Walker,
	{ items, sent, asked, received }: Told,
	{ peer }: Pick<ProgrammeRules, 'peer'>
): Record<CompletionCondition, boolean> {
	const accepted = new Set(sent.filter(({ state }) => state === 'accepted').map(({ task }) => task));
	const agreed = walker.routeState === 'agreed';

	return {
		deficit_card_signed: isFrozen(walker),
		learning_route_agreed: agreed,
		tasks_accepted: agreed && items.length > 0 && items.every(({ task }) => accepted.has(task)),
		effectiveness_card_posted: walker.postedAt !== null,
		final_work_published: walker.workState !== null,
		reviews_done: areReviewsDone(peer, { given: asked?.given ?? 0, received }),
		result_passed: walker.workState === 'passed',
		survey_answered: walker.surveyAnswered,
		register_data_checked: walker.registerDataCheckedAt !== null
	};
}

/** A revision that did not come in time was decided by the end of its time. */
function workOf(walker: Walker, { now, timeZone }: Moment): JourneyFacts['work'] {
	const { workState, publishedAt, decidedAt } = walker;
	if (!workState) return null;
	const state = seenState({ state: workState, revisionUntil: walker.revisionUntil }, now);
	const revisionUntil = walker.revisionUntil && lastDay(walker.revisionUntil, timeZone);
	const decidedOn = decidedAt && localDay(decidedAt, timeZone);

	return {
		state,
		publishedOn: localDay(publishedAt ?? now, timeZone),
		revisionUntil,
		decidedOn: state === workState ? decidedOn : revisionUntil
	};
}

function tasksOf(walker: Walker, { items, sent }: Told, moment: Moment): JourneyFacts['tasks'] {
	const acceptedOn = (submission: Told['sent'][number] | null) =>
		submission?.state === 'accepted' && submission.decidedAt
			? localDay(submission.decidedAt, moment.timeZone)
			: null;

	return progressOf({ agreed: walker.routeState === 'agreed', items }, sent, moment).map(
		({ task, dueOn, state, late, sent }) => ({ task, dueOn, state, late, acceptedOn: acceptedOn(sent) })
	);
}
