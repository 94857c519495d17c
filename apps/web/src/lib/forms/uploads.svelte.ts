import type { FileInfo } from '@stazhirovka/contract/files';

export type Upload = {
	readonly file: File;
	/** From 0 to 100. */
	readonly percent: number;
	readonly state: 'sending' | 'failed';
	readonly cancel: () => void;
};

type Sent = { done: Promise<FileInfo>; cancel: () => void };
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
		this.#list = [...this.#list, { file, percent: 0, state: 'sending', cancel: sent.cancel }];

		const info = await sent.done.catch(() => null);
		if (!this.#list.some((upload) => upload.file === file)) return;
		if (!info) return this.#mark(file, { state: 'failed' });

		this.#forget(file);
		this.#stored(info);
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
				request.status < 300 ? resolve(JSON.parse(request.responseText)) : reject(request);
			request.onerror = reject;
			request.onabort = reject;
		});
		request.open('POST', url);
		request.send(form);
		return { done, cancel: () => request.abort() };
	};
}
