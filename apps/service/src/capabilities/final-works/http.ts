import * as contract from '@stazhirovka/contract/final-works';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import type { Deps } from '../../shell/context.ts';
import { sendFile } from '../files/index.ts';
import { readAdministrationFile, readAdministrationView } from './administration.ts';
import { readBoard } from './board.ts';
import { announceResults } from './commands/announce-results.ts';
import { giveAdministrationView } from './commands/give-administration-view.ts';
import { inviteAdministration } from './commands/invite-administration.ts';
import { moderateWork } from './commands/moderate-work.ts';
import { publishFinalWork } from './commands/publish-final-work.ts';
import { saveReview } from './commands/save-review.ts';
import { sendReview } from './commands/send-review.ts';
import { readForum, readMyWork, readWork } from './reading.ts';
import { readReview, readReviewTasks } from './review-sheet.ts';

export const finalWorksHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getMyFinalWork,
		handler: (request) => readMyWork(request.context(), request.params.id)
	});
	app.route({
		...contract.publishFinalWork,
		async handler(request) {
			await publishFinalWork(request.context(), { ...request.params, ...request.body });
			return readMyWork(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.inviteAdministration,
		async handler(request) {
			const { path, expiresAt } = await inviteAdministration(request.context(), request.params.id);
			return { path, expiresAt: expiresAt.toISOString() };
		}
	});
	app.route({
		...contract.listForum,
		handler: (request) => readForum(request.context(), request.params.id)
	});
	app.route({
		...contract.getFinalWork,
		handler: (request) => readWork(request.context(), request.params.id)
	});
	app.route({
		...contract.listMyReviews,
		handler: (request) => readReviewTasks(request.context(), request.params.id)
	});
	app.route({
		...contract.getReview,
		handler: (request) => readReview(request.context(), request.params.id)
	});
	app.route({
		...contract.saveReview,
		async handler(request) {
			const saved = await saveReview(request.context(), { ...request.params, ...request.body });
			return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
		}
	});
	app.route({
		...contract.sendReview,
		async handler(request) {
			await sendReview(request.context(), { ...request.params, ...request.body });
			return readReview(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.getBoard,
		handler: (request) => readBoard(request.context(), request.params.id)
	});
	app.route({
		...contract.moderateWork,
		async handler(request) {
			const cohortId = await moderateWork(request.context(), { ...request.params, ...request.body });
			return readBoard(request.context(), cohortId);
		}
	});
	app.route({
		...contract.announceResults,
		async handler(request) {
			await announceResults(request.context(), request.params.id);
			return readBoard(request.context(), request.params.id);
		}
	});
};

/** Open to whoever holds the link: the school's administration has no account (R113). */
export const administrationHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.addHook('onRequest', async (_, reply) => {
		reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
	});
	app.route({
		...contract.getAdministrationView,
		handler: (request) => readAdministrationView(deps, request.params.token)
	});
	app.route({
		...contract.downloadAdministrationFile,
		handler: async (request, reply) =>
			sendFile(reply, deps.filesDir, await readAdministrationFile(deps, request.params))
	});
	app.route({
		...contract.giveAdministrationView,
		async handler(request) {
			await giveAdministrationView(deps, { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
};
