import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { schoolScope } from '../access.ts';
import { listedIn } from '../queries.ts';
import { deleteSchool } from '../store.ts';

/** Takes a school off the list of its year; the journal keeps that it stood there. */
export async function removeSchool(ctx: Ctx, id: string): Promise<void> {
	const scope = schoolScope(ctx.actor);
	await ctx.db.transaction(async (tx) => {
		const { title, year } = (await listedIn(tx, scope, id)) ?? missing('school');
		if (!(await deleteSchool(tx, id))) missing('school');
		await record(tx, ctx, 'low_result_school.removed', { id }, { title, year });
	});
}
