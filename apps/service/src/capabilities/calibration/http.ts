import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/calibration';
import { admitToReviews } from './commands/admit-to-reviews.ts';
import { addExample, publishExample, retireExample, saveExample } from './commands/keep-example.ts';
import { takeExamplesOver } from './commands/take-examples-over.ts';
import { tryCalibration } from './commands/try-calibration.ts';
import { readCalibration, readExample, readMyCalibration } from './reading.ts';

export const calibrationHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getMyCalibration,
		handler: (request) => readMyCalibration(request.context(), request.params.id)
	});
	app.route({
		...contract.tryCalibration,
		async handler(request) {
			await tryCalibration(request.context(), { ...request.params, ...request.body });
			return readMyCalibration(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.admitToReviews,
		async handler(request) {
			await admitToReviews(request.context(), { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
	app.route({
		...contract.getCalibration,
		handler: (request) => readCalibration(request.context(), request.params.id)
	});
	app.route({
		...contract.addExample,
		handler: async (request) => ({ id: await addExample(request.context(), request.params.id) })
	});
	app.route({
		...contract.takeExamplesOver,
		handler: async (request) => ({ taken: await takeExamplesOver(request.context(), request.params.id) })
	});
	app.route({
		...contract.getExample,
		handler: (request) => readExample(request.context(), request.params)
	});
	app.route({
		...contract.saveExample,
		handler: (request) => saveExample(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.publishExample,
		async handler(request) {
			await publishExample(request.context(), { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
	app.route({
		...contract.retireExample,
		async handler(request) {
			await retireExample(request.context(), request.params);
			return { done: true } as const;
		}
	});
};
