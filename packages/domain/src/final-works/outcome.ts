import { isReason, LEAST_REASON } from '../journal/index.ts';
import type { PeerRules } from '../programmes/rules.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { PeerResult } from './peer-result.ts';
import type { FinalWorkState } from './states.ts';

/** The tutor's decision on a work; `round` 2 is the one after the revision. */
export type Decision = { passed: boolean; reason: string };
export type Round = 1 | 2;

export type Outcome = 'passed' | 'revision' | 'failed' | 'undecided';

export type DecisionRefusal = {
	code: `final_work.${'not_now' | 'no_decision_needed' | 'reviews_open' | 'reason_missing'}`;
	details?: { least: number };
};

/** Whether the rules ask for the tutor: the reviewers differ, the result is below the threshold, or reviews are missing. */
export function needsDecision(peer: PeerResult): boolean {
	return peer.needsModeration || !peer.enoughReviews;
}

/** What holds (R117): the tutor's decision where the rules ask for one, else the reviews; one revision below the threshold. */
export function outcome(
	rules: PeerRules,
	peer: PeerResult,
	decision: Decision | null,
	round: Round
): Outcome {
	const passed = decision?.passed ?? (round === 1 && !needsDecision(peer) ? peer.passed : null);

	if (passed === null) return 'undecided';
	if (passed) return 'passed';
	return round === 1 && rules.revisionDays !== null ? 'revision' : 'failed';
}

/** Whether the tutor may decide this work now; a decision needs a reason. */
export function checkDecision(
	work: { state: FinalWorkState; reviewsClosed: boolean; peer: PeerResult },
	decision: Decision
): Result<Round, DecisionRefusal> {
	const round = ({ in_review: 1, revised: 2 } as const)[work.state as 'in_review' | 'revised'];

	if (!round) return refuse({ code: 'final_work.not_now' });
	if (round === 1 && !work.reviewsClosed) return refuse({ code: 'final_work.reviews_open' });
	if (round === 1 && !needsDecision(work.peer)) return refuse({ code: 'final_work.no_decision_needed' });
	if (!isReason(decision.reason)) {
		return refuse({ code: 'final_work.reason_missing', details: { least: LEAST_REASON } });
	}

	return ok(round);
}
