import type { CohortTrace, InternTraces } from '@stazhirovka/contract/reporting';
import { GROUP, type DeficitRow } from '@stazhirovka/domain/diagnostics';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { IMPROVED } from '@stazhirovka/domain/tasks';
import { groupTraces, tasksFor, type GroupTrace, type TracedPerson } from '@stazhirovka/domain/tracing';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { cohortCard, enterCohort, enterEnrolment } from '../cohorts/index.ts';
import { cardPairs, deficitsOf, seekComparison } from '../diagnostics/index.ts';
import { findRoute } from '../learning-routes/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { findEffectivenessCard, submissionsOf } from '../tasks/index.ts';
import { routeTasksIn, verdictsIn } from './trace-queries.ts';

/** From each deficit of an intern to its effect, for the intern and the own tutor; for everybody else it is not there (R167). */
export async function readInternTraces(ctx: Ctx, enrolmentId: string): Promise<InternTraces> {
	const { db, actor } = ctx;
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern', 'tutor');
	const { id } = enrolment;
	const [{ document }, comparison, present, route, sent, card, cohort] = await Promise.all([
		loadProgramme(db, enrolment.programmeVersionId),
		seekComparison(ctx, id),
		deficitsOf(db, id),
		findRoute(db, id),
		submissionsOf(db, id),
		findEffectivenessCard(db, id),
		cohortCard(db, enrolment.cohortId)
	]);
	if (!comparison || !cohort) return missing('deficit_card');
	const keys = (route?.items ?? []).map(({ task }) => task);
	return {
		intern: comparison.intern,
		timeZone: cohort.timeZone,
		traces: comparison.rows.map(({ deficit, title, before, after, change }) => ({
			...{ deficit, title, change, before: before.label, after: after?.label ?? null },
			present: present.includes(deficit),
			tasks: tasksFor(deficit, document.tasks, keys, sent).map(({ sent: one, ...task }) => ({
				...task,
				sent: one && { id: one.id, state: one.state, sentAt: one.sentAt.toISOString() }
			}))
		})),
		effectiveness: card
			? {
					...{ verdict: card.figures.verdict, changePercent: card.figures.changePercent },
					postedAt: card.postedAt.toISOString()
				}
			: null
	};
}

/** The same of a cohort, in whole fives, for those who run or lead it. */
export async function readCohortTraces({ db, actor }: Ctx, id: string) {
	const cohort = await enterCohort(db, actor, id, 'tutor', 'leader');
	const programme = await loadProgramme(db, cohort.programmeVersionId);
	const [cards, tasks, verdicts] = await Promise.all([
		cardPairs(db, cohort.cohortId, programme),
		routeTasksIn(db, cohort.cohortId),
		verdictsIn(db, cohort.cohortId)
	]);
	const own = Map.groupBy(tasks, ({ enrolmentId }) => enrolmentId);
	const people = cards.map(({ enrolmentId, before, after }): TracedPerson => {
		const route = own.get(enrolmentId) ?? [];
		const verdict = verdicts.get(enrolmentId);
		return {
			...{ before: levelsIn(before), after: after && levelsIn(after) },
			planned: route.length ? answeredBy(programme.document, route) : null,
			accepted:
				route.length && route.every(({ accepted }) => accepted)
					? answeredBy(programme.document, route)
					: null,
			improved: verdict === undefined ? null : IMPROVED.includes(verdict)
		};
	});
	const traces = groupTraces(programme.rules.diagnostic.deficits, people);
	return {
		cohort: { id: cohort.cohortId, title: cohort.cohortTitle },
		threshold: GROUP,
		traces: traces.map((trace) => toTrace(trace, programme.document))
	};
}

function toTrace(
	{ deficit, carded, needed, repeated, before, after, ...steps }: GroupTrace,
	document: ProgrammeDocument
): CohortTrace {
	return {
		...{ deficit, carded, ...steps },
		title: document.deficits.find(({ key }) => key === deficit)?.title ?? deficit,
		needed: carded === 0 ? null : needed,
		tasks: document.tasks.flatMap(({ title, deficits }) => {
			const bound = deficits.find(({ key }) => key === deficit);
			return bound ? [{ title, role: bound.role }] : [];
		}),
		effect: repeated === 0 ? null : { people: repeated, before, after }
	};
}

function levelsIn(rows: readonly DeficitRow[]): TracedPerson['before'] {
	return Object.fromEntries(rows.map(({ deficit, level }) => [deficit, level]));
}

/** Deficits that these tasks answer, each once. */
function answeredBy({ tasks }: ProgrammeDocument, route: readonly { task: string }[]): string[] {
	const keys = new Set(route.map(({ task }) => task));
	const bound = tasks.filter(({ key }) => keys.has(key)).flatMap(({ deficits }) => deficits);
	return [...new Set(bound.map(({ key }) => key))];
}
