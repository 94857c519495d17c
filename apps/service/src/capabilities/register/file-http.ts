import * as contract from '@stazhirovka/contract/register';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import type { FastifyRequest } from 'fastify';
import { fail } from '../../shell/errors.ts';
import { sendBytes } from '../files/index.ts';
import { readCohortRegister } from './board.ts';
import { askForData } from './commands/ask-for-data.ts';
import { keepTemplate, type GivenTemplate } from './commands/keep-template.ts';
import { mendRegister } from './commands/mend-register.ts';
import { noteUpload } from './commands/note-upload.ts';
import { prepareFile } from './commands/prepare-file.ts';
import { saveValues } from './commands/save-values.ts';

const DONE = { done: true } as const;
const LARGEST_TEMPLATE = 8 * 1_048_576;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The file for the federal register, for those who lead the site. */
export const registerFileHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});
	app.route({
		...contract.getCohortRegister,
		handler: (request) => readCohortRegister(request.context(), request.params.id)
	});
	app.route({
		...contract.keepRegisterTemplate,
		async handler(request) {
			await keepTemplate(request.context(), request.params.id, await templateIn(request));
			return DONE;
		}
	});
	app.route({
		...contract.saveRegisterValues,
		async handler(request) {
			await saveValues(request.context(), request.params.id, request.body.values);
			return DONE;
		}
	});
	app.route({
		...contract.mendRegister,
		handler: (request) => mendRegister(request.context(), request.params.id)
	});
	app.route({
		...contract.askForRegisterData,
		async handler(request) {
			await askForData(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.downloadRegisterFile,
		handler: async (request, reply) =>
			sendBytes(reply, { ...(await prepareFile(request.context(), request.params.id)), mime: WORKBOOK })
	});
	app.route({
		...contract.noteRegisterUpload,
		async handler(request) {
			await noteUpload(request.context(), request.params.id, request.body);
			return DONE;
		}
	});
};

async function templateIn(request: FastifyRequest): Promise<GivenTemplate> {
	if (!request.isMultipart()) fail('wrongKind', 'request.media_type');
	const limits = { fileSize: LARGEST_TEMPLATE };
	const part = (await request.file({ limits, throwFileSizeLimit: false })) ?? fail('faulty', 'file.absent');
	const bytes = await part.toBuffer();
	return { name: part.filename, bytes, cut: part.file.truncated };
}
