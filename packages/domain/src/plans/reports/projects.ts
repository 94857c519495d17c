import { isReason } from '../../journal/index.ts';
import { linkFaults } from '../../passports/index.ts';

/** What people changed of a project in the list for the report (R138). */
export type ProjectChange = { title: string; link: string | null; listed: boolean; ground: string };

/** A project as the list tells it: by the work, by where the site has put it, and by what people changed. */
export type TraineeProject = ProjectChange & { changed: boolean };

/** A work stands in the list as it is until somebody says otherwise; its place is the one that its site has published. */
export function projectOf(
	work: { title: string; publishedAt: string | null },
	change: ProjectChange | null
): TraineeProject {
	if (change) return { ...change, link: change.link ?? work.publishedAt, changed: true };
	return { title: work.title, link: work.publishedAt, listed: true, ground: '', changed: false };
}

/** A place may be told as it is; another title, or a work that is left out, has a ground (R129). */
export function projectFaults(change: ProjectChange, ownTitle: string): { field: string; code: string }[] {
	const bare = !change.listed || change.title !== ownTitle;
	return [
		...linkFaults(change.link),
		...(bare && !isReason(change.ground) ? [{ field: 'ground', code: 'project.ground_missing' }] : [])
	];
}
