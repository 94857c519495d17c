import { expertise } from '@stazhirovka/db/seeds';
import { localDay } from '@stazhirovka/domain/calendar';
import { decideApplication } from '../capabilities/cohorts/commands/decide-enrolment.ts';
import { enrol } from '../capabilities/cohorts/commands/enrol.ts';
import { openCohort } from '../capabilities/cohorts/commands/open-cohort.ts';
import { setAdmission } from '../capabilities/cohorts/enrolling/commands/set-admission.ts';
import { hashPassword } from '../capabilities/accounts/passwords.ts';
import type { Ctx, Deps } from '../shell/context.ts';
import { announce } from './announced.ts';
import { repeat } from './repeated.ts';
import { review } from './reviewed.ts';
import * as store from './expertise-store.ts';
import type { Author, Stage } from './stage.ts';
import { learn, publish } from './studied.ts';

type Cohort = (typeof expertise.cohorts)[number];
const DAY_MS = 86_400_000;
const ZONE = 'Europe/Moscow';

/**
 * Two cohorts in module 3 beside the one that begins: reviews in every state, and results with documents. Everybody's
 * steps go through the same commands, on days that have passed. A cohort that stands already is left as it is, also
 * when an earlier load was cut off: it has stopped on its way, as cohorts do.
 */
export async function loadExpertise(deps: Deps, password: string, stopped = never): Promise<void> {
	const passwordHash = await hashPassword(password);
	const newest = await store.newestLetter(deps.db);
	for (const cohort of expertise.cohorts)
		if (!(await store.findCohort(deps.db, cohort.key))) await stage(deps, { cohort, passwordHash, stopped });
	// Letters of weeks that never were would hide those of today.
	await store.forgetLetters(deps.db, newest, new Date(deps.now().getTime() - DAY_MS / 2));
}

/** The same beside a product that answers already; a start does not wait for it, an end does not either. */
export function startExpertise(deps: Deps, password: string, report: (error: unknown) => void) {
	const stopping = new AbortController();
	const loading = loadExpertise(deps, password, stopping.signal).catch((error: unknown) => {
		if (!stopping.signal.aborted) report(error);
	});
	return {
		async stop() {
			stopping.abort();
			await loading;
		}
	};
}

const never = new AbortController().signal;

type Staging = { cohort: Cohort; passwordHash: string; stopped: AbortSignal };

async function stage(deps: Deps, { cohort, passwordHash, stopped }: Staging): Promise<void> {
	const site = await store.siteNamed(deps.db, expertise.site, expertise.tutor);
	const hand =
		(personId: string, grants: Ctx['actor']['grants'] = []) =>
		(daysAgo: number) => ({
			...deps,
			address: '127.0.0.1',
			now: () => new Date(deps.now().getTime() - daysAgo * DAY_MS),
			actor: { personId, sessionId: '', grants }
		});
	const leader = hand(site.headId, [{ role: 'leader', scope: { kind: 'site', id: site.id } }]);
	const tutor = hand(site.tutorId);
	const dayOf = (daysAgo: number) => localDay(leader(daysAgo).now(), ZONE);

	const cohortId = await openCohort(leader(cohort.began + 1), {
		key: cohort.key,
		programmeVersionId: await store.publishedVersion(deps.db, expertise.programme),
		title: cohort.title,
		startsOn: dayOf(cohort.began),
		endsOn: dayOf(cohort.began - cohort.lasts),
		capacity: cohort.people.length,
		...{ seatsPerSchool: null, applyUntil: null },
		tutorIds: [site.tutorId],
		sessions: []
	});
	const people = await store.putLearners(deps.db, cohort.people, {
		passwordHash,
		position: expertise.position
	});
	const authors: Author[] = [];
	for (const { id, topic, level, measured, fullName } of people) {
		const at = hand(id);
		const enrolmentId = await enrol(at(cohort.began), cohortId);
		const confirmed = { decision: 'confirm', tutorId: site.tutorId, audienceReason: null } as const;
		await decideApplication(leader(cohort.began), { id: enrolmentId, ...confirmed });
		authors.push({ enrolmentId, fullName, topic, level, measured, at });
	}
	const seats = { capacity: people.length, enrolmentOpen: false, revision: 1 };
	await setAdmission(leader(cohort.began), cohortId, { ...seats, asksHead: false, priorityGroups: [] });

	const { lines, short } = expertise;
	const voice = (daysAgo: number) => ({ lines, short, day: dayOf(daysAgo) });
	const scene: Stage = { cohortId, authors, tutor, leader, voice };
	for (const author of authors) {
		stopped.throwIfAborted();
		await learn(scene, author);
	}
	stopped.throwIfAborted();
	await publish(scene);
	if (cohort.reach === 'results') await repeat(scene);
	await review(scene, cohort.reach === 'results');
	stopped.throwIfAborted();
	if (cohort.reach === 'results') await announce(scene);
}
