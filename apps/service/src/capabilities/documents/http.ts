import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/documents';
import { sendBytes } from '../files/index.ts';
import { attachSignature } from './commands/attach-signature.ts';
import { signatureIn } from './detached.ts';
import { listOwn, readDocument, readFile, readSignature } from './reading.ts';

export const documentsHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});

	app.route({
		...contract.listDocuments,
		handler: (request) => listOwn(request.context(), request.query.siteId)
	});
	app.route({
		...contract.getDocument,
		handler: (request) => readDocument(request.context(), request.params.id)
	});
	app.route({
		...contract.downloadDocumentPdf,
		handler: async (request, reply) =>
			sendBytes(reply, await readFile(request.context(), request.params.id, 'pdf'))
	});
	app.route({
		...contract.downloadDocumentWord,
		handler: async (request, reply) =>
			sendBytes(reply, await readFile(request.context(), request.params.id, 'docx'))
	});
	app.route({
		...contract.attachSignature,
		async handler(request) {
			const ctx = request.context();
			await attachSignature(ctx, request.params.id, await signatureIn(request));
			return readDocument(ctx, request.params.id);
		}
	});
	app.route({
		...contract.downloadSignature,
		async handler(request, reply) {
			const { id, number } = request.params;
			return sendBytes(reply, await readSignature(request.context(), id, number));
		}
	});
};
