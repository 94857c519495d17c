import type { FileInfo } from '@stazhirovka/contract/files';
import { carry, NotSent } from './carry.ts';
import { inOneWindow, type KeptUpload, type UploadStore } from './kept.ts';
import { askOverXhr, waitFor, type Ask } from './line.ts';

export type Upload = {
	readonly id: string;
	readonly file: File;
	/** From 0 to 100. */
	readonly percent: number;
	/** `waiting`: the line is lost, it goes on by itself; `paused`: the person wished so. */
	readonly state: 'sending' | 'waiting' | 'paused' | 'failed';
	/** Why the service does not take this file, however often it is sent; null when sending it again may help. */
	readonly code: string | null;
};

type Ports = {
	/** Where uploads begin: `/api/uploads` and the place to which the files belong. */
	place: () => string;
	/** Absent where a file would mean nothing after a reload. */
	kept?: UploadStore;
	/** The file is there. */
	stored: (info: FileInfo) => void;
	ask?: Ask;
	wait?: typeof waitFor;
};

/** Files on their way: each with its progress; each can be paused, gone on with, given up or tried again. */
export class Uploads {
	#list: Upload[] = $state.raw([]);
	readonly #ports: Required<Omit<Ports, 'kept'>> & Pick<Ports, 'kept'>;
	readonly #kept: Record<string, KeptUpload | undefined> = {};
	readonly #stops: Record<string, AbortController | undefined> = {};

	constructor(ports: Ports) {
		this.#ports = { ask: askOverXhr, wait: waitFor, ...ports };
	}

	get list(): readonly Upload[] {
		return this.#list;
	}

	/** Goes on with what an earlier visit left. Answers with leaving: what is on its way stands still and is kept. */
	open(): () => void {
		void this.#ports.kept?.all().then((all) => all.forEach((one) => void this.#take(one)));
		return () => Object.values(this.#stops).forEach((stop) => stop?.abort());
	}

	/** Over when the file is there, refused, paused or given up. */
	start(file: File): Promise<void> {
		return this.#take({ id: crypto.randomUUID(), at: Date.now(), file, url: null });
	}

	pause(id: string): void {
		this.#mark(id, { state: 'paused' });
		this.#stops[id]?.abort();
	}

	resume(id: string): void {
		const kept = this.#kept[id];
		if (kept) void this.#take(kept);
	}

	cancel(id: string): void {
		const url = this.#kept[id]?.url;
		this.#forget(id);
		this.#stops[id]?.abort();
		if (url) void this.#ports.ask({ method: 'DELETE', url }).catch(() => undefined);
	}

	async #take(kept: KeptUpload): Promise<void> {
		const { id, file } = kept;
		this.#kept[id] = kept;
		const percent = this.#list.find((upload) => upload.id === id)?.percent ?? 0;
		const upload: Upload = { id, file, percent, state: 'sending', code: null };
		this.#list = this.#has(id)
			? this.#list.map((one) => (one.id === id ? upload : one))
			: [...this.#list, upload];

		const stop = new AbortController();
		this.#stops[id] = stop;
		try {
			const info = await inOneWindow(id, () => this.#begin(kept, stop.signal));
			if (!this.#has(id)) return;
			if (info === null) return this.#leave(id);
			this.#forget(id);
			this.#ports.stored(info);
		} catch (error) {
			if (!stop.signal.aborted) this.#fail(id, error instanceof NotSent ? error.code : null);
		}
	}

	/** Only the window that carries it writes down where it is: another one would spoil what the first has kept. */
	#begin(kept: KeptUpload, signal: AbortSignal): Promise<FileInfo> {
		if (this.#has(kept.id)) this.#keep(kept);
		return this.#carry(kept, signal);
	}

	#carry({ id, file, url }: KeptUpload, signal: AbortSignal): Promise<FileInfo> {
		const { place, ask, wait } = this.#ports;
		return carry(file, {
			...{ place: place(), begun: url, ask, signal },
			wait: (milliseconds) => wait(milliseconds, signal),
			onaddress: (address) => {
				const kept = this.#kept[id];
				if (kept) this.#keep({ ...kept, url: address });
			},
			onsent: (bytes) => {
				if (!signal.aborted)
					this.#mark(id, { state: 'sending', percent: Math.round((bytes / file.size) * 100) });
			},
			onlost: () => this.#mark(id, { state: 'waiting' })
		});
	}

	/** What is refused for good is not kept: after a reload it would be refused again. */
	#fail(id: string, code: string | null): void {
		if (code !== null) this.#ports.kept?.drop(id);
		this.#mark(id, { state: 'failed', code });
	}

	#keep(kept: KeptUpload): void {
		this.#kept[kept.id] = kept;
		this.#ports.kept?.put(kept);
	}

	#forget(id: string): void {
		this.#ports.kept?.drop(id);
		this.#leave(id);
	}

	/** It is carried elsewhere, or not at all: here nothing of it is shown any more. */
	#leave(id: string): void {
		this.#kept[id] = undefined;
		this.#list = this.#list.filter((upload) => upload.id !== id);
	}

	#has(id: string): boolean {
		return this.#list.some((upload) => upload.id === id);
	}

	#mark(id: string, change: Partial<Upload>): void {
		this.#list = this.#list.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
	}
}
