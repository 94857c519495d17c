import { ok, refuse, type Result } from '../result.ts';
import type { Outcome } from './outcome.ts';
import type { FinalWorkState } from './states.ts';

/** Before publication nothing is stored but the draft of the form. */
export type FinalWorkStage = 'draft' | FinalWorkState;

export type WorkFacts = {
	state: FinalWorkStage;
	/** All tasks of the route were sent. */
	tasksSent: boolean;
	/** The work was tried in practice and says so (R111). */
	tryoutMarked: boolean;
	/** Results were announced: a work that was not among them is too late for the reviews. */
	announced: boolean;
	revisionUntil: Date | null;
};

export type WorkAction =
	/** Puts the work, or its revision, on the forum. */
	| { type: 'publish' }
	/** The allocator gave the work to reviewers. */
	| { type: 'open_review' }
	| { type: 'announce'; outcome: Outcome }
	/** The tutor's decision after the revision. */
	| { type: 'decide'; outcome: Outcome }
	/** The time for the revision is over and nothing came. */
	| { type: 'lapse' };

export type WorkRefusal = {
	code: `final_work.${
		| 'not_now'
		| 'tasks_not_sent'
		| 'tryout_missing'
		| 'too_late'
		| 'revision_too_late'
		| 'revision_still_open'
		| 'awaits_decision'}`;
};

type Next = FinalWorkState | 'by_outcome';

/** The whole lifecycle. An absent cell is a refused action; there is no other way to move a work. */
const NEXT: Record<FinalWorkStage, Partial<Record<WorkAction['type'], Next>>> = {
	draft: { publish: 'published' },
	published: { open_review: 'in_review' },
	in_review: { announce: 'by_outcome' },
	revision: { publish: 'revised', lapse: 'failed' },
	revised: { decide: 'by_outcome' },
	passed: {},
	failed: {}
};

/** Moves a final work (R111, R114, R115, R117). */
export function decideWork(
	work: WorkFacts,
	action: WorkAction,
	now: Date
): Result<FinalWorkState, WorkRefusal> {
	const next = NEXT[work.state][action.type];
	if (!next) return refuse({ code: 'final_work.not_now' });

	const code = faultOf(work, action, now);
	if (code) return refuse({ code: `final_work.${code}` });
	if (next !== 'by_outcome') return ok(next);

	const outcome = 'outcome' in action ? action.outcome : 'undecided';
	return outcome === 'undecided' ? refuse({ code: 'final_work.awaits_decision' }) : ok(outcome);
}

/** The state as people see it: a revision that did not come in time has failed, and nobody needs to write that down. */
export function seenState(
	work: { state: FinalWorkState; revisionUntil: Date | null },
	now: Date
): FinalWorkState {
	const facts = { ...work, announced: true, tasksSent: true, tryoutMarked: true };
	const lapsed = decideWork(facts, { type: 'lapse' }, now);
	return lapsed.ok ? lapsed.value : work.state;
}

function faultOf(work: WorkFacts, action: WorkAction, now: Date) {
	const isOver = work.revisionUntil !== null && now >= work.revisionUntil;

	if (action.type === 'lapse') return isOver ? null : 'revision_still_open';
	if (action.type !== 'publish') return null;
	if (work.state === 'revision' && isOver) return 'revision_too_late';
	if (work.state === 'draft' && work.announced) return 'too_late';
	if (work.state === 'draft' && !work.tasksSent) return 'tasks_not_sent';
	return work.tryoutMarked ? null : 'tryout_missing';
}
