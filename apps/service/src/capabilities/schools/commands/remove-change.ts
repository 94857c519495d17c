import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { schoolScope } from '../access.ts';
import { deleteChange, findChange } from '../changes-store.ts';
import { listedIn } from '../queries.ts';

/** Takes back what was told of a school by mistake; the journal keeps it. */
export async function removeChange(
	ctx: Ctx,
	{ id: schoolId, change: id }: { id: string; change: string }
): Promise<void> {
	const scope = schoolScope(ctx.actor);
	await ctx.db.transaction(async (tx) => {
		const school = (await listedIn(tx, scope, schoolId)) ?? missing('school');
		const { title, before, now } = (await findChange(tx, { schoolId, id })) ?? missing('school_change');
		if (!(await deleteChange(tx, id))) missing('school_change');
		const told = { title, before, now, school: school.title, year: school.year };
		await record(tx, ctx, 'school_change.removed', { id }, told);
	});
}
