import { decideCard } from '@stazhirovka/domain/diagnostics';
import { privacyWarnings } from '@stazhirovka/domain/forms';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import * as store from '../store.ts';
import { recordCleared } from './record-cleared.ts';

export type Evidence = {
	id: string;
	revision: number;
	evidence: Record<string, string>;
	confirmedPrivacy: boolean;
};

/** The intern's words on what confirms a row: rows that are not named keep theirs, empty words take them away. */
export async function addEvidence(ctx: Ctx, input: Evidence): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { id, cohortId, as } = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		allow(as.includes('intern'));
		const card = await store.lockCard(tx, id, input.revision);

		const decision = settle(decideCard(card, { type: 'evidence' }, ctx.now()));
		const unknown = Object.keys(input.evidence).find(
			(key) => !card.rows.some(({ deficit }) => deficit === key)
		);
		if (unknown !== undefined) faulty('deficit_card.unknown_deficit', { deficit: unknown });
		if (!input.confirmedPrivacy) guardPupils(input.evidence);

		const evidence = withoutEmpty({ ...card.evidence, ...input.evidence });
		if (isDeepStrictEqual(evidence, card.evidence)) return;
		const { internSignedAt, tutorSignedAt } = decision;
		const change = { evidence, internSignedAt, tutorSignedAt, tutorSignedBy: null };
		await store.changeCard(tx, card, { ...change, revision: card.revision + 1 });
		await record(tx, ctx, 'deficit_card.evidence_given', { id: card.id, cohortId });
		await recordCleared(tx, ctx, { id: card.id, cohortId }, decision.cleared);
	});
}

/** Stops at what looks like a pupil's name or diagnosis until the intern has looked and confirmed (R166). */
function guardPupils(evidence: Record<string, string>): void {
	const warnings = Object.entries(evidence).flatMap(([deficit, text]) =>
		privacyWarnings(text).map((warning) => ({ path: deficit, ...warning }))
	);
	if (warnings.length) faulty('form.privacy', { warnings });
}

function withoutEmpty(evidence: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(evidence).filter(([, text]) => text !== ''));
}
