import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import * as contract from '@stazhirovka/contract/chat';
import { act } from './commands/act.ts';
import { markRead } from './commands/mark-read.ts';
import { postMessage } from './commands/post-message.ts';
import { myRooms } from './queries.ts';
import * as reading from './reading.ts';
import { enterRoom } from './rooms.ts';
import { saveSettings, setMuted, settingsOf } from './settings-store.ts';
import { toRoomSummary } from './view.ts';

/** Rooms and what is done in them over HTTP: what a page shows first, and the way when the socket is away. */
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
		onRequest: app.paced.talking,
		async handler(request) {
			const { clientId } = request.body;
			const roomId = request.params.id;
			const seq = await postMessage(request.context(), { ...request.body, roomId });
			return { roomId, clientId, seq };
		}
	});
	app.route({
		...contract.actInRoom,
		onRequest: app.paced.talking,
		async handler(request) {
			const { clientId } = request.body;
			const roomId = request.params.id;
			const seq = await act(request.context(), { ...request.body, roomId });
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
	app.route({
		...contract.muteRoom,
		async handler(request) {
			const { db, actor } = request.context();
			const { id } = await enterRoom(db, actor, request.params.id);
			await setMuted(db, actor.personId, id, request.body.muted);
			return { done: true as const };
		}
	});
	app.route({
		...contract.getChatSettings,
		async handler(request) {
			const { db, actor } = request.context();
			return settingsOf(db, actor.personId);
		}
	});
	app.route({
		...contract.saveChatSettings,
		async handler(request) {
			const { db, actor } = request.context();
			await saveSettings(db, actor.personId, request.body);
			return request.body;
		}
	});
};
