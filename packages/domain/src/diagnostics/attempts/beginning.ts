import { ok, refuse, type Result } from '../../result.ts';
import type { Signatures } from '../card-lifecycle.ts';
import { asksToBegin, type Allowance, type AttemptRules } from './rules.ts';
import type { DiagnosisStage } from './occasions.ts';

export type Beginning = {
	stage: DiagnosisStage;
	rules: AttemptRules;
	allowance: Allowance;
	/** Attempts of this stage so far, by their numbers, with the one that is being written. */
	taken: readonly { number: number; finished: boolean }[];
	/** `null` before there is a card. */
	card: Signatures | null;
	/** The last module is open for this intern: only then there is something to compare with. */
	lastModuleOpen: boolean;
};

export type BeginRefusal = {
	code: `diagnosis.${'attempt_open' | 'no_attempts' | 'card_signed' | 'exit_closed' | 'exit_not_yet' | 'needs_no_beginning'}`;
};

/** The number of the attempt that may be begun on the screen now, or why none may. */
export function mayBegin(beginning: Beginning): Result<number, BeginRefusal> {
	const { stage, rules } = beginning;
	const next = mayTake(beginning);
	const isPlain = stage === 'entry' && next.ok && next.value === 1 && !asksToBegin(rules);
	return isPlain ? refuse({ code: 'diagnosis.needs_no_beginning' }) : next;
}

/** The same on paper, where there is nothing to press. A signed card is never built anew (R91). */
export function mayTake(beginning: Beginning): Result<number, BeginRefusal> {
	const { stage, rules, allowance, taken, card, lastModuleOpen } = beginning;
	if (stage === 'exit' && !rules.exit) return refuse({ code: 'diagnosis.exit_closed' });
	if (stage === 'exit' && !lastModuleOpen) return refuse({ code: 'diagnosis.exit_not_yet' });
	if (taken.some(({ finished }) => !finished)) return refuse({ code: 'diagnosis.attempt_open' });

	const number = Math.max(0, ...taken.map((attempt) => attempt.number)) + 1;
	if (number > rules.attempts + allowance.attempts) return refuse({ code: 'diagnosis.no_attempts' });
	if (stage === 'entry' && (card?.internSignedAt || card?.tutorSignedAt))
		return refuse({ code: 'diagnosis.card_signed' });
	return ok(number);
}
