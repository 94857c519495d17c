import type { Presentations } from '@stazhirovka/contract/results';
import type { Ctx } from '../../../shell/context.ts';
import { writeCalendar } from '../../../shell/ical.ts';
import { enterCohort } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { authorName, type Viewer } from '../names.ts';
import { internsOf, internWho } from '../queries.ts';
import { findWorkOf } from '../store.ts';
import { slotsOf } from './presentations-store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** When works are shown to the cohort, and whose time is mine (R116). Authors are named as on the forum. */
export async function readPresentations(
	{ db, actor, now }: Reading,
	cohortId: string
): Promise<Presentations> {
	const cohort = await enterCohort(db, actor, cohortId, 'intern', 'tutor', 'leader');
	const { document } = await loadProgramme(db, cohort.programmeVersionId);
	const [rows, interns] = await Promise.all([slotsOf(db, cohortId), internsOf(db, cohortId)]);
	const own = cohort.as.includes('intern') ? internWho(interns, actor.personId) : undefined;
	const work = own ? await findWorkOf(db, own.enrolmentId) : undefined;
	const staff = cohort.as.includes('tutor') || cohort.as.includes('leader');
	const announced = cohort.announcedAt !== null;
	const authorOf = (workId: string, enrolmentId: string | null, viewer: Viewer) =>
		authorName(document, workId, interns.get(enrolmentId ?? ''), { viewer, announced });
	const slots = rows.map(({ slot, title, enrolmentId }) => {
		const mine = enrolmentId !== null && enrolmentId === own?.enrolmentId;
		const viewer: Viewer = mine ? 'author' : staff ? 'staff' : 'peer';
		return {
			...{ id: slot.id, venue: slot.venue, mine },
			startsAt: slot.startsAt.toISOString(),
			endsAt: slot.endsAt.toISOString(),
			shown:
				slot.finalWorkId && title !== null
					? { workId: slot.finalWorkId, title, author: authorOf(slot.finalWorkId, enrolmentId, viewer) }
					: null,
			over: slot.startsAt <= now()
		};
	});

	return {
		cohortId,
		slots,
		timeZone: cohort.timeZone,
		can: { open: staff, take: work !== undefined && !slots.some(({ mine }) => mine) }
	};
}

/** The same as a calendar file, for calendar programs. */
export async function readPresentationCalendar(
	ctx: Reading & Pick<Ctx, 'origin'>,
	cohortId: string
): Promise<string> {
	const { slots } = await readPresentations(ctx, cohortId);
	const events = slots.flatMap(({ id, startsAt, endsAt, venue, shown }) =>
		shown
			? [
					{
						...{ id, location: venue, description: shown.author },
						startsAt: new Date(startsAt),
						endsAt: new Date(endsAt),
						summary: `Показ работы: ${shown.title}`,
						url: `${ctx.origin}/works/${shown.workId}`
					}
				]
			: []
	);
	return writeCalendar(ctx, { name: 'Показ итоговых работ', product: 'Показ работ' }, events);
}
