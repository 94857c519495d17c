import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/sites';
import type { Deps } from '../../../shell/context.ts';
import { sendFile } from '../../files/index.ts';
import { decideStatus } from './commands/decide-status.ts';
import { grantStatuses } from './commands/grant-statuses.ts';
import { openScan } from './commands/open-scan.ts';
import { putScan } from './commands/put-scan.ts';
import { listWaiting, readDesk } from './deciding.ts';
import { readAct, readActs } from './reading.ts';
import { publicPage } from './scans.ts';

const done = { done: true } as const;

/** Acts and what they decide about sites: for those who keep the register of a region. */
export const decisionsHttp: FastifyPluginAsyncZod = async (app) => {
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

/** Acts and their scans: for those who keep the register of a region. */
export const actsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listActs, handler: (request) => readActs(request.context(), request.query) });
	app.route({ ...contract.getAct, handler: (request) => readAct(request.context(), request.params.id) });
	app.route({
		...contract.putScan,
		async handler(request) {
			await putScan(request.context(), { ...request.params, ...request.body });
			return readAct(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.openScan,
		async handler(request) {
			await openScan(request.context(), { ...request.params, ...request.body });
			return done;
		}
	});
};

/** Scans that the keepers have opened: for everybody. */
export const publicScansHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...contract.downloadPublicScan,
		async handler(request, reply) {
			const page = await publicPage(deps, request.params.id);
			reply.header('cache-control', 'no-cache');
			return sendFile(reply, deps.filesDir, page, { view: request.query.view === '' });
		}
	});
};
