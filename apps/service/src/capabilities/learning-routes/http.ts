import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/learning-routes';
import { agreeLearningRoute } from './commands/agree-learning-route.ts';
import { sendBytes } from '../files/index.ts';
import { answerWish } from './commands/answer-wish.ts';
import { askForChange } from './commands/ask-for-change.ts';
import { changeLearningRoute } from './commands/change-learning-route.ts';
import { proposeLearningRoute } from './commands/propose-learning-route.ts';
import { returnLearningRoute } from './commands/return-learning-route.ts';
import { setStudyLimit } from './commands/set-study-limit.ts';
import { printRoute } from './paper.ts';
import { readRoute } from './route.ts';
import { readVersions } from './versions.ts';

/** The learning route: for the intern and the intern's tutor only (R167). */
export const learningRoutesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getLearningRoute,
		handler: (request) => readRoute(request.context(), request.params.id)
	});
	app.route({
		...contract.changeLearningRoute,
		async handler(request) {
			await changeLearningRoute(request.context(), { ...request.params, ...request.body });
			return readRoute(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.proposeLearningRoute,
		async handler(request) {
			await proposeLearningRoute(request.context(), { ...request.params, ...request.body });
			return readRoute(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.agreeLearningRoute,
		async handler(request) {
			await agreeLearningRoute(request.context(), { ...request.params, ...request.body });
			return readRoute(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.returnLearningRoute,
		async handler(request) {
			await returnLearningRoute(request.context(), { ...request.params, ...request.body });
			return readRoute(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.setStudyLimit,
		async handler(request) {
			await setStudyLimit(request.context(), { ...request.params, ...request.body });
			return readRoute(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.askForChange,
		async handler(request) {
			await askForChange(request.context(), { ...request.params, ...request.body });
			return readRoute(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.answerWish,
		async handler(request) {
			await answerWish(request.context(), { ...request.params, ...request.body });
			return readRoute(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.listRouteVersions,
		handler: (request) => readVersions(request.context(), request.params.id)
	});
	for (const [print, format] of [
		[contract.printLearningRoute, 'pdf'],
		[contract.downloadLearningRoute, 'docx']
	] as const) {
		app.route({
			...print,
			async handler(request, reply) {
				const file = await printRoute(request.context(), request.params.id, format);
				return sendBytes(reply, file);
			}
		});
	}
};
