import type { InternFile } from '@stazhirovka/contract/reporting';
import { fullName } from '@stazhirovka/domain/certificates';
import { outline, reasonFor, stepPlace, type Path, type PathStep } from '@stazhirovka/domain/cohorts';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { lastActivity } from '../alerts/index.ts';
import { cohortCard, enterEnrolment, journeysOf, toPerson } from '../cohorts/index.ts';
import { seekComparison } from '../diagnostics/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { submissionsOf } from '../tasks/index.ts';
import * as queries from './queries.ts';

/**
 * All about one intern, for the intern's own tutor and the leader. What tells of deficits, and the thread, are for the
 * tutor alone (R167): the leader sees tasks by their place, and neither cards nor what was sent.
 */
export async function readInternFile(ctx: Ctx, enrolmentId: string): Promise<InternFile> {
	const { db, actor } = ctx;
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'tutor', 'leader');
	const { cohortId, as, id } = enrolment;
	const isTutor = as.includes('tutor');
	const [{ document }, [journey], card, active, decisions, work, documents] = await Promise.all([
		loadProgramme(db, enrolment.programmeVersionId),
		journeysOf(db, enrolment, ctx.now(), [id]),
		cohortCard(db, cohortId),
		lastActivity(db, cohortId, enrolment.personId),
		queries.decisionsOn(db, enrolment),
		queries.publishedWork(db, id),
		queries.documentsOf(db, id)
	]);
	if (!journey || !card) return missing('enrolment');
	const { walker, path } = journey;
	const step = isTutor ? wholeStep(document) : stepByPlace(document);

	return {
		enrolmentId: id,
		...{ cohortId, cohort: card.title, programme: card.programme, timeZone: card.timeZone },
		intern: toPerson(walker.person),
		organisation: walker.organisation,
		tutor: card.tutors.map(toPerson).find((one) => one.id === walker.tutorId) ?? null,
		lastActiveAt: active.get(enrolment.personId)?.toISOString() ?? null,
		path: {
			modules: path.modules.map((module) => ({ ...module, steps: module.steps.map(step) })),
			next: path.next && step(path.next),
			...{ done: path.done, total: path.total }
		},
		decisions: decisions.map(({ at, actor: by, task, form, ...entry }) => {
			return {
				...entry,
				at: at.toISOString(),
				actor: by && fullName(by),
				step: stepOf(path, { task, form })
			};
		}),
		work: work ? { ...work, publishedAt: work.publishedAt.toISOString() } : null,
		documents: documents.map(({ token, ...one }) => ({ ...one, checkPath: `/v/${token}` })),
		...(isTutor ? await tutorsParts(ctx, id, document) : { sent: null, thread: null, comparison: null }),
		can: { openRecords: isTutor, extend: walker.state === 'confirmed' }
	};
}

/** What somebody decided about, by its place on the path: the words of a task are not for every reader. */
function stepOf({ modules }: Path, about: Pick<PathStep, 'task' | 'form'>): string | null {
	const is = ({ task, form }: PathStep) =>
		(about.task !== null && task === about.task) || (about.form !== null && form === about.form);
	return modules.flatMap(({ steps }) => steps).find(is)?.key ?? null;
}

/** What is between the intern and the tutor. */
async function tutorsParts(ctx: Ctx, id: string, document: ProgrammeDocument) {
	const { db, actor } = ctx;
	const [sent, thread, comparison] = await Promise.all([
		submissionsOf(db, id),
		queries.threadOf(db, id, actor.personId),
		seekComparison(ctx, id)
	]);
	const titles = outline(document).tasks;
	return {
		sent: sent.map(({ firstSentAt: _, ...one }) => {
			return { ...one, title: titles[one.task]?.title ?? one.task, sentAt: one.sentAt.toISOString() };
		}),
		thread: thread ? { ...thread, lastAt: thread.lastAt?.toISOString() ?? null } : null,
		comparison: comparison?.afterAt ? comparison : null
	};
}

function wholeStep(document: ProgrammeDocument) {
	return (step: PathStep) => {
		const { key, title, state, doneOn, dueOn, late, minutes } = step;
		const reason = reasonFor(step.reason, 'tutor');
		return { key, title, state, doneOn, dueOn, late, reason, minutes, place: stepPlace(step, document) };
	};
}

/** Words of tasks say what somebody's deficits are; what comes before a step may be a task as well. */
function stepByPlace(document: ProgrammeDocument) {
	const generic = outline(document).modules.flatMap(({ steps }) =>
		steps.filter(({ kind }) => kind === 'task')
	);
	return ({ key, kind, title, state, doneOn, dueOn, late, reason }: PathStep) => {
		const told = reasonFor(reason, 'leader');
		return {
			...{ key, state, doneOn, dueOn, late },
			title: kind === 'task' ? (generic[0]?.title ?? '') : title,
			reason: told && { code: told.code },
			...{ minutes: null, place: null }
		};
	};
}
