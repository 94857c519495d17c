import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2_000_000_000;

/**
 * Where what a run throws away is kept: in memory, where the system has a place for that with room enough. A database
 * is a thousand files and more, and on a disk most of its cost is to make them and to take them away.
 */
export function scratchFolder(): string {
	return hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir();
}

function hasRoom(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize >= ENOUGH_BYTES;
	} catch {
		return false;
	}
}
