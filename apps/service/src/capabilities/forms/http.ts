import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/forms';
import { saveForm } from './commands/save-form.ts';
import { submitForm } from './commands/submit-form.ts';
import { readGroupForm, saveGroupForm } from './group-forms.ts';
import { readOwnForm } from './own-forms.ts';
import type { FormAnswerRow } from './store.ts';

/** Forms of an intern and of a group; `occasion` names the video that a card is about. */
export const formsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getForm,
		handler: (request) => readOwnForm(request.context(), { ...request.params, ...request.query })
	});
	app.route({
		...contract.saveForm,
		async handler(request) {
			const { params, query, body } = request;
			return toSaved(await saveForm(request.context(), { ...params, ...query, ...body }));
		}
	});
	app.route({
		...contract.submitForm,
		async handler(request) {
			const { params, query, body } = request;
			await submitForm(request.context(), { ...params, ...query, ...body });
			return readOwnForm(request.context(), { ...params, ...query });
		}
	});
	app.route({
		...contract.getGroupForm,
		handler: (request) => readGroupForm(request.context(), { ...request.params, ...request.query })
	});
	app.route({
		...contract.saveGroupForm,
		async handler(request) {
			const { params, query, body } = request;
			return toSaved(await saveGroupForm(request.context(), { ...params, ...query, ...body }));
		}
	});
};

function toSaved({ revision, savedAt }: FormAnswerRow) {
	return { revision, savedAt: savedAt.toISOString() };
}
