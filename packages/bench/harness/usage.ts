/** Microseconds of processor time that this process has taken. */
export function cpu(): number {
	const { user, system } = process.cpuUsage();
	return user + system;
}

/** Bytes that this process holds after collecting what it does not; needs --expose-gc to collect. */
export function memory(): number {
	globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}
