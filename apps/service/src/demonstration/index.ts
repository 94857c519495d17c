import {
	cohorts,
	plan,
	programmeApprovals,
	programmeFile,
	PROGRAMME_KEYS,
	sites,
	type ProgrammeKey
} from '@stazhirovka/db/seeds';
import type { StepKind } from '@stazhirovka/domain/authoring';
import { hashPassword } from '../capabilities/accounts/passwords.ts';
import { approveVersion } from '../capabilities/authoring/commands/move-version.ts';
import { decideApplication } from '../capabilities/cohorts/commands/decide-enrolment.ts';
import { enrol } from '../capabilities/cohorts/commands/enrol.ts';
import { openCohort } from '../capabilities/cohorts/commands/open-cohort.ts';
import { importProgramme } from '../capabilities/programmes/commands/import-programme.ts';
import { publishProgramme } from '../capabilities/programmes/commands/publish-programme.ts';
import { approvalsOf } from '../capabilities/programmes/index.ts';
import { demonstrationSignIns } from '../capabilities/accounts/index.ts';
import type { Ctx, Deps } from '../shell/context.ts';
import { AppError } from '../shell/errors.ts';
import { record } from '../shell/journal.ts';
import { openExpertise } from './councils.ts';
import { planYear } from './plans.ts';
import { showPractice } from './practice.ts';
import { publishRegulations } from './regulations.ts';
import { openSpaces } from './spaces.ts';
import * as store from './store.ts';

/** Demonstration people may also sign in by their address and this. */
export const DEMONSTRATION_PASSWORD = 'demonstration-2026';

export type SignIn = { email: string; name: string; role: string };

/** The regulations of the region are kept in this person's name. */
const COORDINATOR = 'u-methodist';

/** What the start prints: everybody who may be tried, staff first. */
export function listSignIns(db: Deps['db']): Promise<SignIn[]> {
	return demonstrationSignIns(db);
}

type Cohort = (typeof cohorts)[number];
type Acting = (personKey: string, siteKey?: string) => Ctx;

/**
 * Loads the demonstration region once. Programmes, cohorts and enrolments go through the same commands as everybody's,
 * each in the name of the one who would do it; a load that was cut off is finished at the next start.
 */
export async function loadDemonstration(deps: Deps): Promise<void> {
	if (await store.isLoaded(deps.db)) return;

	const places = await store.putPlaces(deps);
	const personId = await store.putPeople(deps.db, places, await hashPassword(DEMONSTRATION_PASSWORD));
	await store.putPortal(deps.db);
	await store.putOutsideRegisters(deps.db);
	const acting: Acting = (person, site) => ({
		...deps,
		address: '127.0.0.1',
		actor: {
			personId: personId(person),
			sessionId: '',
			grants: site ? [{ role: 'leader', scope: { kind: 'site', id: places.siteId(site) } }] : []
		}
	});

	const coordinator = keeping(acting(COORDINATOR), places.regionId);
	await publishRegulations(coordinator, places.regionId);
	await openExpertise({ coordinator, acting, personId });
	for (const key of PROGRAMME_KEYS) await publish(acting, key);
	for (const cohort of cohorts) await fill(acting, cohort, personId);
	await openSpaces({ acting, personId, siteId: places.siteId });
	const planning = acting(headOf(plan.site), plan.site);
	await planYear({ leader: planning, keeper: coordinator, siteId: places.siteId(plan.site) });
	await showPractice({ leaderOf: (site) => acting(headOf(site), site), siteId: places.siteId });
	await deps.db.transaction((tx) =>
		record(tx, { actor: null, now: deps.now }, 'demonstration.loaded', { id: places.regionId })
	);
}

/** The same person with the region to keep. */
function keeping(ctx: Ctx, id: string): Ctx {
	const grants: Ctx['actor']['grants'] = [{ role: 'coordinator', scope: { kind: 'region', id } }];
	return { ...ctx, actor: { ...ctx.actor, grants } };
}

async function publish(acting: Acting, key: ProgrammeKey): Promise<void> {
	const document = programmeFile(key) as { site_key: string };
	const ctx = acting(headOf(document.site_key), document.site_key);
	if (await store.publishedVersion(ctx.db, key)) return;

	const id = await importProgramme(ctx, document);
	const done = (await approvalsOf(ctx.db, id)).map((approval): string => approval.kind);
	for (const { programme, kind, paper } of programmeApprovals)
		if (programme === key && !done.includes(kind))
			await approveVersion(ctx, { id, kind: kind as StepKind, paper });
	await publishProgramme(ctx, id);
}

async function fill(acting: Acting, cohort: Cohort, personId: (key: string) => string): Promise<void> {
	const ctx = acting(headOf(cohort.site), cohort.site);
	const id = (await store.findCohort(ctx.db, cohort.key)) ?? (await open(ctx, cohort, personId));

	const inTime = before(cohort.ends_on);
	for (const intern of cohort.interns) {
		const enrolment = await enrol(inTime(acting(intern)), id).catch(alreadyStudies);
		if (enrolment)
			await decideApplication(inTime(ctx), {
				id: enrolment,
				decision: 'confirm',
				tutorId: null,
				audienceReason: null
			});
	}
}

async function open(ctx: Ctx, cohort: Cohort, personId: (key: string) => string): Promise<string> {
	const version = await store.publishedVersion(ctx.db, cohort.programme);
	return openCohort(ctx, {
		key: cohort.key,
		programmeVersionId: version ?? '',
		title: cohort.title,
		startsOn: cohort.starts_on,
		endsOn: cohort.ends_on,
		capacity: cohort.capacity,
		...{ seatsPerSchool: null, applyUntil: null },
		tutorIds: cohort.tutors.map(personId),
		sessions: cohort.sessions.map(({ starts_at, ends_at, ...session }) => ({
			...session,
			breaks: 'breaks' in session ? (session.breaks ?? null) : null,
			startsAt: starts_at,
			endsAt: ends_at
		}))
	});
}

/** Started after the cohort has ended, the region is still loaded: its interns applied while they could. */
function before(day: string): (ctx: Ctx) => Ctx {
	const last = new Date(`${day}T00:00:00Z`);
	return (ctx) => ({ ...ctx, now: () => (ctx.now() < last ? ctx.now() : last) });
}

function headOf(siteKey: string): string {
	return sites.find(({ key }) => key === siteKey)?.head ?? '';
}

/** An earlier start, cut off before its end, has enrolled and confirmed this intern. */
function alreadyStudies(error: unknown): null {
	if (error instanceof AppError && error.problem.code === 'enrolment.exists') return null;
	throw error;
}
