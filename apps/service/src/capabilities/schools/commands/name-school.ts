import type { LowResultSchoolFields } from '@stazhirovka/contract/schools';
import { linkFaults } from '@stazhirovka/domain/passports';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { isRepeat } from '../../../shell/repeat.ts';
import { schoolScope } from '../access.ts';
import { listedIn, organisationIn } from '../queries.ts';
import { insertSchool } from '../store.ts';

type Naming = LowResultSchoolFields & { id: string };

/** Names a school with low results of a year, by the paper that does (R130). */
export async function nameSchool(ctx: Ctx, { id, ...fields }: Naming): Promise<void> {
	const scope = schoolScope(ctx.actor);
	await ctx.db.transaction(async (tx) => {
		const faults = linkFaults(fields.link);
		if (faults.length) faulty('schools.faulty', { faults });
		const standing = await listedIn(tx, scope, id);
		// Under a key that names another school or paper nothing is kept in silence.
		if (standing) return isRepeat(standing, fields) ? undefined : fail('conflict', 'schools.named_otherwise');
		const school = (await organisationIn(tx, scope, fields.organisationId)) ?? missing('organisation');
		const by = { addedBy: ctx.actor.personId, createdAt: ctx.now() };
		if (!(await insertSchool(tx, { id, regionId: school.regionId, ...fields, ...by })))
			fail('refused', 'schools.listed_already');
		await record(tx, ctx, 'low_result_school.named', { id }, { ...fields, title: school.title });
	});
}
