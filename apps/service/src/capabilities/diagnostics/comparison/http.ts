import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/diagnostics';
import { readCohortComparison, readComparison } from './reading.ts';

/** The diagnosis at the start and at the end. */
export const diagnosisComparisonHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getDiagnosisComparison,
		handler: (request) => readComparison(request.context(), request.params.id)
	});
	app.route({
		...contract.getCohortComparison,
		handler: (request) => readCohortComparison(request.context(), request.params.id)
	});
};
