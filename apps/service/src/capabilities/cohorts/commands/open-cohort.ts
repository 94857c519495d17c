import { openingFaults, type PlannedCohort } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { ensureCohortRoom } from '../../chat/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { lockSite, statusPeriodsOf } from '../../sites/index.ts';
import { ledSites } from '../access.ts';
import { roomTitle } from '../admission.ts';
import { putLimits } from '../enrolling/limits-store.ts';
import { siteTutors } from '../queries.ts';
import { siteOfVersion } from '../site-store.ts';
import * as store from '../store.ts';

export type OpenCohort = Omit<PlannedCohort, 'sessions'> & {
	programmeVersionId: string;
	title: string;
	capacity: number;
	seatsPerSchool: number | null;
	tutorIds: string[];
	sessions: (PlannedCohort['sessions'][number] & { place: string; breaks: string | null })[];
	/** Names the cohort of the demonstration; people's cohorts have none. */
	key?: string;
};

/** Opens a cohort on a published version, with its tutors and their group room. Answers with the cohort's id. */
export async function openCohort(ctx: Ctx, input: OpenCohort): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const mine = await ledSites(tx, ctx.actor);
		const site = (await siteOfVersion(tx, input.programmeVersionId, mine)) ?? missing('programme');
		const { document } = await loadProgramme(tx, input.programmeVersionId);
		const tutors = await siteTutors(tx, [site.siteId]);

		// Held, so that an act which ends the status waits, or is seen.
		await lockSite(tx, site.siteId);
		const faults = openingFaults(input, {
			status: await statusPeriodsOf(tx, site.siteId),
			siteTutorIds: tutors.map(({ id }) => id),
			modules: document.modules.map(({ n }) => n)
		});
		if (faults.length) faulty('cohort.faulty', { faults });

		const { tutorIds, sessions, seatsPerSchool, applyUntil, ...values } = input;
		const cohort = await store.insertCohort(tx, { ...values, siteId: site.siteId, createdAt: ctx.now() });
		await putLimits(tx, cohort.id, { seatsPerSchool, applyUntil });
		await store.insertTutors(tx, cohort.id, tutorIds);
		await store.insertSessions(tx, cohort.id, sessions);
		await ensureCohortRoom(tx, { cohortId: cohort.id, title: roomTitle(document.title, cohort.title) });
		await record(tx, ctx, 'cohort.opened', { id: cohort.id, cohortId: cohort.id }, { tutorIds });
		return cohort.id;
	});
}
