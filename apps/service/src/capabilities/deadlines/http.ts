import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/deadlines';
import { addDaysOff, removeDaysOff } from './commands/keep-days-off.ts';
import { setDeadlines } from './commands/set-deadlines.ts';
import { readDeadlines } from './reading.ts';

/** Until when what is to be done in a cohort, and the days that it is counted by. */
export const deadlinesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getCohortDeadlines,
		handler: (request) => readDeadlines(request.context(), request.params.id)
	});
	app.route({
		...contract.setCohortDeadlines,
		async handler(request) {
			await setDeadlines(request.context(), { ...request.params, ...request.body });
			return readDeadlines(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.addDaysOff,
		async handler(request) {
			return { id: await addDaysOff(request.context(), { ...request.params, ...request.body }) };
		}
	});
	app.route({
		...contract.removeDaysOff,
		async handler(request) {
			await removeDaysOff(request.context(), request.params);
			return { done: true } as const;
		}
	});
};
