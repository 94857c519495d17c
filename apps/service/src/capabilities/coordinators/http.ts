import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/coordinators';
import type { Deps } from '../../shell/context.ts';
import { appointCoordinator } from './commands/appoint-coordinator.ts';
import { relieveCoordinator } from './commands/relieve-coordinator.ts';
import { readCoordinators, readCoordinatorsOf, readOfRegulation } from './reading.ts';

/** Who coordinates a region: open to everybody. */
export const namedCoordinatorsHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...contract.listRegulationCoordinators,
		handler: (request) => readOfRegulation(deps, request.params.key)
	});
};

/** Coordinators of regions, for those who keep them. */
export const coordinatorsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listKeptCoordinators,
		handler: (request) => readCoordinators(request.context())
	});
	app.route({
		...contract.getRegionCoordinators,
		handler: (request) => readCoordinatorsOf(request.context(), request.params.id)
	});
	app.route({
		...contract.appointCoordinator,
		async handler(request) {
			await appointCoordinator(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.relieveCoordinator,
		async handler(request) {
			await relieveCoordinator(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};

const DONE = { done: true } as const;
