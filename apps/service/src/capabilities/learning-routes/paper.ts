import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { localDay } from '@stazhirovka/domain/calendar';
import { untilWhen } from '@stazhirovka/domain/deadlines';
import { forRoute } from '@stazhirovka/domain/diagnostics';
import { learningRoutePaper, type LearningRouteFacts } from '@stazhirovka/domain/documents';
import type { Answer } from '@stazhirovka/domain/forms';
import { byPriority, plan } from '@stazhirovka/domain/learning-routes';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { effectiveCard } from '../diagnostics/index.ts';
import { printPaper, type PrintedFile, type PrintFormat } from '../documents/index.ts';
import { readSheet, sheetOf } from '../forms/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { acceptedTasks, routePaperFacts } from './queries.ts';
import { findRoute } from './store.ts';
import { versionsOf } from './versions-store.ts';

const READ_ONLY = { save: false, submit: false };

/** The route in its usual form, for the intern and the intern's tutor (R94, R95, R124). */
export async function printRoute(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	enrolmentId: string,
	format: PrintFormat
): Promise<PrintedFile> {
	const { db, actor } = ctx;
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern', 'tutor');
	const [programme, route, people, tasks, card] = await Promise.all([
		loadProgramme(db, enrolment.programmeVersionId),
		findRoute(db, enrolmentId),
		routePaperFacts(db, enrolmentId),
		acceptedTasks(db, enrolmentId),
		effectiveCard(db, enrolmentId)
	]);
	if (!route || !people) return missing('learning_route');
	const { startsOn, endsOn, timeZone } = enrolment;
	const day = (at: Date) => localDay(at, timeZone);
	const { document, rules } = programme;
	const found = plan(rules.route, forRoute(card.rows));

	const paper = learningRoutePaper({
		organisation: people.site,
		programme: document.title,
		intern: {
			fullName: fullName(people.intern),
			shortName: shortName(people.intern),
			position: people.position,
			organisation: people.organisation
		},
		tutor: people.tutor && { fullName: fullName(people.tutor), shortName: shortName(people.tutor) },
		period: { from: startsOn, to: endsOn },
		form: await ownWords(ctx, programme, enrolment),
		rows: route.items.map(({ task, dueOn, extendedTo }) => {
			const accepted = tasks.find((one) => one.task === task)?.at;
			const until = untilWhen(dueOn, extendedTo);
			return { ...rowOf(document, task, found), dueOn: until, acceptedOn: accepted ? day(accepted) : null };
		}),
		agreed: route.agreedAt ? { on: day(route.agreedAt), version: await heldVersion(ctx, route.id) } : null
	});
	return printPaper(paper, ['Маршрут', fullName(people.intern)], format);
}

/** What the intern wrote of motivation, resources and context; a draft is nobody else's. */
async function ownWords(
	{ db }: Pick<Ctx, 'db'>,
	programme: FrozenProgramme,
	{ id, cohortId, as }: { id: string; cohortId: string; as: readonly string[] }
): Promise<LearningRouteFacts['form']> {
	if (!programme.forms.get('route_form')) return null;
	const sheet = sheetOf(programme, 'route_form', { cohortId, enrolmentId: id });
	const { definition, answer, submittedAt } = await readSheet(db, sheet, READ_ONLY);
	const seen = submittedAt !== null || as.includes('intern');
	return { definition, answer: (seen ? answer : {}) as Answer };
}

/** Deficits stand as the route takes them up, on the paper and on the screen alike. */
function rowOf(
	{ tasks, deficits }: ProgrammeDocument,
	key: string,
	found: { expressed: string[]; partial: string[] }
) {
	const task = tasks.find((one) => one.key === key);
	const bound = byPriority(task?.deficits ?? [], found).flatMap(
		(one) => deficits.find((deficit) => deficit.key === one.key) ?? []
	);
	return {
		deficits: bound.map(({ title }) => title),
		aims: bound.map(({ target }) => target),
		title: task?.title ?? key,
		mode: task?.tryout_required ? 'дистанционно, проба на уроке' : 'дистанционно',
		report: task?.product ?? ''
	};
}

async function heldVersion({ db }: Pick<Ctx, 'db'>, routeId: string): Promise<number> {
	const held = (await versionsOf(db, routeId)).filter(({ standing }) => standing === 'held');
	return held.at(-1)?.number ?? 1;
}
