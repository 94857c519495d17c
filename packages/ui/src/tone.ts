import type { Component } from 'svelte';
import Check from '@lucide/svelte/icons/check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import Circle from '@lucide/svelte/icons/circle';
import Clock from '@lucide/svelte/icons/clock';
import Hand from '@lucide/svelte/icons/hand';
import Lock from '@lucide/svelte/icons/lock';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';

/**
 * What a mark tells: `need` — waits for the reader, `late` — a term has passed, `done` — finished,
 * `open` — can be worked on, `waiting` — somebody else's turn, `locked` — not yet, `plain` — just a fact.
 */
export type Tone = 'plain' | 'need' | 'late' | 'done' | 'open' | 'waiting' | 'locked';

/** Never colour alone: each tone has its own sign. */
export const SIGN: Record<Tone, Component<{ size?: number | string }>> = {
	plain: Circle,
	need: Hand,
	late: TriangleAlert,
	done: Check,
	open: CircleDot,
	waiting: Clock,
	locked: Lock
};
