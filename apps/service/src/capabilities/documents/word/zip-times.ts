const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** 1 January 1980, 00:00: the beginning of time in ZIP. */
const DATE = 0x0021;

/** The archive with the same time in every entry, so that equal contents are equal files. */
export function withoutTimes(zip: Buffer): Buffer {
	const end = zip.lastIndexOf(uint32(END));
	let at = zip.readUInt32LE(end + 16);

	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		expect(zip, at, CENTRAL);
		stamp(zip, at + 12);
		const local = zip.readUInt32LE(at + 42);
		expect(zip, local, LOCAL);
		stamp(zip, local + 10);
		at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return zip;
}

function stamp(zip: Buffer, at: number): void {
	zip.writeUInt16LE(0, at);
	zip.writeUInt16LE(DATE, at + 2);
}

function expect(zip: Buffer, at: number, signature: number): void {
	if (zip.readUInt32LE(at) !== signature) throw new Error('not an archive of the kind that was written');
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
