import type { TestPerson } from './person.ts';
import type { Visitor } from './visitor.ts';

type People = { as(person: { id: string } | null): Promise<Visitor> };

const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');

/** Bytes that begin as a CMS signature does, with something inside. */
export function signatureOf(content: Buffer | string = 'подпись'): Buffer {
	const inside = Buffer.concat([SIGNED_DATA, Buffer.from(content)]);
	const head = Buffer.from([0x30, 0x84, 0, 0, 0, 0]);
	head.writeUInt32BE(inside.length, 2);
	return Buffer.concat([head, inside]);
}

/** Attaches a file to a document over HTTP; `signer` goes before the file, as the contract asks. */
export async function attach(
	people: People,
	person: TestPerson | null,
	documentId: string,
	{
		bytes,
		name = 'Приказ.sig',
		signer = 'Полозьев Д. И.',
		to = 'documents'
	}: { bytes: Uint8Array; name?: string; signer?: string; to?: 'documents' | 'certificates' }
) {
	const payload = new FormData();
	payload.append('signer', signer);
	payload.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
	const visitor = await people.as(person);
	const url = `/api/${to}/${documentId}/signatures`;
	const response = await visitor.inject({ method: 'POST', url, payload });
	return { status: response.statusCode, body: response.json() };
}
