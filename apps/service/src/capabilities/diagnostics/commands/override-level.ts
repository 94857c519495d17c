import { decideCard, withOverrides, type Override } from '@stazhirovka/domain/diagnostics';
import type { DeficitLevel } from '@stazhirovka/domain/programmes';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import * as store from '../store.ts';
import { recordCleared } from './record-cleared.ts';

export type LevelDecision = {
	id: string;
	revision: number;
	deficit: string;
	/** `null` takes the decision back: what the rules gave holds again. */
	level: DeficitLevel | null;
	reason: string;
};

/** The tutor's decision on one row. Signatures that were given stand under other words, so they are cleared. */
export async function overrideLevel(
	ctx: Ctx,
	{ level, deficit, reason, ...input }: LevelDecision
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { id, cohortId, as } = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		allow(as.includes('tutor'));
		const card = await store.lockCard(tx, id, input.revision);

		const overrides = decided(card, deficit, level && { deficit, level, reason });
		const action = { type: 'override', reason: level && reason } as const;
		const { cleared, internSignedAt, tutorSignedAt } = settle(decideCard(card, action, ctx.now()));

		if (isDeepStrictEqual(overrides, card.overrides)) return;
		const change = { overrides, internSignedAt, tutorSignedAt, tutorSignedBy: null };
		await store.changeCard(tx, card, { ...change, revision: card.revision + 1 });
		await record(tx, ctx, 'deficit_card.overridden', { id: card.id, cohortId }, { deficit, level, reason });
		await recordCleared(tx, ctx, { id: card.id, cohortId }, cleared);
	});
}

/** The tutor's decisions with this one; a decision on a row that is not there, or without a reason, is a fault. */
function decided({ rows, overrides }: store.CardRow, deficit: string, decision: Override | null): Override[] {
	if (!rows.some((row) => row.deficit === deficit)) faulty('deficit_card.unknown_deficit', { deficit });

	const others = overrides.filter((override) => override.deficit !== deficit);
	const next = decision ? [...others, decision] : others;
	const checked = withOverrides(rows, next);
	return checked.ok ? next : faulty(checked.refusal.code, checked.refusal.details);
}
