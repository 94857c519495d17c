import type { DeadlineStep } from '../../deadlines/steps.ts';
import type { FinalWorkState } from '../../final-works/index.ts';
import type { LearningRouteState } from '../../learning-routes/index.ts';
import type { TaskState } from '../../tasks/index.ts';
import type { EnrolmentState } from '../states.ts';

/** Days are `YYYY-MM-DD` in the site's zone; `null` is «not yet». */
type Day = string | null;

export type TaskOfPath = {
	task: string;
	dueOn: string;
	state: TaskState;
	/** Sent after the due date, or not sent and past it. */
	late: boolean;
	acceptedOn: Day;
};

/** All that an intern's path is derived from. Nothing of it is a deficit or an answer. */
export type JourneyFacts = {
	today: string;
	enrolment: EnrolmentState;
	endsOn: string;
	/** Until when this intern has time for a step, where a day was set; tasks and reviews have theirs. */
	deadlines: Readonly<Partial<Record<DeadlineStep, string>>>;
	attendedOn: Day;
	/** The day that each card was handed in, by the form's key. */
	forms: Readonly<Record<string, Day>>;
	diagnosedOn: Day;
	card: { internSignedOn: Day; tutorSignedOn: Day };
	route: { state: LearningRouteState | null; agreedOn: Day };
	/** In the order of the route. */
	tasks: readonly TaskOfPath[];
	effectiveness: { postedOn: Day; mayPost: boolean };
	work: { state: FinalWorkState; publishedOn: string; revisionUntil: Day; decidedOn: Day } | null;
	/** `null`: works were not distributed yet. */
	reviews: { toGive: number; given: number; lastSentOn: Day; dueOn: Day } | null;
	announcedOn: Day;
	/** The bare fact: the day of an anonymous answer is not kept. */
	surveyAnswered: boolean;
	complete: boolean;
	certificateOn: Day;
};
