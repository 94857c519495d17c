import type { RegulationProfile } from '../regulations/index.ts';
import { isStopped, stepDue, type Judged } from './application.ts';

/** What comes next on the way of an application, as those who keep the register see it. */
export const NEXT_STEPS = [
	/** The applicant writes or mends it. */
	'applicant',
	'completeness',
	/** There is no council that could judge it. */
	'compose',
	'begin',
	'assign',
	'release',
	'reviews',
	'finish',
	/** A negative expertise: it is given back or declined. */
	'stopped',
	'agenda',
	'meeting',
	'proposal',
	'act',
	'granted',
	'over'
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export type Progress = {
	councils: number;
	/** The expertise that is open: slots that are wanted, given out, released, and reviews that are in. */
	round: { wanted: number; assigned: number; released: number; submitted: number } | null;
	/** Whether it stands on the agenda of a meeting that is not over. */
	onAgenda: boolean;
};

/** The one step that is to be done now; every state of every profile has one. */
export function nextStep(profile: RegulationProfile, standing: Judged, progress: Progress): NextStep {
	const { state } = standing;
	if (state === 'draft' || state === 'returned') return 'applicant';
	if (state === 'granted') return 'granted';
	if (state === 'declined' || state === 'withdrawn') return 'over';
	if (state === 'in_review') return stepOfRound(progress.round);
	if (isStopped(profile, standing)) return 'stopped';

	const due = stepDue(profile, state) ?? 'act';
	if (due === 'completeness' || due === 'proposal' || due === 'act') return due;
	if (progress.councils === 0) return 'compose';
	if (due === 'expertise') return 'begin';
	return progress.onAgenda ? 'meeting' : 'agenda';
}

function stepOfRound(round: Progress['round']): NextStep {
	if (!round || round.assigned < round.wanted) return 'assign';
	if (round.released < round.assigned) return 'release';
	return round.submitted < round.assigned ? 'reviews' : 'finish';
}
