import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/orders';
import { sendBytes } from '../files/index.ts';
import { issueOrder } from './commands/issue-order.ts';
import * as reading from './reading.ts';

/** Orders, minutes and references of cohorts, and what an intern has of them. */
export const ordersHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});

	app.route({
		...contract.getCohortOrders,
		handler: (request) =>
			reading.readOrders(request.context(), request.params.id, request.query.replaces ?? null)
	});
	app.route({
		...contract.issueOrder,
		async handler(request) {
			return { id: await issueOrder(request.context(), request.params.id, request.body) };
		}
	});
	app.route({
		...contract.previewOrder,
		async handler(request, reply) {
			const { kind, learners, expelled, reason = '', inCase = '', replacesId } = request.query;
			const chosen = { learners: listOf(learners), expelled: listOf(expelled), reason };
			const input = { ...chosen, kind, inCase, replacesId: replacesId || null };
			return sendBytes(reply, await reading.previewOrder(request.context(), request.params.id, input));
		}
	});
	app.route({
		...contract.listOwnPapers,
		handler: (request) => reading.listOwnPapers(request.context(), request.params.id)
	});
	app.route({
		...contract.downloadOwnPaper,
		async handler(request, reply) {
			const { id, document } = request.params;
			return sendBytes(reply, await reading.readOwnPaper(request.context(), id, document));
		}
	});
};

/** A parameter that stands once or many times in the address. */
function listOf(given: string | string[] | undefined): string[] {
	return given === undefined ? [] : [given].flat();
}
