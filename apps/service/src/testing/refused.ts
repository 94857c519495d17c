/** What `visitor.call` answers when the service refuses. */
export function refused(status: number, code: string, details?: Record<string, unknown>) {
	return {
		ok: false,
		refusal: { code, status, problem: { code, message: code, ...(details && { details }) } }
	};
}

/** The same for `toMatchObject`, where the details do not matter. */
export function refusing(status: number, code: string) {
	return { ok: false, refusal: { status, code } };
}
