import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/consents';
import { sendBytes, sendFile } from '../files/index.ts';
import { printConsent } from './commands/print-consent.ts';
import { recordSigned } from './commands/record-signed.ts';
import * as reading from './reading.ts';

/** Open to everybody: what one is asked to agree to. */
export const consentTextsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.printConsentText,
		handler: async (request, reply) => sendBytes(reply, await reading.printText(request.params.kind))
	});
};

/** Consents on paper: one's own, and those of the interns of one's cohorts. */
export const consentsHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});

	app.route({
		...contract.printOwnConsent,
		handler: async (request, reply) =>
			sendBytes(reply, await reading.printOwn(request.context(), request.params.kind))
	});
	app.route({
		...contract.listCohortConsents,
		handler: (request) => reading.readCohortConsents(request.context(), request.params.id)
	});
	app.route({
		...contract.printConsent,
		async handler(request) {
			return { id: await printConsent(request.context(), request.params.id, request.body.kind) };
		}
	});
	app.route({
		...contract.recordSigned,
		async handler(request) {
			await recordSigned(request.context(), request.params.id, request.body);
			return { done: true } as const;
		}
	});
	app.route({
		...contract.downloadScan,
		async handler(request, reply) {
			const ctx = request.context();
			return sendFile(reply, ctx.filesDir, await reading.readScan(ctx, request.params.id));
		}
	});
};
