import { makeCohort } from './cohort.ts';
import { live, type Deeds } from './history.ts';
import { makePerson } from './person.ts';
import type { World } from './world.ts';

type Planned = { site: 'ours' | 'other'; endsOn: string; interns: number };

/** Of every three interns two complete, and of every four three send the task in time; the tutor takes n hours. */
function deedsOf(n: number): Deeds {
	return {
		cameAt: n,
		completed: n % 3 !== 0,
		task: { sentAt: n % 4 === 0 ? 400 : 100, answerHours: n % 7 },
		effect: { at: n, verdict: n % 2 ? 'заметное улучшение' : 'без изменений' },
		card: { at: n, level: n % 2 ? 'expressed' : 'none' }
	};
}

/** Cohorts of two sites with what their interns did; figures are to be counted afterwards. */
export async function makePast(world: World, planned: readonly Planned[]): Promise<string[]> {
	const ids = [];
	for (const [index, { site, endsOn, interns }] of planned.entries()) {
		const siteId = site === 'ours' ? world.site.id : world.otherSite.id;
		const values = { key: `past-${index}`, siteId, programmeVersionId: world.version, endsOn };
		const { id } = await makeCohort(world.db, { startsOn: '2024-05-01', ...values }, []);
		for (let n = 0; n < interns; n += 1) {
			const tutorId = (n % 3 === 0 ? world.otherTutor : world.tutor).id;
			await live(world.db, id, await makePerson(world.db), { ...deedsOf(n), tutorId });
		}
		ids.push(id);
	}
	return ids;
}

export const PAST: readonly Planned[] = [
	{ site: 'ours', endsOn: '2026-12-20', interns: 11 },
	{ site: 'ours', endsOn: '2027-03-31', interns: 3 },
	{ site: 'ours', endsOn: '2026-05-31', interns: 8 },
	{ site: 'other', endsOn: '2026-12-25', interns: 7 },
	{ site: 'other', endsOn: '2026-05-30', interns: 4 }
];
