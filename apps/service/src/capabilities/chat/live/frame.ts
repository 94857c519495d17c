import type { ServerFrame } from '@stazhirovka/contract/chat';

/** The first byte of a whole text message. */
const TEXT = 0x81;
const SHORT = 126;
const LONG = 127;
const LONGEST_MIDDLE = 0xffff;

/**
 * A frame as it goes over the wire, head and all: made once, however many sockets it goes to, and joined with others
 * by putting them side by side.
 */
export function encode(frame: ServerFrame): Buffer {
	return encodeText(JSON.stringify(frame));
}

/** The same for what is JSON already. */
export function encodeText(text: string): Buffer {
	const length = Buffer.byteLength(text);
	const head = length < SHORT ? 2 : length <= LONGEST_MIDDLE ? 4 : 10;
	const bytes = Buffer.allocUnsafe(head + length);

	bytes[0] = TEXT;
	if (head === 2) bytes[1] = length;
	else if (head === 4) {
		bytes[1] = SHORT;
		bytes.writeUInt16BE(length, 2);
	} else {
		bytes[1] = LONG;
		bytes.writeBigUInt64BE(BigInt(length), 2);
	}
	bytes.write(text, head);
	return bytes;
}
