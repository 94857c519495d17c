import { clear, createStore, del, delMany, entries, set } from 'idb-keyval';

type Key = [person: string, place: string, id: string];
/** An upload as a browser keeps it: the file itself, and where it was begun. */
export type KeptUpload = { id: string; at: number; file: File; url: string | null };

export type UploadStore = {
	all: () => Promise<KeptUpload[]>;
	put: (upload: KeptUpload) => void;
	drop: (id: string) => void;
};

const place = () => createStore('stazhirovka-uploads', 'kept');
/** A private window may forbid the store, or the disk be full: then nothing is kept, and uploads work on. */
const nothing = () => undefined;
/** The service forgets an upload that nobody has gone on with for a day. */
const KEPT_MS = 24 * 3_600_000;

/** What one person is uploading to one place, so that it survives a reload. */
export function keptUploads(person: string, where: string): UploadStore {
	const store = place();
	const key = (id: string): Key => [person, where, id];
	return {
		async all() {
			const found = await entries<Key, KeptUpload>(store).catch(() => []);
			const old = Date.now() - KEPT_MS;
			const gone = found.filter(([[owner], { at }]) => owner !== person || at < old).map(([one]) => one);
			if (gone.length) void delMany(gone, store).catch(nothing);
			return found
				.filter(([[owner, of], { at }]) => owner === person && of === where && at >= old)
				.map(([, upload]) => upload)
				.sort((one, other) => one.at - other.at);
		},
		put: (upload) => void set(key(upload.id), upload, store).catch(nothing),
		drop: (id) => void del(key(id), store).catch(nothing)
	};
}

/** Files are as private as conversations: nothing of them stays after a sign-out. */
export async function forgetUploads(): Promise<void> {
	await clear(place()).catch(nothing);
}

/** One window carries an upload; for another one that has it too the answer is null. */
export async function inOneWindow<T>(id: string, work: () => Promise<T>): Promise<T | null> {
	const { locks } = navigator as { locks?: LockManager };
	if (!locks) return work();
	return locks.request(`upload ${id}`, { ifAvailable: true }, (lock) => (lock ? work() : null));
}
