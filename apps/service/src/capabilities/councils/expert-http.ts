import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/councils';
import { missing } from '../../shell/errors.ts';
import { declareConflict } from './commands/declare-conflict.ts';
import { saveReview } from './commands/save-review.ts';
import { submitReview } from './commands/submit-review.ts';
import { readApplication, readMyWork } from './expert.ts';

/** What members of councils do: declare, read, review. */
export const expertHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listMyExpertWork, handler: (request) => readMyWork(request.context()) });
	app.route({
		...contract.declareConflict,
		async handler(request) {
			const ctx = request.context();
			await declareConflict(ctx, { ...request.params, ...request.body });
			const { applications } = await readMyWork(ctx);
			return (
				applications.find(({ application: { id } }) => id === request.params.id) ?? missing('application')
			);
		}
	});
	app.route({
		...contract.getApplicationToReview,
		handler: (request) => readApplication(request.context(), request.params.id)
	});
	app.route({
		...contract.saveApplicationReview,
		async handler(request) {
			const saved = await saveReview(request.context(), { ...request.params, ...request.body });
			return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
		}
	});
	app.route({
		...contract.submitApplicationReview,
		async handler(request) {
			const ctx = request.context();
			return readApplication(ctx, await submitReview(ctx, { ...request.params, ...request.body }));
		}
	});
};
