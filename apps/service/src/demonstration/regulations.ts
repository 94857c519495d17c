import { regulationFile, regulations } from '@stazhirovka/db/seeds';
import { importRegulation } from '../capabilities/regulations/commands/import-regulation.ts';
import { publishRegulation } from '../capabilities/regulations/commands/publish-regulation.ts';
import type { Ctx } from '../shell/context.ts';
import { publishedRegulations } from './store.ts';

/** The regulations of the seeds, by the coordinator's own commands; those that an earlier start published stay. */
export async function publishRegulations(coordinator: Ctx, regionId: string): Promise<void> {
	const known = await publishedRegulations(coordinator.db);

	for (const { key, in_force_from: inForceFrom } of regulations) {
		if (known.has(key)) continue;
		const id = await importRegulation(coordinator, regulationFile(key), regionId);
		await publishRegulation(coordinator, { id, revision: 0, inForceFrom });
	}
}
