import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Deps } from '../../shell/context.ts';
import { demonstrationPeople } from './queries.ts';
import { personWithGrants, standingSessions } from './session-store.ts';
import { Sessions, toGrant } from './sessions.ts';
import { forgetOutdated } from './store.ts';
import { toDemonstrationPerson } from './view.ts';

export { CONSENT_PARTS, consentText } from './consent-texts.ts';
export { accountsByEmail, enterPeople, openAccount } from './entering.ts';
export { giveGrant, peopleByEmail, personByEmail, takeGrant } from './grant.ts';
export { keepPersonal, personalOf } from './personal.ts';
export { peopleNames } from './queries.ts';

const opened = new WeakMap<Deps['db'], Sessions>();

/** One per pool: it holds nothing about any person. */
export function sessionsOf({ db, origin }: Pick<Deps, 'db' | 'origin'>): Sessions {
	const sessions = opened.get(db) ?? new Sessions(db, origin.startsWith('https:'));
	opened.set(db, sessions);
	return sessions;
}

/** Who is asking, by the session cookie; a renewed or worthless cookie is answered with a new one. */
export async function readActor(
	deps: Deps,
	request: FastifyRequest,
	reply: FastifyReply
): Promise<Actor | null> {
	const { session, grants, cookie } = await sessionsOf(deps).read(request.headers.cookie ?? '');
	if (cookie) reply.header('set-cookie', cookie);
	return session && { personId: session.userId, sessionId: session.publicId, grants };
}

/** Of these sessions, those that still stand, each with its person's grants of now: for what stays open long. */
export async function readStanding(
	db: Deps['db'],
	sessionIds: string[]
): Promise<ReadonlyMap<string, Actor['grants']>> {
	const rows = await standingSessions(db, sessionIds);
	return new Map(rows.map(({ publicId, grants }) => [publicId, grants.map(toGrant)]));
}

/** Somebody in whose name a job works, with the grants of now; null for who is blocked or gone. */
export async function readPerson(
	db: Deps['db'],
	personId: string
): Promise<{ actor: Actor; email: string; givenName: string } | null> {
	const row = await personWithGrants(db, personId);
	if (!row) return null;
	const { email, givenName, grants } = row;
	return { actor: { personId, sessionId: '', grants: grants.map(toGrant) }, email, givenName };
}

/** The longest time in which an attempt counts is an hour. */
const KEPT_MILLISECONDS = 24 * 3_600_000;

/** Forgets sessions, links and attempts that nobody can use any more. Doing it twice is doing it once. */
export async function tidyAccounts(deps: Pick<Deps, 'db' | 'origin' | 'now'>): Promise<void> {
	await sessionsOf(deps).forgetExpired();
	await forgetOutdated(deps.db, new Date(deps.now().getTime() - KEPT_MILLISECONDS));
}

const ROLE_WORDS = {
	administrator: 'администратор',
	coordinator: 'координатор',
	leader: 'руководитель площадки',
	tutor: 'тьютор',
	expert: 'эксперт',
	observer: 'наблюдатель муниципалитета',
	intern: 'стажёр'
};

/** The demonstration people as the terminal shows them. */
export async function demonstrationSignIns(db: Deps['db']) {
	const rows = await demonstrationPeople(db);
	return rows.map((row) => {
		const { fullName, role } = toDemonstrationPerson(row);
		return { email: row.email, name: fullName, role: ROLE_WORDS[role] };
	});
}
