import { Connection, encode, RoomPump, type Told } from '@stazhirovka/service/measured';
import { WebSocketServer } from 'ws';
import { serveParent } from '../harness/child.ts';
import { cpu, memory } from '../harness/usage.ts';
import { eventOf } from '../references/message.ts';

const MOST_KEPT = 4_000;

/** A room whose store is the memory of this process: what is measured is how the product tells what is stored. */
class Room {
	readonly pump: RoomPump;
	#log: Told[] = [];
	#gone = 0;

	constructor(roomId: string) {
		this.pump = new RoomPump(roomId, 0, {
			source: async (_, after, limit) => this.#log.slice(after - this.#gone, after - this.#gone + limit),
			report: (fault) => console.error(fault),
			longestCatchUp: MOST_KEPT / 2,
			lost: (connection) => this.pump.leave(connection)
		});
	}

	get top(): number {
		return this.#gone + this.#log.length;
	}

	store(roomId: string, text: string): void {
		const seq = this.top + 1;
		const frame = encode(eventOf(seq, text, roomId) as Parameters<typeof encode>[0]);
		this.#log.push({ seq, frame, changes: false });
		if (this.#log.length > MOST_KEPT) this.#gone += this.#log.splice(0, MOST_KEPT / 2).length;
		this.pump.wake(seq);
	}
}

const rooms = new Map<string, Room>();
const nobody = { personId: '', sessionId: '', grants: [] };
const connections = new Set<{ unsent: () => number }>();
let server: WebSocketServer | undefined;
let most = 0;

/** The product's rooms over a bare `ws` server, without sessions and without a database. */
export const fanOut = serveParent({
	start(port: number): Promise<void> {
		const own = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false });
		server = own;
		own.on('connection', (socket, request) => {
			const name = request.url ?? '';
			const room = rooms.get(name) ?? new Room(name);
			rooms.set(name, room);
			const connection = new Connection(socket, request.socket, nobody);
			const watched = { unsent: () => request.socket.writableLength };
			connections.add(watched);
			connection.onSpace = () => room.pump.goOn();
			room.pump.join(connection, room.top, room.top);
			socket.on('close', () => {
				room.pump.leave(connection);
				connections.delete(watched);
			});
			socket.on('message', (data) => {
				room.store(name, (JSON.parse(String(data)) as { text: string }).text);
			});
		});
		setInterval(() => {
			for (const { unsent } of connections) most = Math.max(most, unsent());
		}, 50).unref();
		return new Promise((resolve) => own.once('listening', resolve));
	},
	cpu,
	memory,
	/** The most bytes that any one socket had unsent since this was asked last. */
	mostUnsent(): number {
		const found = most;
		most = 0;
		return found;
	},
	close: () => void server?.close()
});
