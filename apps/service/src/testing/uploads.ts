import type { FileInfo } from '@stazhirovka/contract/files';
import type { TestPerson } from './person.ts';
import type { Visitor } from './visitor.ts';

type People = { as(person: { id: string } | null): Promise<Visitor> };

/** What people do with files, over HTTP. `place` is the query that says where a file belongs. */
export function uploadsOf(people: () => People) {
	async function upload(person: TestPerson, place: string, name: string, bytes: Uint8Array) {
		const payload = new FormData();
		payload.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
		const visitor = await people().as(person);
		const response = await visitor.inject({ method: 'POST', url: `/api/files?${place}`, payload });
		return { status: response.statusCode, body: response.json() };
	}

	/** Uploads what has to be taken. */
	async function kept(person: TestPerson, place: string, name: string, bytes: Uint8Array): Promise<FileInfo> {
		const { status, body } = await upload(person, place, name, bytes);
		if (status !== 200) throw new Error(`${name} was refused: ${body.code}`);
		return body;
	}

	async function download(person: TestPerson | null, id: string) {
		return (await people().as(person)).inject({ method: 'GET', url: `/api/files/${id}` });
	}

	/** The status that each of these people is answered with. */
	function mayRead(id: string, people: TestPerson[]): Promise<number[]> {
		return Promise.all(people.map(async (person) => (await download(person, id)).statusCode));
	}

	return { upload, kept, download, mayRead };
}
