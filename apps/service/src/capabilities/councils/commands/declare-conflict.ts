import { declare } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { today } from '../../../shell/today.ts';
import { applicationFacts, councilsOf, judgedBy } from '../queries.ts';
import { reassign } from '../reassigning.ts';
import { putDeclaration } from '../reviews-store.ts';
import { stancesOf } from '../stances.ts';
import { findCouncil, lockCouncil } from '../store.ts';

type Said = { id: string; conflict: boolean; reason: string };

/**
 * Takes a member's word on a conflict of interest in an application, which comes before anything can be read of it
 * (R27). A conflict that is told later gives the slot back, and the application goes to somebody else.
 */
export async function declareConflict(ctx: Ctx, { id, conflict, reason }: Said): Promise<void> {
	const { personId } = ctx.actor;
	await ctx.db.transaction(async (tx) => {
		const sitting = await councilsOf(tx, personId, today(ctx.now));
		const ids = sitting.map((council) => council.id);
		const judging = (await judgedBy(tx, ids, id)).map(({ councilId }) => councilId).toSorted();
		for (const councilId of judging) await lockCouncil(tx, councilId);
		const application = judging.length ? (await applicationFacts(tx, [id])).get(id) : undefined;
		const stances = await stancesOf(tx, [personId], [application ?? missing('application')]);

		const { declared, computed } = stances(personId, id);
		const said = settle(declare(declared, computed, { conflict, reason }));
		if (declared?.conflict === said.conflict) return;
		await putDeclaration(tx, { ...said, applicationId: id, personId, declaredAt: ctx.now() });
		await record(tx, ctx, 'conflict.declared', { id }, { conflict: said.conflict, late: declared !== null });
		for (const councilId of said.conflict ? judging : []) {
			const council = await findCouncil(tx, councilId);
			if (council) await reassign(tx, ctx, council);
		}
	});
}
