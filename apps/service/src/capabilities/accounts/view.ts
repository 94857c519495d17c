import type { Consent, DemonstrationPerson, Me, Profile, Session } from '@stazhirovka/contract/accounts';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import type { consents, outbox, sessions } from '@stazhirovka/db/schema';
import { CONSENT_TEXTS } from './consent-texts.ts';
import type { demonstrationPeople, meFacts, profileFacts } from './queries.ts';

type Row<F extends (...args: never[]) => PromiseLike<unknown>> = NonNullable<Awaited<ReturnType<F>>>;

export function toMe(row: Row<typeof meFacts>): Me {
	const has = (role: string) => row.roles.includes(role);
	return {
		person: { id: row.id, fullName: fullName(row), shortName: shortName(row), email: row.email },
		homes: {
			intern: row.studies || row.roles.length === 0,
			tutor: has('tutor'),
			leader: has('leader'),
			expert: has('expert'),
			coordinator: has('coordinator') || has('administrator'),
			municipality: row.watches
		},
		unread: row.unread
	};
}

/** The most telling role of a demonstration person: one button each on the sign-in page. */
const ROLES = ['administrator', 'coordinator', 'leader', 'tutor', 'expert', 'observer'] as const;

export function toDemonstrationPerson(row: Row<typeof demonstrationPeople>[number]): DemonstrationPerson {
	return {
		id: row.id,
		fullName: fullName(row),
		position: row.position,
		organisation: row.organisation,
		role: ROLES.find((role) => row.roles.includes(role)) ?? 'intern'
	};
}

export function toConsents(rows: (typeof consents.$inferSelect)[]): Consent[] {
	return CONSENT_TEXTS.map((text) => {
		const row = rows.find(({ kind, version }) => kind === text.kind && version === text.version);
		return {
			...text,
			givenAt: row?.givenAt.toISOString() ?? null,
			withdrawnAt: row?.withdrawnAt?.toISOString() ?? null
		};
	});
}

export function toSession(row: typeof sessions.$inferSelect, current: string): Session {
	return {
		id: row.publicId,
		current: row.publicId === current,
		createdAt: row.createdAt.toISOString(),
		expiresAt: row.expiresAt.toISOString(),
		device: row.userAgent ?? '',
		address: row.address
	};
}

export function toProfile({ person, organisation }: Row<typeof profileFacts>): Profile {
	const { surname, givenName, patronymic, gender, position, email, birthDate } = person;
	return { surname, givenName, patronymic, gender, position, email, birthDate, organisation };
}

type Letter = Pick<typeof outbox.$inferSelect, 'id' | 'to' | 'subject' | 'text' | 'createdAt' | 'sentAt'>;

export function toLetter(row: Letter) {
	const { id, to, subject, text } = row;
	return {
		id,
		to,
		subject,
		text,
		createdAt: row.createdAt.toISOString(),
		sentAt: row.sentAt?.toISOString() ?? null
	};
}
