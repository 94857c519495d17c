import { criteriaFaults } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCouncil } from '../access.ts';
import { changeTerms, type TermsRow } from '../store.ts';

type Terms = TermsRow & { id: string; revision: number };

/** Changes how a council judges and decides. Expertises that have begun keep the terms that they began with. */
export async function changeCouncilTerms(ctx: Ctx, { id, revision, ...terms }: Terms): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterCouncil(tx, ctx, id);
		const faults = criteriaFaults(terms.criteria, terms.threshold);
		if (faults.length) faulty('council.faulty', { faults });
		if (!(await changeTerms(tx, { id, revision }, terms))) conflict('council');
		await record(tx, ctx, 'council.terms_changed', { id }, terms);
	});
}
