import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Beside the data folder lies the process id of whoever is to stop the server. */
function ownerFile(dataDir: string): string {
	return `${dataDir}.owner`;
}

export function claim(dataDir: string): void {
	writeFileSync(ownerFile(dataDir), String(process.pid));
}

export function release(dataDir: string): void {
	rmSync(ownerFile(dataDir), { force: true });
}

/** Whether another living process has claimed the server. */
export function isClaimed(dataDir: string): boolean {
	const owner = readOwner(dataDir);
	return owner !== undefined && owner !== process.pid && isAlive(owner);
}

function readOwner(dataDir: string): number | undefined {
	try {
		return Number(readFileSync(ownerFile(dataDir), 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

function isAlive(processId: number): boolean {
	try {
		process.kill(processId, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
