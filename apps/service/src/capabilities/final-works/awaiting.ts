import type { Database, Tx } from '@stazhirovka/db';
import { loadProgramme } from '../programmes/index.ts';
import { undecidedWorks } from './awaiting-queries.ts';
import { standingsOf, type Standing } from './standing.ts';

type AwaitingWork = {
	finalWorkId: string;
	enrolmentId: string;
	cohortId: string;
	title: string;
	/** When the last review came or was due; for a revision, when it was published. */
	since: Date;
};

/** Works on which the rules ask for the decision of this tutor (R117), for the tutor's queue. */
export async function worksAwaitingDecision(
	db: Database | Tx,
	tutorId: string,
	now: Date
): Promise<AwaitingWork[]> {
	const rows = await undecidedWorks(db, tutorId);
	const versions = [...new Set(rows.map(({ programmeVersionId }) => programmeVersionId))];

	const awaiting = await Promise.all(
		versions.map(async (version) => {
			const { rules } = await loadProgramme(db, version);
			const ofVersion = rows.filter(({ programmeVersionId }) => programmeVersionId === version);
			const standings = await standingsOf(
				db,
				rules.peer,
				ofVersion.map(({ work }) => work),
				now
			);
			return standings.flatMap((standing, place) =>
				standing.awaitsDecision ? [toAwaiting(standing, ofVersion[place]?.sentAt ?? now)] : []
			);
		})
	);
	return awaiting.flat();
}

function toAwaiting({ work, reviews }: Standing, publishedAt: Date): AwaitingWork {
	const reviewed = reviews.map(({ sentAt, dueAt }) => (sentAt ?? dueAt).getTime());
	const since =
		work.state === 'revised' ? publishedAt : new Date(Math.max(...reviewed, publishedAt.getTime()));
	return {
		finalWorkId: work.id,
		enrolmentId: work.enrolmentId,
		cohortId: work.cohortId,
		title: work.title,
		since
	};
}
