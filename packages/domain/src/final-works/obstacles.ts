import { announcementBlocks, type AnnouncementBlock, type WorkOfCohort } from './announcement.ts';

export type Obstacle = AnnouncementBlock | { code: 'results.not_allocated'; details: { work: string } };

/**
 * All that stands in the way of the announcement (R117). A work that was published but given to nobody would be left
 * without a result for ever, so it has to be allocated first.
 */
export function obstacles(cohort: { announced: boolean; works: readonly WorkOfCohort[] }): Obstacle[] {
	const waiting = cohort.announced ? [] : cohort.works.filter(({ state }) => state === 'published');
	const unallocated = waiting.map(({ id }): Obstacle => {
		return { code: 'results.not_allocated', details: { work: id } };
	});
	return [...unallocated, ...announcementBlocks(cohort)];
}
