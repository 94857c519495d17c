import * as contract from '@stazhirovka/contract/register';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { confirmNameForms } from './commands/confirm-name-forms.ts';
import { confirmRegisterData } from './commands/confirm-register-data.ts';
import { readNameForms, readRegisterData } from './own-data.ts';

/** What people enter about themselves for documents: no proxy and no browser keeps it. */
export const registerDataHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});
	app.route({ ...contract.getNameForms, handler: (request) => readNameForms(request.context()) });
	app.route({
		...contract.confirmNameForms,
		async handler(request) {
			await confirmNameForms(request.context(), request.body);
			return readNameForms(request.context());
		}
	});
	app.route({ ...contract.getRegisterData, handler: (request) => readRegisterData(request.context()) });
	app.route({
		...contract.confirmRegisterData,
		async handler(request) {
			await confirmRegisterData(request.context(), request.body);
			return readRegisterData(request.context());
		}
	});
};
