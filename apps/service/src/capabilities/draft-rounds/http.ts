import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/draft-rounds';
import { saveDraftComment, sendDraftComment } from './commands/comment-on-draft.ts';
import { setDraftRound } from './commands/set-draft-round.ts';
import { showDraft } from './commands/show-draft.ts';
import { readDraft, readDraftRound, readMyDraftRound } from './reading.ts';

/** Drafts of final works shown before they are published, with comments that count for nothing. */
export const draftRoundsHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.getMyDraftRound,
		handler: (request) => readMyDraftRound(request.context(), request.params.id)
	});
	app.route({
		...contract.showDraft,
		async handler(request) {
			await showDraft(request.context(), { ...request.params, ...request.body });
			return readMyDraftRound(request.context(), request.params.id);
		}
	});
	app.route({
		...contract.getDraftReading,
		handler: (request) => readDraft(request.context(), request.params.id)
	});
	app.route({
		...contract.saveDraftComment,
		handler: (request) => saveDraftComment(request.context(), { ...request.params, ...request.body })
	});
	app.route({
		...contract.sendDraftComment,
		async handler(request) {
			await sendDraftComment(request.context(), { ...request.params, ...request.body });
			return { done: true } as const;
		}
	});
	app.route({
		...contract.getDraftRound,
		handler: (request) => readDraftRound(request.context(), request.params.id)
	});
	app.route({
		...contract.setDraftRound,
		async handler(request) {
			await setDraftRound(request.context(), { ...request.params, ...request.body });
			return readDraftRound(request.context(), request.params.id);
		}
	});
};
