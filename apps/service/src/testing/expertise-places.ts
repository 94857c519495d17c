import {
	allocationProposals,
	allocations,
	calibrationWorks,
	draftReadings,
	finalWorks,
	presentationSlots,
	reviews,
	rooms,
	shownDrafts,
	submissions
} from '@stazhirovka/db/schema';
import type { Expertise } from './expertise.ts';
import type { Places } from './walking.ts';

type Known = { work: string; review: string; files: string[] };
type Looking = { interns: number[]; words: string[] };

const KEYS = ['final_work', 'peer_rubric', 'diagnostic', 'adhd-lesson-12h', 'lenobl'];
const ROOMS = 8;

/** What stands in the addresses of an expertise, and those of them that must be visited whatever else is. */
export async function placesOf(
	expertise: Expertise,
	{ work, review, files }: Known,
	{ interns, words }: Looking
): Promise<{ in: Places; query: Places; asked: string[] }> {
	const { db, cohort, site, version, region } = expertise.world;
	const [examples, proposals, tasks, allRooms, ...things] = await Promise.all([
		db.select({ id: calibrationWorks.id }).from(calibrationWorks),
		db.select({ id: allocationProposals.id }).from(allocationProposals),
		db.selectDistinct({ key: submissions.taskKey }).from(submissions),
		db.select({ id: rooms.id }).from(rooms),
		db.select({ id: reviews.id }).from(reviews),
		db.select({ id: finalWorks.id }).from(finalWorks),
		db.select({ id: allocations.id }).from(allocations),
		db.select({ id: presentationSlots.id }).from(presentationSlots),
		db.select({ id: shownDrafts.id }).from(shownDrafts),
		db.select({ id: draftReadings.id }).from(draftReadings)
	]);
	const some = allRooms.slice(0, ROOMS).map(({ id }) => id);
	const found = [...proposals, ...things.flat()].map(({ id }) => id);
	const own = interns.flatMap((n) => [expertise.enrolment(n), expertise.person(n).id]);
	const near = [cohort.id, site.id, version, region.id];
	const under = (place: string, pages: string[]) => pages.map((page) => `${place}/${page}`);
	const ofCohort = [
		'allocation',
		'calibration',
		'agreement',
		'appeals',
		'presentations',
		'presentations.ics'
	];

	return {
		in: {
			id: [...own, ...near, ...some, ...found, ...files],
			holder: [...own, ...near, ...some, work, review],
			example: examples.map(({ id }) => id),
			key: [...KEYS, ...tasks.map(({ key }) => key)],
			kind: ['person', 'task', 'final_work', 'site'],
			seq: ['1', '2', '3']
		},
		query: {
			ids: [files.join(',')],
			q: ['Урок', ...words],
			text: ['Урок', ...words],
			occasion: [review],
			view: ['']
		},
		asked: [
			...under(`/cohorts/${cohort.id}`, ofCohort),
			...under(`/cohorts/${cohort.id}/calibration-works`, [examples[0]?.id ?? 'absent']),
			...under('/allocation-proposals', [proposals[0]?.id ?? 'absent']),
			...under(`/final-works/${work}`, ['recommendations', 'recommendations/file.docx', 'appeal']),
			...interns.flatMap((n) =>
				under(`/enrolments/${expertise.enrolment(n)}`, ['calibration', 'review-feedback'])
			),
			...[`/reviews/${review}`, '/reserve-reviews', '/portfolio']
		]
	};
}
