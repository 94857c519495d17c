/** What the page hears after somebody was given more time, or was not. */
export type ExtendAnswer = {
	problem?: string;
	details?: Record<string, unknown>;
	extended?: boolean;
	typed?: { step: string; until: string; reason: string };
} | null;
