import { schoolYearAround } from '@stazhirovka/domain/indicators';
import type { Ctx } from '../../../shell/context.ts';
import { enterReportingSite } from './access.ts';
import { projectsOf } from './projects-queries.ts';

type Asked = { id: string; from?: string | undefined; to?: string | undefined };

/** Projects of interns as the report of these days will name them (R138): for the leader and the keeper. */
export async function readProjects(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, { id, from, to }: Asked) {
	const site = await enterReportingSite(ctx.db, ctx, id);
	const year = schoolYearAround(site.today);
	const period = { from: from ?? year.from, to: to ?? year.to };
	const projects = await projectsOf(ctx.db, id, period);
	return {
		period,
		projects: projects.map(({ changed: _, ...project }) => project),
		can: { write: site.as.includes('leader') }
	};
}
