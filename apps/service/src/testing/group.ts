import type { Database } from '@stazhirovka/db';
import * as tables from '@stazhirovka/db/schema';
import { createTestDatabase } from '@stazhirovka/db/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../app.ts';
import { sessionsOf } from '../capabilities/accounts/index.ts';
import { ensureCohortRoom, ensurePrivateRoom } from '../capabilities/chat/index.ts';
import type { Deps } from '../shell/context.ts';
import { listen } from '../shell/live.ts';
import { LiveClient } from './live-client.ts';

export const NOW = new Date('2027-01-18T07:00:00Z');
const TITLE = 'Зимний поток';
const TASKS = [{ key: 'T01', title: 'Дневник трёх наблюдений' }];

/** A cohort with its tutor and interns in their rooms, on a service that listens on a real port. */
export type Group = Awaited<ReturnType<typeof openGroup>>;

export async function openGroup({ interns = 3 } = {}) {
	const { db, url, drop } = await createTestDatabase();
	const filesDir = await mkdtemp(join(tmpdir(), 'stazhirovka-files-'));
	const deps: Deps = {
		...{ db, filesDir, demonstration: false, now: () => NOW, internalKey: '' },
		origin: 'http://localhost',
		live: await listen(db)
	};
	const app = await build(deps);
	const origin = await listenSomewhere((port) => app.listen({ host: '127.0.0.1', port }));
	const people = await settle(db, interns);

	async function headers(personId: string) {
		const cookie = await sessionsOf(deps).open(personId, false, {
			userAgent: '',
			address: '127.0.0.1',
			now: deps.now
		});
		return { cookie: cookie.split(';')[0] ?? '', origin };
	}

	return {
		...people,
		...{ db, url, deps, app, origin, headers },
		/** A signed-in person's requests. */
		async as(personId: string) {
			const mine = await headers(personId);
			return async (method: string, path: string, body?: unknown) => {
				const json = body !== undefined && !(body instanceof FormData);
				const response = await fetch(`${origin}/api${path}`, {
					method,
					headers: { ...mine, ...(json && { 'content-type': 'application/json' }) },
					body: json ? JSON.stringify(body) : (body as FormData | undefined)
				});
				return { status: response.status, headers: response.headers, response, json: () => response.json() };
			};
		},
		/** A signed-in person's open socket. */
		async live(personId: string, change: Record<string, string> = {}) {
			return new LiveClient(`${origin.replace('http', 'ws')}/api/live`, {
				...(await headers(personId)),
				...change
			}).opened();
		},
		async close() {
			await app.close();
			await deps.live.close();
			await drop();
			await rm(filesDir, { recursive: true, force: true });
		}
	};
}

async function settle(db: Database, interns: number) {
	const add = async <T>(rows: Promise<T[]>): Promise<T> => (await rows)[0]!;
	const { id: regionId } = await add(
		db.insert(tables.regions).values({ title: 'Северная область' }).returning()
	);
	const organisation = { title: 'Школа № 1', shortTitle: 'Школа № 1', kind: 'school' };
	const { id: organisationId } = await add(db.insert(tables.organisations).values(organisation).returning());
	const site = {
		title: 'Площадка',
		code: 'С1',
		regulationKey: 'x',
		termFrom: '2027-01-01',
		termTo: '2028-01-01'
	};
	const { id: siteId } = await add(
		db
			.insert(tables.sites)
			.values({ ...site, organisationId, regionId })
			.returning()
	);
	const { id: programmeId } = await add(
		db.insert(tables.programmes).values({ key: 'p', siteId }).returning()
	);
	const version = { programmeId, number: 1, document: { tasks: TASKS }, rules: {}, sourceHash: 'x' } as never;
	const { id: programmeVersionId } = await add(
		db.insert(tables.programmeVersions).values(version).returning()
	);

	const person = async (surname: string) =>
		(
			await add(
				db
					.insert(tables.people)
					.values({ email: `${surname}@site.example`, surname, givenName: 'Имя' })
					.returning()
			)
		).id;
	const cohort = {
		title: TITLE,
		siteId,
		programmeVersionId,
		startsOn: '2027-01-11',
		endsOn: '2027-03-01',
		capacity: 90
	};
	const { id: cohortId } = await add(db.insert(tables.cohorts).values(cohort).returning());
	const tutor = await person('Тьюторова');
	await db.insert(tables.cohortTutors).values({ cohortId, personId: tutor });

	const interned: { personId: string; enrolmentId: string; privateRoomId: string }[] = [];
	for (let n = 1; n <= interns; n += 1) {
		const personId = await person(`Стажёрова${n}`);
		const enrolment = { cohortId, personId, tutorId: tutor, state: 'confirmed' as const };
		const { id: enrolmentId } = await add(db.insert(tables.enrolments).values(enrolment).returning());
		const thread = { cohortId, enrolmentId, title: TITLE, memberIds: [tutor, personId] };
		const privateRoomId = await db.transaction((tx) => ensurePrivateRoom(tx, thread));
		interned.push({ personId, enrolmentId, privateRoomId });
	}
	const groupRoomId = await db.transaction((tx) => ensureCohortRoom(tx, { cohortId, title: TITLE }));

	return { siteId, cohortId, groupRoomId, tutor, interns: interned, person };
}

/** Below the range from which the system takes ports of its own. */
async function listenSomewhere(listenOn: (port: number) => Promise<string>): Promise<string> {
	for (let attempt = 1; ; attempt += 1) {
		const port = 20_000 + Math.floor(Math.random() * 10_000);
		try {
			return await listenOn(port);
		} catch (error) {
			if (attempt === 10) throw error;
		}
	}
}
