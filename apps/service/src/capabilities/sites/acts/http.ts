import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/sites';
import { decideStatus } from './commands/decide-status.ts';
import { grantStatuses } from './commands/grant-statuses.ts';
import { listWaiting, readActs, readDesk } from './deciding.ts';

const done = { done: true } as const;

/** Acts and what they decide about sites: for those who keep the register of a region. */
export const decisionsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listActs, handler: (request) => readActs(request.context()) });
	app.route({
		...contract.listCandidates,
		handler: (request) => listWaiting(request.context(), request.query.signedOn)
	});
	app.route({
		...contract.grantStatuses,
		handler: (request) => grantStatuses(request.context(), request.body)
	});
	app.route({
		...contract.getDecisionDesk,
		handler: (request) => readDesk(request.context(), request.params.id)
	});
	app.route({
		...contract.decideStatus,
		async handler(request) {
			await decideStatus(request.context(), { ...request.params, ...request.body });
			return done;
		}
	});
};
