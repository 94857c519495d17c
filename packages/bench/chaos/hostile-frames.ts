import fc from 'fast-check';
import { randomUUID } from 'node:crypto';

/** What is thrown at one socket: bytes, how many frames they are, and what the documentation says comes of it. */
export type Attack = { name: string; bytes: Buffer; frames: number; fits(found: Found): boolean };
export type Found = {
	closed: number | undefined;
	refused: number;
	nacked: number;
	revoked: number;
	pongs: number;
};

const TEXT = 1;
const CONTINUATION = 0;
const BINARY = 2;
const PING = 9;
const LAST = 0x80;
const STRIKES = 10;
const LONGEST = 65_536;

type Shape = { kind?: number; first?: number; masked?: boolean };

/** Any frame, right or wrong. The mask is zero. */
function frame(
	words: Buffer | string,
	{ kind = TEXT, first = LAST | kind, masked = true }: Shape = {}
): Buffer {
	const body = Buffer.from(words);
	const flag = masked ? 0x80 : 0;
	const length =
		body.length < 126
			? Buffer.from([flag | body.length])
			: body.length < LONGEST
				? Buffer.from([flag | 126, body.length >> 8, body.length & 255])
				: Buffer.concat([Buffer.from([flag | 127, 0, 0, 0, 0]), uint32(body.length)]);
	return Buffer.concat([Buffer.from([first]), length, masked ? Buffer.alloc(4) : Buffer.alloc(0), body]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

const odd: fc.Arbitrary<string> = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.json().filter((text) => !text.startsWith('{"t":')),
	fc.record({ t: fc.constantFrom('follow', 'send', 'read', 'typing', 'hello', '__proto__') }).map(text),
	fc.record({ t: fc.constant('send'), roomId: fc.string(), text: fc.anything() }).map(text),
	fc
		.record({
			t: fc.constant('follow'),
			rooms: fc.array(fc.record({ roomId: fc.uuid(), seq: fc.double() }), { minLength: 1 })
		})
		.map(text),
	fc.constantFrom(
		'[]',
		'{}',
		'null',
		'{"t":',
		`${'['.repeat(5_000)}`,
		'{"t":"read","roomId":9007199254740993}'
	)
);

function text(value: unknown): string {
	return JSON.stringify(value) ?? '';
}

const many = (count: number, make: (n: number) => Buffer) =>
	Buffer.concat(Array.from({ length: count }, (_, n) => make(n)));
const told = ({ refused, nacked }: Found) => refused + nacked;

/** Everything that may be thrown, each with what must come of it. `seed` decides the odd words. */
export function attacks(seed: number): Attack[] {
	const words = fc.sample(odd, { seed, numRuns: 20 });
	const malformed = (count: number) => many(count, (n) => frame(words[n % words.length] ?? ''));
	const follow = text({ t: 'follow', rooms: [{ roomId: randomUUID(), epoch: randomUUID(), seq: 0 }] });
	const sending = () =>
		frame(
			text({
				t: 'send',
				roomId: randomUUID(),
				clientId: randomUUID(),
				text: 'Пустите',
				fileIds: [],
				task: null
			})
		);
	const pong = frame(text({ t: 'pong' }));
	const half = Math.floor(follow.length / 2);

	return [
		{
			name: 'ten that cannot be read',
			...{ bytes: malformed(STRIKES), frames: STRIKES },
			fits: (found) => told(found) === STRIKES && found.closed === 1008
		},
		{
			name: 'nine that cannot be read, one that can, eight that cannot',
			...{ bytes: Buffer.concat([malformed(9), pong, malformed(8)]), frames: 18 },
			fits: (found) => told(found) === 17 && found.closed === undefined
		},
		{
			name: 'more than a second may hold',
			...{ bytes: many(60, () => pong), frames: 60 },
			fits: (found) => found.refused >= STRIKES && found.closed === 1008
		},
		{
			name: 'binary frames',
			...{ bytes: many(STRIKES, () => frame('{"t":"pong"}', { kind: BINARY })), frames: STRIKES },
			fits: (found) => found.refused === STRIKES && found.closed === 1008
		},
		{
			name: 'a frame of 65,537 bytes',
			...{ bytes: frame('x'.repeat(LONGEST + 1)), frames: 1 },
			fits: ({ closed }) => closed === 1009
		},
		{
			name: 'what is no text',
			...{ bytes: frame(Buffer.from([0xc3, 0x28])), frames: 1 },
			fits: ({ closed }) => closed === 1007
		},
		{
			name: 'a frame without a mask',
			...{ bytes: frame('{}', { masked: false }), frames: 1 },
			fits: ({ closed }) => closed === 1002
		},
		{
			name: 'reserved bits',
			...{ bytes: frame('{}', { first: LAST | 0x40 | TEXT }), frames: 1 },
			fits: ({ closed }) => closed === 1002
		},
		{
			name: 'a kind of frame that does not exist',
			...{ bytes: frame('{}', { kind: 5 }), frames: 1 },
			fits: ({ closed }) => closed === 1002
		},
		{
			name: 'an end without a beginning',
			...{ bytes: frame('{}', { kind: CONTINUATION }), frames: 1 },
			fits: ({ closed }) => closed === 1002
		},
		{
			name: 'a good frame in two parts, for a room of others',
			bytes: Buffer.concat([
				frame(follow.slice(0, half), { first: TEXT }),
				frame(follow.slice(half), { kind: CONTINUATION })
			]),
			frames: 2,
			fits: ({ revoked, closed }) => revoked === 1 && closed === undefined
		},
		{
			name: 'messages to rooms of others',
			...{ bytes: many(15, sending), frames: 15 },
			fits: ({ nacked, closed }) => nacked === 15 && closed === undefined
		},
		{
			name: 'pings',
			...{ bytes: many(50, () => frame('?', { kind: PING })), frames: 50 },
			fits: ({ pongs, closed }) => pongs === 50 && closed === undefined
		},
		{
			name: 'half a frame',
			...{ bytes: frame(follow).subarray(0, 20), frames: 1 },
			fits: ({ closed, refused }) => closed === undefined && refused === 0
		}
	];
}
