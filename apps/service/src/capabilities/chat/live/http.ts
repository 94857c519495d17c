import type { WebSocket, WebsocketPluginOptions } from '@fastify/websocket';
import type { FastifyInstance, FastifyPluginAsync, preHandlerHookHandler } from 'fastify';
import type { Deps } from '../../../shell/context.ts';
import type { ServerFrame } from '@stazhirovka/contract/chat';
import { CLOSED, Connection } from './connection.ts';
import { Hub } from './hub.ts';
import { receive } from './receive.ts';
import type { Timings } from './timings.ts';

const LONGEST_FRAME_BYTES = 65_536;
const LONGEST_RETURN_MILLISECONDS = 5_000;
const GRACE_MILLISECONDS = 2_000;
const FAILED = 1011;

/** How the process treats its sockets as a whole: the longest frame, a broken one, and the end of the process. */
export const sockets: WebsocketPluginOptions = {
	options: { maxPayload: LONGEST_FRAME_BYTES },
	errorHandler: (_, socket) => dismiss(socket, FAILED, 'failed'),
	preClose(this: FastifyInstance, done) {
		for (const socket of this.websocketServer.clients) {
			// Each comes back at a time of its own, so that the next process is not stormed.
			const after = Math.round(Math.random() * LONGEST_RETURN_MILLISECONDS);
			socket.send(JSON.stringify({ t: 'restart', after } satisfies ServerFrame));
			dismiss(socket, CLOSED.restart, 'restart');
		}
		this.websocketServer.close();
		done();
	}
};

/** `GET /api/live`: who asks and from where was checked before the upgrade; listeners are attached at once. */
export const liveHttp: FastifyPluginAsync<{ deps: Deps; timings?: Timings }> = async (
	app,
	{ deps, timings }
) => {
	const report = (fault: unknown) => app.log.error(fault);
	const hub = new Hub(deps, report, timings);
	app.addHook('onReady', async () => hub.start());
	app.addHook('onClose', async () => hub.stop());

	app.get('/live', { websocket: true, preHandler: leaveAnswer }, (socket, request) => {
		letGo(socket);
		const connection = new Connection(socket, request.raw.socket, request.context().actor);
		socket.on('pong', () => connection.seen());
		socket.on('close', () => hub.leave(connection));
		socket.on('message', (data: Buffer, isBinary: boolean) => {
			connection.seen();
			receive({ deps, hub, report }, connection, isBinary ? null : data.toString());
		});

		if (hub.enter(connection)) return;
		connection.send({ t: 'refused', code: 'live.too_many_sockets' });
		connection.close(CLOSED.policy, 'too many sockets');
	});
};

/** The upgraded socket would keep the answer that is never written, and all that hangs on it, for as long as it is open. */
const leaveAnswer: preHandlerHookHandler = (request, reply, done) => {
	if (request.ws) reply.raw.detachSocket(request.raw.socket);
	done();
};

/** So would the plugin's listener, which knows the request; ours does the same without it. */
function letGo(socket: WebSocket): void {
	socket.removeAllListeners('error');
	socket.on('error', () => dismiss(socket, FAILED, 'failed'));
}

/** A peer that does not answer the closing is cut off. */
function dismiss(socket: WebSocket, code: number, reason: string): void {
	socket.close(code, reason);
	setTimeout(() => socket.terminate(), GRACE_MILLISECONDS).unref();
}
