import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/diagnostics';
import { readCard } from './card.ts';
import { addEvidence } from './commands/add-evidence.ts';
import { finishDiagnosis } from './commands/finish-diagnosis.ts';
import { overrideLevel } from './commands/override-level.ts';
import { signDeficitCard } from './commands/sign-deficit-card.ts';
import { readQuality } from './quality.ts';

/** The diagnosis and what it shows: for the intern and the intern's tutor only; its items for its authors (R167). */
export const diagnosticsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.finishDiagnosis,
		async handler(request) {
			await finishDiagnosis(request.context(), { ...request.params, ...request.body });
			return readCard(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.getDeficitCard,
		handler: (request) => readCard(request.context(), request.params.id)
	});
	app.route({
		...contract.addEvidence,
		async handler(request) {
			await addEvidence(request.context(), { ...request.params, ...request.body });
			return readCard(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.overrideLevel,
		async handler(request) {
			await overrideLevel(request.context(), { ...request.params, ...request.body });
			return readCard(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.signDeficitCard,
		async handler(request) {
			await signDeficitCard(request.context(), { ...request.params, ...request.body });
			return readCard(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.getDiagnosisQuality,
		handler: (request) => readQuality(request.context(), { ...request.params, ...request.query })
	});
};
