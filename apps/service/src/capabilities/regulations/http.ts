import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/regulations';
import type { Deps } from '../../shell/context.ts';
import { completeRegulation } from './commands/complete-regulation.ts';
import { importRegulation } from './commands/import-regulation.ts';
import { publishRegulation } from './commands/publish-regulation.ts';
import { listRegulations, readHistory, readRegulation } from './reading.ts';
import { listVersions, readVersion, readWhole } from './versions.ts';

/** Regulations as they are in force: open to everybody. */
export const regulationsHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...contract.listRegulations,
		handler: (request) => listRegulations(deps, request.query.on)
	});
	app.route({
		...contract.getRegulation,
		handler: (request) => readRegulation(deps, request.params.key, request.query.on)
	});
	app.route({
		...contract.listRegulationHistory,
		handler: (request) => readHistory(deps, request.params.key)
	});
};

/** Files and versions of regulations: for those who keep the rules of a region. */
export const regulationVersionsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listRegulationVersions,
		handler: (request) => listVersions(request.context())
	});
	app.route({
		...contract.importRegulation,
		async handler(request) {
			const ctx = request.context();
			const { document, regionId } = request.body;
			return readVersion(ctx, await importRegulation(ctx, document, regionId));
		}
	});
	app.route({
		...contract.getRegulationVersion,
		handler: (request) => readWhole(request.context(), request.params.id)
	});
	app.route({
		...contract.completeRegulation,
		async handler(request) {
			const ctx = request.context();
			await completeRegulation(ctx, { ...request.params, ...request.body });
			return readVersion(ctx, request.params.id);
		}
	});
	app.route({
		...contract.publishRegulation,
		async handler(request) {
			const ctx = request.context();
			await publishRegulation(ctx, { ...request.params, ...request.body });
			return readVersion(ctx, request.params.id);
		}
	});
};
