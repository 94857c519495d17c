import type { Grid } from '@stazhirovka/contract/reporting';
import { outline, withTasks } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { lastActivity } from '../alerts/index.ts';
import { cohortCard, enterCohort, journeysOf, toCohort, toPerson, type Journey } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { workingGroupsIn } from './queries.ts';
import { shortWord } from './short-words.ts';

type Row = Grid['rows'][number];
type Cell = Row['cells'][number];

/** Interns × steps: states only, taken from each intern's own path (R167). For those who run or lead the cohort. */
export async function readGrid(ctx: Ctx, cohortId: string): Promise<Grid> {
	const { db, actor } = ctx;
	const facts = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const [{ document }, card, journeys, active, groups] = await Promise.all([
		loadProgramme(db, facts.programmeVersionId),
		cohortCard(db, cohortId),
		journeysOf(db, facts, ctx.now()),
		lastActivity(db, cohortId),
		workingGroupsIn(db, facts)
	]);
	const cohort = toCohort(card ?? missing('cohort'), actor);
	const plain = outline(document);
	const longest = Math.max(plain.routeLength, ...journeys.map(({ facts }) => facts.tasks.length));
	const columns = withTasks(plain, longest).modules.flatMap(({ n, steps }) =>
		steps.map((step) => ({ step, n }))
	);

	return {
		cohort,
		steps: columns.map(({ step, n }) => ({
			key: step.key,
			title: step.title,
			short: shortWord(step),
			module: n
		})),
		rows: journeys.map((journey) => ({
			...toRow(journey),
			tutor: cohort.tutors.find(({ id }) => id === journey.walker.tutorId) ?? null,
			workingGroup: groups.get(journey.walker.person.id) ?? null,
			lastActiveAt: active.get(journey.walker.person.id)?.toISOString() ?? null
		})),
		at: ctx.now().toISOString()
	};
}

function toRow({ walker, path }: Journey): Omit<Row, 'tutor' | 'workingGroup' | 'lastActiveAt'> {
	const steps = path.modules.flatMap((module) => module.steps);
	const cells = steps.map(({ key, state, late, doneOn, dueOn }): Cell => {
		return { step: key, state, late, doneOn, dueOn: state === 'done' ? null : dueOn };
	});

	return {
		enrolmentId: walker.enrolmentId,
		person: toPerson(walker.person),
		organisation: walker.organisation,
		cells,
		done: path.done,
		total: path.total,
		late: cells.filter(({ state, late }) => late && state !== 'done').length
	};
}
