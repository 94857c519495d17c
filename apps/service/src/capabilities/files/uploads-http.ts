import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/files';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { fail } from '../../shell/errors.ts';
import * as uploads from './commands/resume-upload.ts';
import { enterPlace } from './entering.ts';
import { LARGEST_FILE } from './kinds.ts';

const VERSION = '1.0.0';
const BYTES = 'application/offset+octet-stream';
const OFFERED = {
	'tus-version': VERSION,
	'tus-max-size': LARGEST_FILE,
	'tus-extension': 'creation,termination'
};

/** Uploads that survive a lost line: the core of tus 1.0.0 with creation and termination, and a completion of our own. */
export const uploadsHttp: FastifyPluginAsyncZod = async (app) => {
	app.addContentTypeParser(BYTES, (_, payload, done) => done(null, payload));
	app.addHook('onRequest', async (request, reply) => {
		reply.headers({ 'tus-resumable': VERSION, 'cache-control': 'no-store' });
		const spoken = request.headers['tus-resumable'] ?? VERSION;
		if (spoken !== VERSION) fail('otherVersion', 'upload.other_version', { version: VERSION });
	});

	app.route({
		...contract.beginUpload,
		async handler(request, reply) {
			const size = numberIn(request, 'upload-length');
			const announced = { name: nameIn(request.headers), size, place: request.query };
			const ctx = request.context();
			await enterPlace(ctx, request.query);
			const id = await uploads.beginUpload(ctx, announced);
			return reply
				.code(201)
				.headers({ ...OFFERED, location: `/api/uploads/${id}` })
				.send(undefined);
		}
	});
	app.route({
		...contract.findUpload,
		config: { swagger: { exposeHeadRoute: true } },
		async handler(request, reply) {
			const { upload, offset } = await uploads.standingOf(request.context(), request.params.id);
			return reply.headers({ 'upload-offset': offset, 'upload-length': upload.size }).send(undefined);
		}
	});
	app.route({
		...contract.continueUpload,
		async handler(request, reply) {
			if (request.headers['content-type'] !== BYTES) fail('wrongKind', 'request.media_type');
			const next = { offset: numberIn(request, 'upload-offset'), content: request.raw };
			const offset = await uploads.continueUpload(request.context(), request.params.id, next);
			return reply.code(204).header('upload-offset', offset).send(undefined);
		}
	});
	app.route({
		...contract.cancelUpload,
		async handler(request, reply) {
			await uploads.cancelUpload(request.context(), request.params.id);
			return reply.code(204).send(undefined);
		}
	});
	app.route({
		...contract.completeUpload,
		async handler(request) {
			const ctx = request.context();
			const { id } = request.params;
			await enterPlace(ctx, (await uploads.standingOf(ctx, id)).upload.place);
			return uploads.completeUpload(ctx, id);
		}
	});
};

function numberIn({ headers }: FastifyRequest, name: 'upload-length' | 'upload-offset'): number {
	const given = headers[name];
	return typeof given === 'string' && /^\d{1,15}$/.test(given)
		? Number(given)
		: fail('bad', 'request.malformed');
}

/** `filename`, in UTF-8 and base64; a file without a name is one of no kind. */
function nameIn(headers: IncomingHttpHeaders): string {
	const pairs = String(headers['upload-metadata'] ?? '').split(',');
	const [, name = ''] = pairs.map((pair) => pair.trim().split(' ')).find(([key]) => key === 'filename') ?? [];
	return Buffer.from(name, 'base64').toString();
}
