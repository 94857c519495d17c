import { createTestDatabase } from '@stazhirovka/db/testing';
import { programmeFile, type ProgrammeKey } from '@stazhirovka/db/seeds';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../app.ts';
import type { Paces } from '../capabilities/chat/paces.ts';
import type { Ctx, Deps } from '../shell/context.ts';
import { listen } from '../shell/live.ts';
import { makeCohort, makeIntern } from './cohort.ts';
import { makePerson, seedPerson, type TestGrant, type TestPerson } from './person.ts';
import { makePlaces } from './place.ts';
import { publishFile } from './programmes.ts';
import { visit, type Visitor } from './visitor.ts';

const ORIGIN = 'http://stazhirovka.test';
const INTERNS = [
	['t-1', 'org-31'],
	['t-2', 'org-31'],
	['t-3', 'org-48'],
	['t-4', 'org-48'],
	['t-5', 'org-48'],
	['t-6', 'org-31']
] as const;

/** Tests say more in a second than people in a minute. */
const UNHURRIED: Paces = {
	talking: { max: 1_000_000, timeWindow: 1 },
	exporting: { max: 1_000_000, timeWindow: 1 }
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * The ADHD programme published at a site, a cohort with two tutors, six confirmed interns of the first one, and people
 * who must not see any of it. The clock stands still until `at` moves it. `close` in `afterAll`.
 */
export async function createWorld({
	now = '2027-01-18T07:00:00Z',
	database = createTestDatabase(),
	/** The programme's file as the cohort follows it. */
	change = (file: unknown) => file,
	/** How much one person may ask of the chat over HTTP. */
	paces = UNHURRIED
} = {}) {
	const { db, drop } = await database;
	const clock = { now: new Date(now) };
	const filesDir = mkdtempSync(join(tmpdir(), 'stazhirovka-files-'));
	const deps: Deps = {
		db,
		now: () => clock.now,
		origin: ORIGIN,
		filesDir,
		keysDir: join(filesDir, 'keys'),
		demonstration: false,
		live: await listen(db),
		internalKey: ''
	};
	const app = await build(deps, { paces });

	const places = await makePlaces(db);
	const people = await makePeople();
	const version = await publish('adhd-lesson-12h', people.leader, [leaderOf(places.site.id)]);
	const cohort = await makeCohort(
		db,
		{ key: 'adhd-2027-1', siteId: places.site.id, programmeVersionId: version },
		[people.tutor, people.otherTutor]
	);
	const enrolments = [];
	for (const intern of people.interns) enrolments.push(await makeIntern(db, cohort, intern, people.tutor));

	async function makePeople() {
		const { site, otherSite, region, organisation } = places;
		const staff = (key: string, ...grants: TestGrant[]) => makePerson(db, seedPerson(key), grants);
		const interns: TestPerson[] = [];
		for (const [key, from] of INTERNS) {
			interns.push(await makePerson(db, { ...seedPerson(key), organisationId: organisation(from).id }));
		}
		return {
			leader: await staff('u-head-912', leaderOf(site.id)),
			otherLeader: await staff('u-head-77', leaderOf(otherSite.id)),
			coordinator: await staff('u-methodist', {
				role: 'coordinator',
				scope: { kind: 'region', id: region.id }
			}),
			administrator: await staff('u-admin', { role: 'administrator', scope: { kind: 'platform', id: null } }),
			tutor: await staff('u-tutor-1', tutorOf(site.id)),
			/** A tutor of the same cohort who has no intern in it. */
			otherTutor: await staff('u-tutor-2', tutorOf(site.id)),
			interns,
			/** Somebody who has signed up and nothing else. */
			stranger: await makePerson(db)
		};
	}

	/** Imports and publishes a programme of the seeds through the author's own commands. */
	async function publish(key: ProgrammeKey, by: TestPerson, grants: TestGrant[]): Promise<string> {
		return publishFile(contextOf(by, grants), change(programmeFile(key)));
	}

	/** What a command is given, for tests that call one without HTTP. */
	function contextOf(person: { id: string }, grants: TestGrant[] = []): Ctx {
		return { ...deps, actor: { personId: person.id, sessionId: '', grants }, address: '127.0.0.1' };
	}

	return {
		db,
		deps,
		app,
		...places,
		...people,
		version,
		cohort,
		enrolments,
		publish,
		contextOf,
		/** Signs the person in; `null` is a visitor who is not. */
		as: (person: { id: string } | null): Promise<Visitor> => visit(app, deps, person),
		/** Moves the clock. */
		at: (moment: string) => void (clock.now = new Date(moment)),
		async close() {
			await app.close();
			await deps.live.close();
			await drop();
			rmSync(filesDir, { recursive: true, force: true });
		}
	};
}

export function leaderOf(siteId: string): TestGrant {
	return { role: 'leader', scope: { kind: 'site', id: siteId } };
}

function tutorOf(siteId: string): TestGrant {
	return { role: 'tutor', scope: { kind: 'site', id: siteId } };
}
