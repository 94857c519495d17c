import type { AutoSave, SaveStatus } from '#lib/forms/autosave.svelte.ts';

const WORST_FIRST: SaveStatus[] = ['refused', 'changed', 'unreachable', 'saving', 'waiting', 'saved', 'calm'];

/** What is said of several parts at once: the worst, and the moment of the last that was stored. */
export function standingOf(parts: Pick<AutoSave, 'status' | 'savedAt' | 'code'>[]) {
	const worst = WORST_FIRST.find((status) => parts.some((part) => part.status === status)) ?? 'calm';
	const savedAt = parts.map((part) => part.savedAt ?? '').reduce((one, two) => (one > two ? one : two), '');
	const code = parts.find(({ status }) => status === 'refused')?.code ?? '';
	return { status: worst, savedAt: savedAt || null, code };
}
