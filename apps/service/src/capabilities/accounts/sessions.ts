import type { Database } from '@stazhirovka/db';
import type { Grant } from '@stazhirovka/domain/accounts';
import { Lucia, TimeSpan } from 'lucia';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Visit } from '../../shell/context.ts';
import { HashingAdapter } from './session-store.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionFacts, { grants: Grant[] }>;
		DatabaseSessionAttributes: SessionFacts & { userAgent?: string; address?: string };
		DatabaseUserAttributes: { grants: { role: string; kind: string; id: string | null }[] };
	}
}

type SessionFacts = { publicId: string; endsAt: Date };

/** Idle: renewed by use. Absolute: nothing renews past it (ASVS 7.3). Staff see many people's data, so theirs are shorter. */
const LIFETIMES = {
	intern: { idle: new TimeSpan(7, 'd'), absolute: new TimeSpan(30, 'd') },
	staff: { idle: new TimeSpan(12, 'h'), absolute: new TimeSpan(7, 'd') }
};
type Kind = keyof typeof LIFETIMES;

/** The only module that knows Lucia. */
export class Sessions {
	#lucias: Record<Kind, Lucia<SessionFacts, { grants: Grant[] }>>;

	constructor(db: Database, secure: boolean) {
		const adapter = new HashingAdapter(db);
		const make = (kind: Kind) =>
			new Lucia(adapter, {
				sessionExpiresIn: LIFETIMES[kind].idle,
				sessionCookie: {
					name: secure ? '__Host-session' : 'session',
					attributes: { secure, sameSite: 'lax', path: '/' }
				},
				getSessionAttributes: ({ publicId, endsAt }) => ({ publicId, endsAt }),
				getUserAttributes: ({ grants }) => ({ grants: grants.map(toGrant) })
			});
		this.#lucias = { intern: make('intern'), staff: make('staff') };
	}

	/** A new token at every sign-in; the answer is the Set-Cookie value. */
	async open(
		personId: string,
		staff: boolean,
		visit: Pick<Visit, 'userAgent' | 'address' | 'now'>
	): Promise<string> {
		const kind: Kind = staff ? 'staff' : 'intern';
		const token = `${kind}.${randomBytes(32).toString('base64url')}`;
		const endsAt = new Date(visit.now().getTime() + LIFETIMES[kind].absolute.milliseconds());

		await this.#lucias[kind].createSession(
			personId,
			{ publicId: randomUUID(), endsAt, userAgent: visit.userAgent, address: visit.address },
			{ sessionId: token }
		);
		return this.#lucias[kind].createSessionCookie(token).serialize();
	}

	/** Who the cookie belongs to, and the Set-Cookie value when it was renewed or is worth nothing. */
	async read(cookieHeader: string) {
		const token = this.#lucias.intern.readSessionCookie(cookieHeader);
		if (!token) return { session: null, grants: [], cookie: null };

		const lucia = this.#of(token);
		const { session, user } = await lucia.validateSession(token);
		if (!session) return { session: null, grants: [], cookie: lucia.createBlankSessionCookie().serialize() };
		return {
			session,
			grants: user.grants,
			cookie: session.fresh ? lucia.createSessionCookie(token).serialize() : null
		};
	}

	async close(cookieHeader: string): Promise<string> {
		const token = this.#lucias.intern.readSessionCookie(cookieHeader);
		if (token) await this.#of(token).invalidateSession(token);
		return this.#lucias.intern.createBlankSessionCookie().serialize();
	}

	/** After a change of password or of grants: every device signs in anew. */
	async closeAll(personId: string): Promise<void> {
		await this.#lucias.intern.invalidateUserSessions(personId);
	}

	async forgetExpired(): Promise<void> {
		await this.#lucias.intern.deleteExpiredSessions();
	}

	#of(token: string) {
		return this.#lucias[token.startsWith('staff.') ? 'staff' : 'intern'];
	}
}

export function toGrant({ role, kind, id }: { role: string; kind: string; id: string | null }): Grant {
	return { role, scope: { kind, id } } as Grant;
}
