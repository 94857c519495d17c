import * as contract from '@stazhirovka/contract/surveys';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { answerFollowUp } from './commands/answer-follow-up.ts';
import { answerSurvey } from './commands/answer-survey.ts';
import { readFollowUp } from './follow-up.ts';
import { readSummary, readSurvey } from './survey.ts';

export const surveysHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getSurvey,
		handler: (request) => readSurvey(request.context(), request.params.id)
	});
	app.route({
		...contract.answerSurvey,
		async handler(request) {
			await answerSurvey(request.context(), { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
	app.route({
		...contract.getFollowUp,
		handler: (request) => readFollowUp(request.context(), request.params.id)
	});
	app.route({
		...contract.answerFollowUp,
		async handler(request) {
			await answerFollowUp(request.context(), { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
	app.route({
		...contract.getSurveySummary,
		handler: (request) => readSummary(request.context(), request.params.id)
	});
};
