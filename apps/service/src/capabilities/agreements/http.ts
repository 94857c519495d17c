import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/agreements';
import { noteSigning } from './commands/note-signing.ts';
import { prepareAgreement } from './commands/prepare-agreement.ts';
import { readAgreements } from './reading.ts';

/** Agreements of sites with operators and of networks with their members. */
export const agreementsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listAgreements,
		handler: (request) => readAgreements(request.context(), request.params.id)
	});
	app.route({
		...contract.prepareAgreement,
		async handler(request) {
			return { id: await prepareAgreement(request.context(), request.params.id, request.body) };
		}
	});
	app.route({
		...contract.noteSigning,
		async handler(request) {
			await noteSigning(request.context(), request.params.id, request.body);
			return { done: true } as const;
		}
	});
};
