import type { CohortPace } from '@stazhirovka/contract/reporting';
import { figuresOf, type Agreement } from '@stazhirovka/domain/answering';
import { localDay } from '@stazhirovka/domain/calendar';
import { outline, withTasks } from '@stazhirovka/domain/cohorts';
import { lastDayOf, paceOf } from '@stazhirovka/domain/pace';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { rulesOf, watch } from '../alerts/index.ts';
import { readAnswering } from '../answering/index.ts';
import { cohortCard, enterCohort, toPerson, type Journey } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { sendingsSince } from './queries.ts';
import { shortWord } from './short-words.ts';

const DAY = 86_400_000;

/** How a cohort walks beside the calendar, and how its tutors keep up (R75). For those who run or lead it. */
export async function readPace(ctx: Ctx, cohortId: string): Promise<CohortPace> {
	const { db, actor } = ctx;
	const facts = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const now = ctx.now();
	const [{ document }, card, { rules }, answering] = await Promise.all([
		loadProgramme(db, facts.programmeVersionId),
		cohortCard(db, cohortId),
		rulesOf(db, cohortId),
		readAnswering(ctx, cohortId)
	]);
	const { agreement, days } = answering;
	const [watched, sendings] = await Promise.all([
		watch(db, facts, rules, now),
		sendingsSince(db, cohortId, new Date(now.getTime() - days * DAY))
	]);
	const { tutors } = card ?? missing('cohort');
	const journeys = watched.map(({ journey }) => journey);
	const columns = columnsOf(outline(document), journeys);
	const today = localDay(now, facts.timeZone);
	const pace = paceOf(
		columns.map(({ key }) => key),
		journeys.map(walkOf),
		today
	);

	return {
		...{ cohortId, today, interns: journeys.length, days, hours: agreement.hours },
		...{ expected: pace.expected, kept: pace.kept },
		steps: pace.steps.map((step, n) => ({ ...(columns[n] ?? missing('step')), ...step })),
		tutors: tutors.map((tutor) => {
			const own = watched.filter(({ journey }) => journey.walker.tutorId === tutor.id);
			const checks = sendings.filter(({ tutorId }) => tutorId === tutor.id);
			const answers = answering.tutors.find((one) => one.tutor.id === tutor.id)?.figures;
			return {
				tutor: toPerson(tutor),
				interns: own.length,
				attention: own.filter(({ alerts }) => alerts.length).length,
				checks: figures(checks, now, agreement, facts.timeZone),
				questions: answers ?? figures([], now, agreement, facts.timeZone)
			};
		})
	};
}

function figures(
	things: { since: Date; answeredAt: Date | null }[],
	now: Date,
	agreement: Agreement,
	timeZone: string
) {
	const asked = things.map((thing) => ({ ...thing, waived: false }));
	return figuresOf(asked, now, agreement, timeZone);
}

function columnsOf(plain: ReturnType<typeof outline>, journeys: Journey[]) {
	const longest = Math.max(plain.routeLength, ...journeys.map(({ facts }) => facts.tasks.length));
	return withTasks(plain, longest).modules.flatMap(({ n, steps }) =>
		steps.map((step) => ({ key: step.key, title: step.title, short: shortWord(step), module: n }))
	);
}

function walkOf({ path, facts }: Journey) {
	const steps = path.modules.flatMap((module) => module.steps);
	return steps.map((step) => ({ key: step.key, state: step.state, dueOn: lastDayOf(step, facts) }));
}
