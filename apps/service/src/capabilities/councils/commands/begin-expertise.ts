import { membersOn } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { lockedApplication, moveTo } from '../../sites/index.ts';
import { enterCouncil } from '../access.ts';
import { today } from '../../../shell/today.ts';
import { askDeclarations } from '../letters.ts';
import { insertExpertises, membersOf } from '../store.ts';

/** Begins the expertise of complete applications, where their regulation prescribes one (R5); all of them or none. */
export async function beginExpertise(
	ctx: Ctx,
	{ id, applicationIds }: { id: string; applicationIds: string[] }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const council = await enterCouncil(tx, ctx, id);
		if (council.criteria.length === 0) fail('refused', 'council.criteria_missing');
		const ids = [...new Set(applicationIds)].toSorted();

		for (const applicationId of ids) {
			const application = await lockedApplication(tx, applicationId);
			const { regionId, rules } = application;
			const isOurs = regionId === council.regionId && rules.regulationId === council.regulationId;
			if (!isOurs) missing('application');
			await moveTo(tx, ctx, application, 'begin_review');
		}
		const { criteria, threshold, rule, perApplication } = council;
		const begun = { begunBy: ctx.actor.personId, begunAt: ctx.now() };
		const terms = { criteria, threshold, rule, perApplication, ...begun };
		await insertExpertises(
			tx,
			ids.map((applicationId) => ({ ...terms, councilId: id, applicationId }))
		);
		const personIds = membersOn(await membersOf(tx, id), today(ctx.now)).map(({ personId }) => personId);
		await askDeclarations(tx, ctx, council, { personIds, applications: ids.length });
		await record(tx, ctx, 'expertise.begun', { id }, { applications: ids });
	});
}
