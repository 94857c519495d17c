import { m } from '#lib/paraglide/messages.js';

/** A count in whole fives, as people read it. */
export function fivesText(count: number | null): string {
	return count === null ? m.tracing_few() : String(count);
}
