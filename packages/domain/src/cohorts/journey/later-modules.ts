import { openingRefusal } from '../../final-works/index.ts';
import { areAllSent, isSent } from '../../tasks/index.ts';
import type { JourneyFacts, TaskOfPath } from './facts.ts';
import type { Outline, OutlineStep } from './outline.ts';
import { after, done, due, locked, open, waiting, type StepState } from './step-state.ts';

type Before = (kind: OutlineStep['kind']) => OutlineStep | undefined;

/** The tasks in the route's order and the effectiveness card (R100, R107). */
export function secondModule(
	step: OutlineStep,
	facts: JourneyFacts,
	outline: Outline,
	before: Before
): StepState | null {
	if (step.kind === 'effectiveness_card') {
		if (facts.effectiveness.postedOn) return done(facts.effectiveness.postedOn);
		if (facts.route.state !== 'agreed') return after(before('learning_route'));
		return facts.effectiveness.mayPost ? open() : after(firstUnsent(facts, outline));
	}
	if (step.kind !== 'task') return null;

	const place = Number(step.key.split('.')[1]) - 1;
	const task = facts.tasks[place];
	if (facts.route.state !== 'agreed' || !task) return after(before('learning_route'));

	return { ...taskState(task, titleOf(outline, facts.tasks[place - 1])), dueOn: task.dueOn, late: task.late };
}

/** The final work, the reviews, the result, the survey and the certificate (R111–R120). */
export function thirdModule(
	step: OutlineStep,
	facts: JourneyFacts,
	outline: Outline,
	before: Before
): StepState | null {
	switch (step.kind) {
		case 'final_work':
			return finalWork(facts, outline, before);
		case 'reviews':
			return reviews(facts, before);
		case 'result':
			return result(facts, before);
		case 'survey':
			if (facts.surveyAnswered) return done(null);
			return facts.announcedOn ? open() : after(before('result'));
		case 'certificate':
			if (facts.certificateOn) return done(facts.certificateOn);
			if (facts.work?.state === 'failed') return locked('result_failed');
			return facts.complete ? waiting('waits_for_leader') : locked('rules_open');
		default:
			return null;
	}
}

function taskState(task: TaskOfPath, previous: { title: string } | undefined): StepState {
	switch (task.state) {
		case 'locked':
			return after(previous);
		case 'open':
			return open();
		case 'returned':
			return open('returned');
		case 'sent':
			return waiting('waits_for_tutor');
		case 'accepted':
			return done(task.acceptedOn);
	}
}

function finalWork(facts: JourneyFacts, outline: Outline, before: Before): StepState {
	const { work } = facts;

	if (work?.state === 'revision') return due(open('revision'), work.revisionUntil, facts.today);
	if (work?.state === 'revised') return waiting('waits_for_tutor');
	if (work) return done(work.publishedOn);
	if (facts.announcedOn) return locked('results_announced');
	const until = facts.deadlines.final_work ?? facts.endsOn;
	if (facts.route.state !== 'agreed') return due(after(before('learning_route')), until, facts.today);

	return due(opening(facts, outline, before), until, facts.today);
}

function opening(facts: JourneyFacts, outline: Outline, before: Before): StepState {
	const unsent = firstUnsent(facts, outline);
	const barred = openingRefusal({
		tasksSent: areAllSent(facts.tasks),
		effectivenessCardPosted: facts.effectiveness.postedOn !== null
	});

	return barred ? after(unsent ?? before('effectiveness_card')) : open();
}

function reviews({ work, reviews: asked, announcedOn, today }: JourneyFacts, before: Before): StepState {
	if (asked && asked.given >= asked.toGive) return done(asked.lastSentOn);
	if (announcedOn) return locked('results_announced');
	if (asked) return due(open(), asked.dueOn, today);
	return work ? waiting('waits_for_allocation') : after(before('final_work'));
}

function result({ work }: JourneyFacts, before: Before): StepState {
	if (!work) return after(before('final_work'));
	if (work.state === 'passed' || work.state === 'failed') return done(work.decidedOn);
	if (work.state === 'revision') return waiting('waits_for_revision');
	return waiting(work.state === 'revised' ? 'waits_for_tutor' : 'waits_for_results');
}

function firstUnsent({ tasks }: JourneyFacts, outline: Outline): { title: string } | undefined {
	return titleOf(
		outline,
		tasks.find((task) => !isSent(task))
	);
}

function titleOf(outline: Outline, task: TaskOfPath | undefined): { title: string } | undefined {
	return task && { title: outline.tasks[task.task]?.title ?? task.task };
}
