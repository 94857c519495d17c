import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 0x81;
const PING = 9;
const PONG = 10;
const CLOSE = 8;
const SHORT = 126;
const LONG = 127;
const NO_MASK = Buffer.alloc(4);

/** Told of each text frame where its words lie. */
export type OnFrame = (bytes: Buffer, from: number, to: number) => void;

/**
 * The browser's end of a WebSocket over a bare TCP socket, so cheap that the server is what is measured: it looks at
 * frames where they lie and copies nothing.
 */
export class Line {
	readonly socket: Socket;
	frames = 0;
	/** What the server closed it with, if it said so. */
	closeCode: number | undefined;
	pongs = 0;
	onFrame: OnFrame = () => undefined;
	#rest: Buffer = Buffer.alloc(0);

	constructor(socket: Socket) {
		this.socket = socket;
	}

	/** Opens and upgrades; throws what the server answered instead. */
	static open(port: number, path: string, headers: Record<string, string> = {}): Promise<Line> {
		const socket = connect({ port, host: '127.0.0.1', noDelay: true });
		const line = new Line(socket);
		const own = { ...headers, upgrade: 'websocket', connection: 'Upgrade' };
		const wanted = {
			...own,
			'sec-websocket-version': '13',
			'sec-websocket-key': randomBytes(16).toString('base64')
		};
		const lines = Object.entries({ host: `127.0.0.1:${port}`, ...wanted }).map(
			([name, value]) => `${name}: ${value}`
		);

		return new Promise((resolve, reject) => {
			let head = Buffer.alloc(0);
			socket.once('error', reject);
			socket.once('close', () => reject(new Error('closed while it was opening')));
			socket.once('connect', () => socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`));
			socket.on('data', function listen(chunk: Buffer) {
				head = Buffer.concat([head, chunk]);
				const end = head.indexOf('\r\n\r\n');
				if (end < 0) return;
				socket.off('data', listen);
				const status = head.toString('latin1', 9, 12);
				if (status !== '101') return reject(new Error(`refused ${status}`));
				socket.on('error', () => undefined);
				socket.on('data', (bytes: Buffer) => line.#read(bytes));
				resolve(line);
				if (head.length > end + 4) line.#read(head.subarray(end + 4));
			});
		});
	}

	/** The texts in one write, each a frame of its own. */
	say(...texts: string[]): void {
		this.socket.write(Buffer.concat(texts.map(frameOf)));
	}

	#read(chunk: Buffer): void {
		const bytes = this.#rest.length ? Buffer.concat([this.#rest, chunk]) : chunk;
		let at = 0;
		while (at + 2 <= bytes.length) {
			const first = bytes[at] ?? 0;
			let length = bytes[at + 1] ?? 0;
			let from = at + 2;
			if (length === SHORT) {
				if (from + 2 > bytes.length) break;
				length = bytes.readUInt16BE(from);
				from += 2;
			} else if (length === LONG) {
				if (from + 8 > bytes.length) break;
				length = Number(bytes.readBigUInt64BE(from));
				from += 8;
			}
			if (from + length > bytes.length) break;
			at = from + length;
			if (first === TEXT) {
				this.frames += 1;
				this.onFrame(bytes, from, at);
			} else this.#control(first & 15, bytes.subarray(from, at));
		}
		this.#rest = at === bytes.length ? Buffer.alloc(0) : bytes.subarray(at);
	}

	#control(kind: number, words: Buffer): void {
		if (kind === PING)
			this.socket.write(Buffer.concat([Buffer.from([0x8a, 0x80 | words.length]), NO_MASK, words]));
		else if (kind === PONG) this.pongs += 1;
		else if (kind === CLOSE) {
			this.closeCode = words.length >= 2 ? words.readUInt16BE(0) : undefined;
			this.socket.end();
		}
	}
}

/** A masked text frame; the mask is zero, which every server must take. */
function frameOf(text: string): Buffer {
	const words = Buffer.from(text);
	const head =
		words.length < SHORT
			? Buffer.from([TEXT, 0x80 | words.length])
			: Buffer.from([TEXT, 0x80 | SHORT, words.length >> 8, words.length & 255]);
	return Buffer.concat([head, NO_MASK, words]);
}
