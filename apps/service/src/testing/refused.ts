/** What `visitor.call` answers when the service refuses. */
export function refused(status: number, code: string, details?: Record<string, unknown>) {
	return {
		ok: false,
		refusal: { code, status, problem: { code, message: code, ...(details && { details }) } }
	};
}
