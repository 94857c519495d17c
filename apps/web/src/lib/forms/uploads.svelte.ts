import type { FileInfo } from '@stazhirovka/contract/files';

export type Upload = {
	readonly file: File;
	/** From 0 to 100. */
	readonly percent: number;
	readonly state: 'sending' | 'failed';
	/** Why the service does not take this file, however often it is sent; null when sending it again may help. */
	readonly code: string | null;
	readonly cancel: () => void;
};

type Sent = { done: Promise<FileInfo>; cancel: () => void };
/** How a sending that came to nothing is told: as a rejection of `done`. */
export type NotSent = { code: string | null };
export type SendFile = (file: File, onpercent: (percent: number) => void) => Sent;

/** Files on their way: each with its progress, each can be cancelled or tried again. */
export class Uploads {
	#list: Upload[] = $state.raw([]);
	#send: SendFile;
	#stored: (info: FileInfo) => void;

	constructor(send: SendFile, stored: (info: FileInfo) => void) {
		this.#send = send;
		this.#stored = stored;
	}

	get list(): readonly Upload[] {
		return this.#list;
	}

	async start(file: File) {
		this.#forget(file);
		const sent = this.#send(file, (percent) => this.#mark(file, { percent }));
		this.#list = [...this.#list, { file, percent: 0, state: 'sending', code: null, cancel: sent.cancel }];

		const told = await sent.done.then(
			(info) => ({ info }),
			({ code = null }: Partial<NotSent>) => ({ info: null, code })
		);
		if (!this.#list.some((upload) => upload.file === file)) return;
		if (!told.info) return this.#mark(file, { state: 'failed', code: told.code });

		this.#forget(file);
		this.#stored(told.info);
	}

	cancel(file: File) {
		this.#list.find((upload) => upload.file === file)?.cancel();
		this.#forget(file);
	}

	#forget(file: File) {
		this.#list = this.#list.filter((upload) => upload.file !== file);
	}

	#mark(file: File, change: Partial<Upload>) {
		this.#list = this.#list.map((upload) => (upload.file === file ? { ...upload, ...change } : upload));
	}
}

/** XMLHttpRequest, because `fetch` does not tell how much has been sent. */
export function sendFileTo(url: string): SendFile {
	return (file, onpercent) => {
		const request = new XMLHttpRequest();
		const form = new FormData();
		form.append('file', file);

		const done = new Promise<FileInfo>((resolve, reject) => {
			request.upload.onprogress = ({ loaded, total }) => onpercent(Math.round((loaded / total) * 100));
			request.onload = () =>
				request.status < 300
					? resolve(JSON.parse(request.responseText))
					: reject(notSent(request.status, request.responseText));
			request.onerror = () => reject({ code: null });
			request.onabort = () => reject({ code: null });
		});
		request.open('POST', url);
		request.send(form);
		return { done, cancel: () => request.abort() };
	};
}

/** A refusal of the file itself has a code to explain; a busy or broken service, or a cut line, has none. */
export function notSent(status: number, body: string): NotSent {
	const { code } = codeIn(body);
	const again = status < 400 || status === 429 || status >= 500 || code === 'file.interrupted';
	return { code: again && code !== 'file.no_space' ? null : (code ?? 'file.kind_not_allowed') };
}

function codeIn(body: string): { code?: string } {
	try {
		return JSON.parse(body) as { code?: string };
	} catch {
		return {};
	}
}
