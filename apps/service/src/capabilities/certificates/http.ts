import {
	attachCertificateSignature,
	downloadCertificateSignature
} from '@stazhirovka/contract/certificate-signatures';
import * as contract from '@stazhirovka/contract/certificates';
import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import type { Deps } from '../../shell/context.ts';
import { signatureIn } from '../documents/index.ts';
import { sendBytes } from '../files/index.ts';
import { issueCertificate } from './commands/issue-certificate.ts';
import { replaceCertificate } from './commands/replace-certificate.ts';
import { revokeCertificate } from './commands/revoke-certificate.ts';
import * as reading from './reading.ts';
import { attachCertificateSignature as attachSignature } from './signatures/attach-signature.ts';
import { toCertificate, toRegistered } from './view.ts';

const CHECKS_PER_MINUTE = 30;

export const certificatesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getCompletion,
		handler: (request) => reading.readCompletion(request.context(), request.params.id)
	});
	app.route({
		...contract.listCohortCompletions,
		handler: (request) => reading.readCohortCompletions(request.context(), request.params.id)
	});
	app.route({
		...contract.issueCertificate,
		handler: async (request) => toCertificate(await issueCertificate(request.context(), request.params.id))
	});
	app.route({
		...contract.revokeCertificate,
		handler: async (request) =>
			toRegistered(await revokeCertificate(request.context(), request.params.id, request.body.reason))
	});
	app.route({
		...contract.replaceCertificate,
		handler: async (request) =>
			toCertificate(await replaceCertificate(request.context(), request.params.id, request.body))
	});
	app.route({
		...contract.issueCertificateInDative,
		async handler(request) {
			const { id } = request.params;
			return toCertificate(await issueCertificate(request.context(), id, { inDative: true }));
		}
	});
	app.route({
		...attachCertificateSignature,
		handler: async (request) =>
			attachSignature(request.context(), request.params.id, await signatureIn(request))
	});
	app.route({
		...contract.downloadCertificate,
		async handler(request, reply) {
			const { pdf, number } = await reading.readPdf(request.context(), request.params.id);
			const name = `filename="certificate.pdf"; filename*=UTF-8''${encodeURIComponent(number)}.pdf`;
			reply.header('content-type', 'application/pdf').header('cache-control', 'private, no-store');
			reply.header('content-disposition', `attachment; ${name}`);
			return reply.send(pdf as never);
		}
	});
};

/** Open to strangers who hold a document: few at a time, and nothing for search engines. */
export const certificateChecksHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
	});
	await app.register(rateLimit, {
		max: CHECKS_PER_MINUTE,
		timeWindow: '1 minute',
		keyGenerator: (request) => request.visit().address
	});

	app.route({
		...contract.checkCertificate,
		handler: (request) => reading.checkByToken(deps, request.params.token)
	});
	app.route({
		...contract.checkByNumber,
		handler: (request) => reading.checkByNumber(deps, request.body)
	});
	app.route({
		...contract.checkByFile,
		handler: (request) => reading.checkByFile(deps, request.body.sha256)
	});
	app.route({
		...contract.checkSeal,
		handler: (request) => reading.checkSeal(deps, request.body)
	});
	app.route({
		...downloadCertificateSignature,
		handler: async (request, reply) => sendBytes(reply, await reading.readSignature(deps, request.params))
	});
	app.route({ ...contract.listSealKeys, handler: () => reading.readSealKeys(deps) });
};
