import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/diagnostics';
import { handInPaper } from './commands/hand-in-paper.ts';
import { keyIn } from './commands/key-in.ts';
import { readPaper } from './reading.ts';

/** The diagnosis on paper (R95, X20): for the tutor. */
export const diagnosisPaperHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getDiagnosisPaper,
		handler: (request) => readPaper(request.context(), { ...request.params, ...request.query })
	});
	app.route({
		...contract.keyDiagnosisIn,
		async handler(request) {
			await keyIn(request.context(), { ...request.params, ...request.body });
			return readPaper(request.context(), { id: request.params.id, stage: request.body.stage });
		}
	});
	app.route({
		...contract.handInPaper,
		async handler(request) {
			await handInPaper(request.context(), { ...request.params, ...request.body });
			return readPaper(request.context(), { id: request.params.id, stage: request.body.stage });
		}
	});
};
