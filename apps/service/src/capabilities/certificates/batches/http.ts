import * as contract from '@stazhirovka/contract/certificate-batches';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { disposition } from '../../files/index.ts';
import { archiveOf } from './archive.ts';
import { decideBatch } from './commands/decide-batch.ts';
import { prepareBatch } from './commands/prepare-batch.ts';
import { retryBatch } from './commands/retry-batch.ts';
import { readAwaiting, readBatch, readBatches } from './reading.ts';

export const certificateBatchesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listAwaitingBatches,
		handler: (request) => readAwaiting(request.context())
	});
	app.route({
		...contract.listBatches,
		handler: (request) => readBatches(request.context(), request.params.id)
	});
	app.route({
		...contract.prepareBatch,
		async handler(request) {
			const ctx = request.context();
			return readBatch(ctx, await prepareBatch(ctx, request.params.id, request.body.enrolments));
		}
	});
	app.route({
		...contract.getBatch,
		handler: (request) => readBatch(request.context(), request.params.id)
	});
	app.route({
		...contract.decideBatch,
		async handler(request) {
			const ctx = request.context();
			await decideBatch(ctx, request.params.id, request.body);
			return readBatch(ctx, request.params.id);
		}
	});
	app.route({
		...contract.retryBatch,
		async handler(request) {
			const ctx = request.context();
			await retryBatch(ctx, request.params.id);
			return readBatch(ctx, request.params.id);
		}
	});
	app.route({
		...contract.downloadBatch,
		async handler(request, reply) {
			const { name, archive } = await archiveOf(request.context(), request.params.id);
			reply.header('content-type', 'application/zip').header('cache-control', 'private, no-store');
			reply.header('content-disposition', disposition(name));
			return reply.send(archive as never);
		}
	});
};
