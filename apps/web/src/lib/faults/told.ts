/** What an action hands back when the service refuses. */
export type Refused = { problem?: string; details?: Record<string, unknown> } | null | undefined;

/** One fault as the service told it: `field` is a path in the body, or null for the form as a whole. */
export type Told = { field: string | null; code: string; details: Record<string, unknown> };

/** Every fault of a refusal: those named one by one, the one that the refusal itself is, or none. */
export function toldFaults(refused: Refused): Told[] {
	if (!refused?.problem) return [];

	const { problem: code, details = {} } = refused;
	const named = Array.isArray(details.faults) ? details.faults.flatMap(readFault) : [];
	return named.length
		? named
		: [{ field: typeof details.field === 'string' ? details.field : null, code, details }];
}

function readFault(fault: unknown): Told[] {
	const { field, code, ...details } = Object(fault) as Record<string, unknown>;
	return typeof field === 'string' && typeof code === 'string'
		? [{ field: field || null, code, details }]
		: [];
}
