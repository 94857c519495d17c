import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/chat';
import { history } from './history.ts';
import * as reading from './reading.ts';
import { mentions, search } from './searching.ts';
import { findSubject } from './finding-subject.ts';
import { thread, threads } from './threads.ts';

/** Finding one's way in what was said: pages, dates, threads, pins, search, and what a message is about. */
export const messagesHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listMessages,
		handler: (request) => reading.page(request.context(), request.params.id, request.query)
	});
	app.route({
		...contract.getMessage,
		handler: (request) => reading.message(request.context(), request.params.id, request.params.seq)
	});
	app.route({
		...contract.listMessageHistory,
		handler: (request) => history(request.context(), request.params.id, request.params.seq)
	});
	app.route({
		...contract.listPinned,
		handler: (request) => reading.pinned(request.context(), request.params.id)
	});
	app.route({
		...contract.listThreads,
		handler: (request) => threads(request.context(), request.params.id, request.query)
	});
	app.route({
		...contract.getThread,
		handler: (request) =>
			thread(request.context(), request.params.id, { ...request.query, seq: request.params.seq })
	});
	app.route({
		...contract.findSubject,
		handler: (request) => findSubject(request.context(), request.params.id, request.params)
	});
	app.route({
		...contract.searchMessages,
		onRequest: app.paced.talking,
		handler: (request) => search(request.context(), request.query)
	});
	app.route({
		...contract.listMentions,
		handler: (request) => mentions(request.context(), request.query)
	});
};
