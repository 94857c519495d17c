import type { FileInfo } from '@stazhirovka/contract/files';
import type { Answer, Ask } from './line.ts';

/** Why a file was not taken: a code to explain, or null when sending it again may help. */
export class NotSent extends Error {
	readonly code: string | null;

	constructor(code: string | null) {
		super(code ?? 'not sent');
		this.code = code;
	}
}

export type Carrying = {
	/** Where new uploads begin: `/api/uploads` and the place to which the file belongs. */
	place: string;
	/** The address of this upload, when it was begun before. */
	begun: string | null;
	ask: Ask;
	/** The pause before another try; over at once when nobody waits any more. */
	wait: (milliseconds: number) => Promise<void>;
	signal: AbortSignal;
	/** It has an address from now on; null: the service has forgotten it. */
	onaddress: (url: string | null) => void;
	onsent: (bytes: number) => void;
	/** The line is lost; cleared by the next word that it moves on. */
	onlost: () => void;
};

const PIECE = 1_048_576;
const PAUSES = [500, 1_000, 2_000, 5_000, 10_000];
/** An upload that is forgotten again and again is not begun for ever. */
const MOST_BEGINNINGS = 4;

type State = { url: string | null; offset: number | null };
/** No answer, or one that says nothing about the file. */
class Lost extends Error {}

/**
 * Brings a file to the service piece by piece, by tus 1.0.0: after a lost line it asks how far it has come and goes on
 * from there, for as long as it takes. Rejects with `NotSent` when the service does not take it.
 */
export async function carry(file: File, carrying: Carrying): Promise<FileInfo> {
	let state: State = { url: carrying.begun, offset: null };
	let failures = 0;
	let beginnings = 0;
	while (!carrying.signal.aborted) {
		try {
			if (state.url === null) {
				if (++beginnings > MOST_BEGINNINGS) throw new NotSent(null);
				state = await begin(file, carrying);
			}
			const told = await step(file, carrying, state);
			if ('info' in told) return told.info;
			state = told;
			failures = 0;
		} catch (error) {
			if (!(error instanceof Lost)) throw error;
			if (carrying.signal.aborted) break;
			carrying.onlost();
			state = { ...state, offset: null };
			failures += 1;
			await carrying.wait(PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0);
		}
	}
	throw new NotSent(null);
}

async function begin({ name, size }: File, { place, onaddress, ...carrying }: Carrying): Promise<State> {
	const head = { 'upload-length': String(size), 'upload-metadata': `filename ${base64(name)}` };
	const answer = await heard(carrying, { method: 'POST', url: place, head });
	const url = answer.head('location');
	if (answer.status !== 201 || url === null) throw refused(answer);
	onaddress(url);
	return { url, offset: 0 };
}

/** One request on the way: how far, the next piece, or the end. */
async function step(file: File, carrying: Carrying, state: State): Promise<State | { info: FileInfo }> {
	const url = state.url ?? '';
	const { offset } = state;
	if (offset === null) return at(url, carrying, await heard(carrying, { method: 'HEAD', url }));
	if (offset >= file.size) {
		const answer = await heard(carrying, { method: 'POST', url: `${url}/completion` });
		if (answer.status === 200) return { info: JSON.parse(answer.body) as FileInfo };
		return at(url, carrying, answer);
	}
	const answer = await heard(carrying, {
		method: 'PATCH',
		url,
		head: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
		body: file.slice(offset, offset + PIECE),
		onsent: (bytes) => carrying.onsent(Math.min(offset + bytes, file.size))
	});
	return at(url, carrying, answer);
}

/** Where the upload stands after an answer. */
function at(url: string, { onaddress, onsent }: Carrying, answer: Answer): State {
	if (answer.status === 404 || answer.status === 410) {
		onaddress(null);
		return { url: null, offset: null };
	}
	if (answer.status === 409) return { url, offset: null };
	const offset = answer.head('upload-offset');
	if (answer.status >= 300 || offset === null) throw refused(answer);
	onsent(Number(offset));
	return { url, offset: Number(offset) };
}

async function heard(
	{ ask, signal }: Pick<Carrying, 'ask' | 'signal'>,
	asked: Omit<Parameters<Ask>[0], 'signal'>
): Promise<Answer> {
	const answer = await ask({ ...asked, signal }).catch(() => {
		throw new Lost();
	});
	const { status } = answer;
	const passing = (status >= 500 && status !== 507) || (status === 400 && asked.method === 'PATCH');
	if (passing || status === 0) throw new Lost();
	return answer;
}

/** A refusal of the file itself has a code to explain; of somebody who sends too much, none: later it may be taken. */
function refused({ status, body }: Answer): NotSent {
	return new NotSent(status === 429 ? null : (codeIn(body) ?? 'file.kind_not_allowed'));
}

function codeIn(body: string): string | undefined {
	try {
		return (JSON.parse(body) as { code?: string }).code;
	} catch {
		return undefined;
	}
}

function base64(words: string): string {
	return btoa(String.fromCodePoint(...new TextEncoder().encode(words)));
}
