import type { Database } from '@stazhirovka/db';
import type { Grant } from '@stazhirovka/domain/accounts';
import type { Live } from './live.ts';

/** What the process is built from; tests give a frozen clock and a private database. */
export type Deps = {
	db: Database;
	now: () => Date;
	/** Public address without a trailing slash. */
	origin: string;
	/** Folder of uploaded files. */
	filesDir: string;
	/** Folder of private keys, read by this process alone. */
	keysDir: string;
	/** Demonstration people may sign in by one click; only in embedded mode on a loopback address. */
	demonstration: boolean;
	live: Live;
	/** Shared with our own pages, which call for their visitors; empty where there are none. */
	internalKey: string;
};

export type Actor = { personId: string; sessionId: string; grants: Grant[] };

/** Who asks, with what, when. Commands and queries take it first. */
export type Ctx = Deps & { actor: Actor; address: string };

/** Somebody who is not signed in, or not yet. */
export type Visit = Deps & { address: string; userAgent: string };
