import { del, get, set } from 'idb-keyval';
import type { Draft } from './saving.ts';

/** A copy of what is not stored yet, on this device: it outlives the page, the browser and a lost connection. */
export type LocalCopy = { read: () => Promise<Draft | null>; write: (draft: Draft | null) => Promise<void> };

/** A private window may forbid the store: then there is no copy, and the page works on. */
export function localCopy(key: string): LocalCopy {
	const name = `form-sheet ${key}`;

	return {
		read: async () => (await get<Draft>(name).catch(() => undefined)) ?? null,
		write: (draft) => (draft ? set(name, draft) : del(name)).catch(() => undefined)
	};
}
