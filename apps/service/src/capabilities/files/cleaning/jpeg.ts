const START = 0xd8;
const SCAN = 0xda;
const APP = 0xe0;
const COMMENT = 0xfe;
/** JFIF, colours (ICC) and Adobe's way with colours: without them a picture looks otherwise. */
const KEPT = new Set([APP, APP + 2, APP + 14]);

/** A JPEG without EXIF, XMP, IPTC and comments; its picture is not touched. What is no JPEG stays as it is. */
export function withoutSegments(bytes: Uint8Array): Uint8Array {
	if (bytes[0] !== 0xff || bytes[1] !== START) return bytes;

	const kept: Uint8Array[] = [bytes.subarray(0, 2)];
	let at = 2;
	while (bytes[at] === 0xff && bytes[at + 1] !== SCAN) {
		const marker = bytes[at + 1] ?? 0;
		const length = 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
		const isTelling = marker === COMMENT || (marker >= APP && marker <= APP + 15 && !KEPT.has(marker));
		if (!isTelling) kept.push(bytes.subarray(at, at + length));
		at += length;
	}
	kept.push(bytes.subarray(at));
	return Buffer.concat(kept);
}
