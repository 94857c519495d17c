import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/deadlines';
import { extendDeadline } from './commands/extend-deadline.ts';
import { readPersonDeadlines } from './person.ts';

/** Until when what is to be done by one person. */
export const extensionsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getPersonDeadlines,
		handler: (request) => readPersonDeadlines(request.context(), request.params.id)
	});
	app.route({
		...contract.extendDeadline,
		async handler(request) {
			await extendDeadline(request.context(), { ...request.params, ...request.body });
			return readPersonDeadlines(request.context(), request.params.id);
		}
	});
};
