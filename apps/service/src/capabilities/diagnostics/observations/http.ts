import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/diagnostics';
import type { Deps } from '../../../shell/context.ts';
import { giveObservation } from './commands/give-observation.ts';
import { inviteObserver } from './commands/invite-observer.ts';
import { withdrawInvitation } from './commands/withdraw-invitation.ts';
import { readObservationSheet, readViewpoints } from './reading.ts';

/** Observations of an intern, for the intern and the tutor. */
export const observationsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getViewpoints,
		handler: (request) => readViewpoints(request.context(), request.params.id)
	});
	app.route({
		...contract.inviteObserver,
		async handler(request) {
			await inviteObserver(request.context(), { ...request.params, ...request.body });
			return readViewpoints(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.withdrawInvitation,
		async handler(request) {
			await withdrawInvitation(request.context(), request.params);
			return readViewpoints(request.context(), request.params.id);
		}
	});
};

/** Open to whoever holds the link: colleagues and heads have no account. */
export const observingHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
	});
	app.route({
		...contract.getObservationSheet,
		handler: (request) => readObservationSheet(deps, request.params.token)
	});
	app.route({
		...contract.giveObservation,
		async handler(request) {
			await giveObservation(deps, { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
};
