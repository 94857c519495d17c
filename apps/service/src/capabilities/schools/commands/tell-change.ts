import type { SchoolChangeFields } from '@stazhirovka/contract/schools';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { isRepeat } from '../../../shell/repeat.ts';
import { schoolScope } from '../access.ts';
import { findChange, insertChange, isChangeId, lockSchool } from '../changes-store.ts';
import { listedIn } from '../queries.ts';

type Telling = SchoolChangeFields & { id: string; change: string };

/** Tells how a result of a listed school moved in the year (R130). */
export async function tellChange(ctx: Ctx, { id: schoolId, change: id, ...fields }: Telling): Promise<void> {
	const scope = schoolScope(ctx.actor);
	await ctx.db.transaction(async (tx) => {
		const school = (await listedIn(tx, scope, schoolId)) ?? missing('school');
		if (!(await lockSchool(tx, schoolId))) missing('school');
		const standing = await findChange(tx, { schoolId, id });
		if (standing) return isRepeat(standing, fields) ? undefined : fail('conflict', 'schools.told_otherwise');
		const by = { addedBy: ctx.actor.personId, createdAt: ctx.now() };
		if (!(await insertChange(tx, { id, schoolId, ...fields, ...by })))
			// A form that has told of another school tells nothing of this one, under whatever title.
			return (await isChangeId(tx, id))
				? fail('conflict', 'schools.told_otherwise')
				: fail('refused', 'schools.told_already');
		await record(
			tx,
			ctx,
			'school_change.told',
			{ id },
			{ ...fields, school: school.title, year: school.year }
		);
	});
}
