import type { Database } from '@stazhirovka/db';
import { createTestDatabase } from '@stazhirovka/db/testing';
import { build } from '../app.ts';
import { listen } from '../shell/live.ts';

const SITE = { host: 'site.test', origin: 'http://site.test' };
export const PROCESSING = { kind: 'processing', version: '2026-11-01' };
export const INTERNAL_KEY = 'a key that only our own pages know';

type Body = Record<string, unknown>;
type Extra = { headers?: Record<string, string>; address?: string };

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** An installation in which nobody has registered yet: for everything that happens before and around signing in. */
export async function openDoor() {
	const { db, drop } = await createTestDatabase();
	const live = await listen(db);
	const app = await build(deps(db, live));

	function post(url: string, payload: Body, { headers = {}, address = '10.0.0.1' }: Extra = {}) {
		return app.inject({
			method: 'POST',
			url: `/api${url}`,
			payload,
			headers: { ...SITE, ...headers },
			remoteAddress: address
		});
	}

	return {
		db,
		app,
		post,
		ask: (method: 'GET' | 'DELETE', url: string, cookie: string) =>
			app.inject({ method, url: `/api${url}`, headers: { ...SITE, cookie } }),
		/** Registers somebody; the answer is the cookie of the session. */
		register: async (email: string) => cookieOf(await post('/sign-up', newcomer(email))),
		async close() {
			await app.close();
			await live.close();
			await drop();
		}
	};
}

export function newcomer(email: string, change: Body = {}) {
	return {
		surname: 'Вереснёва',
		givenName: 'Аглая',
		patronymic: 'Тихоновна',
		email,
		password: 'лес у дома 7',
		consents: [PROCESSING],
		...change
	};
}

export function cookieOf(response: { headers: Record<string, unknown> }): string {
	return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

function deps(db: Database, live: Awaited<ReturnType<typeof listen>>) {
	return {
		db,
		now: () => new Date(),
		origin: SITE.origin,
		filesDir: '/nowhere',
		keysDir: '/nowhere',
		demonstration: false,
		live,
		internalKey: INTERNAL_KEY
	};
}
