import { isReason, LEAST_REASON } from '../journal/index.ts';
import { ok, refuse, type Result } from '../result.ts';

export type Signatory = 'intern' | 'tutor';

/** Who has signed and when. The state of the card follows from it and is never stored beside it. */
export type Signatures = { internSignedAt: Date | null; tutorSignedAt: Date | null };

export type CardAction =
	| { type: 'sign'; by: Signatory }
	/** The tutor's decision on a row; taking a decision back needs no reason. */
	| { type: 'override'; reason: string | null }
	/** The intern's words on what confirms a row. */
	| { type: 'evidence' };

export type CardRefusal = {
	code: `deficit_card.${'frozen' | 'already_signed' | 'reason_missing'}`;
	details?: { least: number };
};

/** The next signatures, and those that were cleared by a change: whoever signed must see the new card and sign again. */
export type CardDecision = Signatures & { cleared: Signatory[]; frozen: boolean };

/** Signed by both, the card never changes (R91). */
export function isFrozen(card: Signatures): boolean {
	return card.internSignedAt !== null && card.tutorSignedAt !== null;
}

/** The whole lifecycle of the deficit card. */
export function decideCard(
	card: Signatures,
	action: CardAction,
	now: Date
): Result<CardDecision, CardRefusal> {
	if (isFrozen(card)) return refuse({ code: 'deficit_card.frozen' });

	switch (action.type) {
		case 'sign':
			return sign(card, action.by, now);
		case 'override':
			if (action.reason !== null && !isReason(action.reason)) {
				return refuse({ code: 'deficit_card.reason_missing', details: { least: LEAST_REASON } });
			}
			return ok(changed(card));
		case 'evidence':
			return ok(changed(card));
	}
}

function sign(card: Signatures, by: Signatory, now: Date): Result<CardDecision, CardRefusal> {
	const field = by === 'intern' ? 'internSignedAt' : 'tutorSignedAt';
	if (card[field]) return refuse({ code: 'deficit_card.already_signed' });

	const signed = { ...card, [field]: now };
	return ok({ ...signed, cleared: [], frozen: isFrozen(signed) });
}

/** A signature stands under the words that were signed: changed words clear every signature given so far. */
function changed(card: Signatures): CardDecision {
	const cleared: Signatory[] = [];
	if (card.internSignedAt) cleared.push('intern');
	if (card.tutorSignedAt) cleared.push('tutor');

	return { internSignedAt: null, tutorSignedAt: null, cleared, frozen: false };
}
