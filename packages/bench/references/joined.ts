import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { serveParent } from '../harness/child.ts';
import { cpu, memory } from '../harness/usage.ts';
import { eventOf } from './message.ts';

type Room = { seq: number; sockets: Set<Socket>; waiting: Buffer[] };

const rooms = new Map<string, Room>();
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const server = createServer();

function frameOf(text: string): Buffer {
	const words = Buffer.from(text);
	const head =
		words.length < 126
			? Buffer.from([0x81, words.length])
			: Buffer.from([0x81, 126, words.length >> 8, words.length & 255]);
	return Buffer.concat([head, words]);
}

/** The texts of a chunk of whole masked frames, as our own load sends them: short, with a mask of zero. */
function* textsIn(chunk: Buffer): Generator<string> {
	for (let at = 0; at < chunk.length;) {
		const short = (chunk[at + 1] ?? 0) & 0x7f;
		const from = at + (short === 126 ? 8 : 6);
		const length = short === 126 ? chunk.readUInt16BE(at + 2) : short;
		at = from + length;
		yield chunk.toString('utf8', from, at);
	}
}

function say(room: Room, name: string, text: string): void {
	room.seq += 1;
	if (room.waiting.length === 0)
		setImmediate(() => {
			const joined = Buffer.concat(room.waiting);
			room.waiting = [];
			for (const socket of room.sockets) socket.write(joined);
		});
	room.waiting.push(frameOf(JSON.stringify(eventOf(room.seq, text, name))));
}

server.on('upgrade', (request, socket: Socket) => {
	const name = request.url ?? '';
	const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
	socket.write(
		`HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${key}\r\n\r\n`
	);
	const room = rooms.get(name) ?? { seq: 0, sockets: new Set(), waiting: [] };
	rooms.set(name, room);
	room.sockets.add(socket);
	socket.on('close', () => room.sockets.delete(socket)).on('error', () => undefined);
	socket.on('data', (chunk: Buffer) => {
		for (const text of textsIn(chunk)) say(room, name, (JSON.parse(text) as { text: string }).text);
	});
});

/** The least that a room can be: a frame made once, what waits in a turn written together; nothing stored or checked. */
export const joined = serveParent({
	start: (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve)),
	cpu,
	memory,
	close: () => void server.close()
});
