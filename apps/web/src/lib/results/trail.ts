import { m } from '#lib/paraglide/messages.js';

type Placed = { workId: string; enrolmentId: string; title: string; mine: boolean };

/** Where a page about the results of a work stands: under the author's own work, or under the work on the forum. */
export function trailOf({ workId, enrolmentId, title, mine }: Placed, here: string) {
	const above = mine
		? { title: m.final_works_own(), href: `/my/${enrolmentId}/final-work` }
		: { title, href: `/works/${workId}` };
	return [above, { title: here }];
}
