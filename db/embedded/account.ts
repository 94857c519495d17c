import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** The system account that PostgreSQL runs under; empty means our own. */
export type Account = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root, so root lends it `postgres` or `nobody`; no account is created. */
export function serverAccount(): Account {
	if (process.getuid?.() !== 0) return {};

	const account = lookUp('postgres') ?? lookUp('nobody');
	if (!account)
		throw new Error('PostgreSQL cannot run as root, and there is neither "postgres" nor "nobody"');
	return account;
}

function lookUp(name: string): Account | undefined {
	const ask = (flag: string) =>
		Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
	try {
		return { uid: ask('-u'), gid: ask('-g') };
	} catch {
		return undefined;
	}
}

/** Whether the account may walk into the folder, from the root of the disk down. */
export function mayEnter(account: Account, folder: string): boolean {
	if (account.uid === undefined) return true;

	const { mode, uid, gid } = statSync(folder);
	const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
	if (!(mode & bit)) return false;

	const parent = path.dirname(folder);
	return parent === folder || mayEnter(account, parent);
}
