import { WebSocketServer, type WebSocket } from 'ws';
import { serveParent } from '../harness/child.ts';
import { cpu, memory } from '../harness/usage.ts';
import { eventOf } from './message.ts';

/**
 * What one writes first: a room is a set of sockets, a message is made into bytes once and given to `ws` for each of
 * them. It stores nothing and checks nothing.
 */
const rooms = new Map<string, { seq: number; sockets: Set<WebSocket> }>();
let server: WebSocketServer | undefined;

export const broadcast = serveParent({
	start(port: number): Promise<void> {
		const own = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false });
		server = own;
		own.on('connection', (socket, request) => {
			const name = request.url ?? '';
			const room = rooms.get(name) ?? { seq: 0, sockets: new Set() };
			rooms.set(name, room);
			room.sockets.add(socket);
			socket.on('close', () => room.sockets.delete(socket));
			socket.on('message', (data) => {
				const { text } = JSON.parse(String(data)) as { text: string };
				room.seq += 1;
				const bytes = Buffer.from(JSON.stringify(eventOf(room.seq, text, name)));
				for (const other of room.sockets) other.send(bytes, { binary: false });
			});
		});
		return new Promise((resolve) => own.once('listening', resolve));
	},
	cpu,
	memory,
	close: () => void server?.close()
});
