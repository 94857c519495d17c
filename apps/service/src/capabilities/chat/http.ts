import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/chat';
import { markRead } from './commands/mark-read.ts';
import { postMessage } from './commands/post-message.ts';
import { myRooms } from './queries.ts';
import * as reading from './reading.ts';
import { toRoomSummary } from './view.ts';

/** Rooms and messages over HTTP: what a page shows first, and the way when the socket is away. */
export const chatHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listRooms,
		async handler(request) {
			const { db, actor } = request.context();
			return (await myRooms(db, actor.personId)).map(toRoomSummary);
		}
	});
	app.route({
		...contract.getRoom,
		handler: (request) => reading.room(request.context(), request.params.id)
	});
	app.route({
		...contract.listRoomEvents,
		handler: (request) => reading.events(request.context(), request.params.id, request.query)
	});
	app.route({
		...contract.postMessage,
		async handler(request) {
			const { clientId } = request.body;
			const roomId = request.params.id;
			const seq = await postMessage(request.context(), { ...request.body, roomId });
			return { roomId, clientId, seq };
		}
	});
	app.route({
		...contract.markRead,
		async handler(request) {
			const { seq } = request.body;
			return { unread: await markRead(request.context(), { roomId: request.params.id, seq }) };
		}
	});
};
