import * as contract from '@stazhirovka/contract/portfolio';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { record } from '../../shell/journal.ts';
import { disposition } from '../files/index.ts';
import { archive } from './archive.ts';
import { gatherPortfolio } from './gather.ts';
import { listOwnDocuments } from './own-documents.ts';

/** What somebody made and received, for that person alone. */
export const portfolioHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});
	app.route({
		...contract.listOwnDocuments,
		handler: (request) => listOwnDocuments(request.context())
	});
	app.route({
		...contract.downloadPortfolio,
		async handler(request, reply) {
			const ctx = request.context();
			const entries = await gatherPortfolio(ctx);
			await ctx.db.transaction((tx) => record(tx, ctx, 'portfolio.downloaded', { id: ctx.actor.personId }));
			reply.header('content-type', 'application/zip');
			reply.header('content-disposition', disposition('Портфолио.zip'));
			return reply.send(archive(ctx, entries) as never);
		}
	});
};
