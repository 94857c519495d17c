import * as contract from '@stazhirovka/contract/results';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import { sendBytes } from '../../files/index.ts';
import { readAgreement } from './agreement.ts';
import { readAppeal, readAppeals } from './appeals.ts';
import { decideAppeal } from './commands/decide-appeal.ts';
import { saveAppeal } from './commands/save-appeal.ts';
import { reopenRecommendations } from './commands/reopen-recommendations.ts';
import { saveRecommendations } from './commands/save-recommendations.ts';
import { sendAppeal } from './commands/send-appeal.ts';
import { setAppealRule } from './commands/set-appeal-rule.ts';
import { submitRecommendations } from './commands/submit-recommendations.ts';
import { rateReview } from './commands/rate-review.ts';
import { readReviewFeedback } from './feedback.ts';
import { printRecommendations } from './print.ts';
import { readRecommendations } from './recommendations.ts';

/** What follows the announcement of the results (R117, R118). */
export const resultsHttp: FastifyPluginAsyncZod = async (app) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('cache-control', 'private, no-store');
	});
	app.route({
		...contract.getRecommendations,
		handler: (request) => readRecommendations(request.context(), request.params.id)
	});
	app.route({
		...contract.saveRecommendations,
		async handler(request) {
			const saved = await saveRecommendations(request.context(), { ...request.params, ...request.body });
			return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
		}
	});
	app.route({
		...contract.submitRecommendations,
		async handler(request) {
			await submitRecommendations(request.context(), { ...request.params, ...request.body });
			return readRecommendations(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.reopenRecommendations,
		async handler(request) {
			await reopenRecommendations(request.context(), { ...request.params, ...request.body });
			return readRecommendations(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.printRecommendations,
		handler: async (request, reply) =>
			sendBytes(reply, await printRecommendations(request.context(), request.params.id, 'pdf'))
	});
	app.route({
		...contract.downloadRecommendations,
		handler: async (request, reply) =>
			sendBytes(reply, await printRecommendations(request.context(), request.params.id, 'docx'))
	});
};

/** What authors and reviewers learn of each other without names. */
export const reviewFeedbackHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getReviewFeedback,
		handler: (request) => readReviewFeedback(request.context(), request.params.id)
	});
	app.route({
		...contract.getAgreement,
		handler: (request) => readAgreement(request.context(), request.params.id)
	});
	app.route({
		...contract.rateReview,
		async handler(request) {
			await rateReview(request.context(), { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
};

/** Disagreement with a result, and its answer. */
export const appealsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getAppeal,
		handler: (request) => readAppeal(request.context(), request.params.id)
	});
	app.route({
		...contract.saveAppeal,
		async handler(request) {
			const saved = await saveAppeal(request.context(), { ...request.params, ...request.body });
			return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
		}
	});
	app.route({
		...contract.sendAppeal,
		async handler(request) {
			await sendAppeal(request.context(), { ...request.params, ...request.body });
			return readAppeal(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.decideAppeal,
		async handler(request) {
			await decideAppeal(request.context(), { ...request.params, ...request.body });
			return readAppeal(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.listAppeals,
		handler: (request) => readAppeals(request.context(), request.params.id)
	});
	app.route({
		...contract.setAppealRule,
		async handler(request) {
			await setAppealRule(request.context(), { ...request.params, ...request.body });
			return readAppeals(request.context(), request.params.id);
		}
	});
};
