import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder under /var/tmp that stands in for one which the lent account cannot reach.
 * The same original always gets the same folder, so data is found again on the next start.
 */
export function privateFolder(original: string): string {
	const name = createHash('sha256').update(path.resolve(original)).digest('hex').slice(0, 16);
	const folder = path.join('/var/tmp', `stazhirovka-${name}`);
	mkdirSync(folder, { recursive: true, mode: 0o755 });

	// /var/tmp is open to all: a folder that somebody else prepared would hand them our programs.
	const found = lstatSync(folder);
	if (!found.isDirectory() || found.uid !== 0 || found.mode & 0o022) throw new Error(`${folder} is not ours`);
	return folder;
}
