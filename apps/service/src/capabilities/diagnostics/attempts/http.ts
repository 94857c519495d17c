import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/diagnostics';
import { allowMore } from './commands/allow-more.ts';
import { beginDiagnosis } from './commands/begin-diagnosis.ts';
import { setDiagnosisRules } from './commands/set-rules.ts';
import { readDiagnosis } from './reading.ts';
import { readCohortDiagnosis } from './rules-page.ts';

/** How and when the diagnosis is taken: rules of a cohort, attempts of an intern. */
export const diagnosisAttemptsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getCohortDiagnosis,
		handler: (request) => readCohortDiagnosis(request.context(), request.params.id)
	});
	app.route({
		...contract.setDiagnosisRules,
		async handler(request) {
			await setDiagnosisRules(request.context(), { ...request.params, ...request.body });
			return readCohortDiagnosis(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.getDiagnosis,
		handler: (request) => readDiagnosis(request.context(), { ...request.params, ...request.query })
	});
	app.route({
		...contract.beginDiagnosis,
		async handler(request) {
			await beginDiagnosis(request.context(), { ...request.params, ...request.body });
			return readDiagnosis(request.context(), { ...request.params, ...request.body });
		}
	});
	app.route({
		...contract.allowDiagnosis,
		async handler(request) {
			await allowMore(request.context(), { ...request.params, ...request.body });
			return readDiagnosis(request.context(), { ...request.params, stage: 'entry' });
		}
	});
};
