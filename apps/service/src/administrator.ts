import { connect, disconnect } from '@stazhirovka/db';
import { appointAdministrator } from './capabilities/accounts/commands/appoint-administrator.ts';

/** For the command line: false when nobody has registered with this address. */
export async function makeAdministrator(databaseUrl: string, email: string): Promise<boolean> {
	const db = connect(databaseUrl, { connections: 1 });
	try {
		return await appointAdministrator({ db, now: () => new Date() }, email);
	} finally {
		await disconnect(db);
	}
}
