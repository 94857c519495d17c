import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/answering';
import { agreeOnAnswers } from './commands/agree-on-answers.ts';
import { waiveAnswer } from './commands/waive-answer.ts';
import { readAnswering, readOpen } from './reading.ts';

const DONE = { done: true } as const;

/** Nobody is forgotten: questions that wait for a tutor, and how they are answered. */
export const answeringHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({ ...contract.listOpenQuestions, handler: (request) => readOpen(request.context()) });
	app.route({
		...contract.waiveAnswer,
		async handler(request) {
			await waiveAnswer(request.context(), { roomId: request.params.id, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.getAnswering,
		handler: (request) => readAnswering(request.context(), request.params.id)
	});
	app.route({
		...contract.agreeOnAnswers,
		async handler(request) {
			await agreeOnAnswers(request.context(), { cohortId: request.params.id, ...request.body });
			return DONE;
		}
	});
};
