import type { ProjectFields } from '@stazhirovka/contract/plans';
import { projectFaults } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../../shell/context.ts';
import { allow, conflict, faulty, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterReportingSite } from '../access.ts';
import { findProject, keepProject } from '../projects-queries.ts';

type Changing = ProjectFields & { id: string; work: string; revision: number };

/** Says where a project lies, or tells it otherwise than the work does, with a ground (R129, R138). */
export async function changeProject(
	ctx: Ctx,
	{ id: siteId, work, revision, ...fields }: Changing
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterReportingSite(tx, ctx, siteId);
		allow(site.as.includes('leader'));
		const project = (await findProject(tx, siteId, work)) ?? missing('project');
		const faults = projectFaults(fields, project.ownTitle);
		if (faults.length) faulty('project.faulty', { faults });
		const by = { changedBy: ctx.actor.personId, changedAt: ctx.now() };
		if (!(await keepProject(tx, { finalWorkId: work, ...fields, revision, ...by }))) conflict('project');
		await record(tx, ctx, 'trainee_project.changed', { id: work }, { siteId, ...fields });
	});
}
