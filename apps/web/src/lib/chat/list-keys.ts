/** What a key does in the list of messages. */
export type ListKey =
	| 'earlier'
	| 'later'
	| 'first'
	| 'last'
	| 'write'
	| 'menu'
	| 'reply'
	| 'edit'
	| 'thread'
	| 'remove';

const WALKING: Record<string, ListKey> = {
	ArrowUp: 'earlier',
	ArrowDown: 'later',
	Home: 'first',
	End: 'last',
	Escape: 'write'
};
/** Letters by their places, so that they work in any layout. */
const OF_MESSAGE: Record<string, ListKey> = {
	Enter: 'menu',
	ContextMenu: 'menu',
	KeyR: 'reply',
	KeyE: 'edit',
	KeyT: 'thread',
	Delete: 'remove'
};

/** On the list, on a message of it, or on a button or a link inside one: that has keys of its own, but no walking. */
export function listKey(code: string, on: 'list' | 'message' | 'inside'): ListKey | null {
	return WALKING[code] ?? (on === 'message' ? (OF_MESSAGE[code] ?? null) : null);
}

/** Where a walk by so many steps leads; from nowhere, to the newest. */
export function walked<T extends { seq: number }>(
	all: readonly T[],
	from: number | null,
	by: number
): T | undefined {
	const at = all.findIndex(({ seq }) => seq === from);
	return at < 0 ? all.at(-1) : all[Math.min(Math.max(at + by, 0), all.length - 1)];
}
