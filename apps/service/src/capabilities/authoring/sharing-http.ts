import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/authoring';
import { addComment, removeComment, settleComment } from './commands/comment-draft.ts';
import { addAuthor, dropAuthor } from './commands/share-draft.ts';
import { readCandidates, readComments } from './sharing.ts';

const DONE = { done: true } as const;

/** What authors say to each other, and who they are. */
export const draftSharingHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listDraftComments,
		handler: (request) => readComments(request.context(), request.params.id)
	});
	app.route({
		...contract.addDraftComment,
		async handler(request) {
			return { id: await addComment(request.context(), { ...request.params, ...request.body }) };
		}
	});
	app.route({
		...contract.settleDraftComment,
		async handler(request) {
			await settleComment(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.removeDraftComment,
		async handler(request) {
			await removeComment(request.context(), request.params.id);
			return DONE;
		}
	});
	app.route({
		...contract.listDraftCandidates,
		handler: (request) => readCandidates(request.context(), request.params.id)
	});
	app.route({
		...contract.addDraftAuthor,
		async handler(request) {
			await addAuthor(request.context(), { ...request.params, ...request.body });
			return DONE;
		}
	});
	app.route({
		...contract.removeDraftAuthor,
		async handler(request) {
			await dropAuthor(request.context(), request.params);
			return DONE;
		}
	});
};
