import { crc32 } from 'node:zlib';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** The smallest bytes that are honestly of their kind. */
export const SAMPLES: Readonly<Record<string, Buffer>> = {
	pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
	docx: office(`${OFFICE}.wordprocessingml.document.main+xml`, 'word/document.xml'),
	pptx: office(`${OFFICE}.presentationml.presentation.main+xml`, 'ppt/presentation.xml'),
	xlsx: office(`${OFFICE}.spreadsheetml.sheet.main+xml`, 'xl/workbook.xml'),
	odt: zip({ mimetype: `${OPEN}.text`, 'content.xml': '<a/>' }),
	odp: zip({ mimetype: `${OPEN}.presentation`, 'content.xml': '<a/>' }),
	jpg: Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')]),
	png: Buffer.from(
		'89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000000020001e221bc330000000049454e44ae426082',
		'hex'
	),
	webp: Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex'),
	mp4: Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex'),
	vtt: Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nОткройте тетради.\n'),
	txt: Buffer.from('Обычный текст.\r\n\tИ вторая строка.\n')
};

/** A document with a macro calls itself by another type. */
export const MACRO = office('application/vnd.ms-word.document.macroEnabled.main+xml', 'word/document.xml');

function office(type: string, part: string): Buffer {
	const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${type}"/></Types>`;
	return zip({ '[Content_Types].xml': types, '_rels/.rels': '<a/>', [part]: '<a/>' });
}

/** An archive whose entries are stored as they are. */
export function zip(entries: Record<string, string>): Buffer {
	const local: Buffer[] = [];
	const central: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(entries)) {
		const [title, data] = [Buffer.from(name), Buffer.from(text)];
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt32LE(crc32(data), 10);
		facts.writeUInt32LE(data.length, 14);
		facts.writeUInt32LE(data.length, 18);
		facts.writeUInt16LE(title.length, 22);
		local.push(Buffer.from('PK\u0003\u0004'), facts, title, data);

		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		central.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, title);
		offset += 30 + title.length + data.length;
	}
	const size = central.reduce((sum, { length }) => sum + length, 0);
	const end = Buffer.alloc(18);
	const count = Object.keys(entries).length;
	end.writeUInt16LE(count, 4);
	end.writeUInt16LE(count, 6);
	end.writeUInt32LE(size, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...local, ...central, Buffer.from('PK\u0005\u0006'), end]);
}
