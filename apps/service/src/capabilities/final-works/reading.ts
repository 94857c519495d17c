import type { FinalWork, ForumWork, MyFinalWork, WorkResult } from '@stazhirovka/contract/final-works';
import type { Database } from '@stazhirovka/db';
import type { Answer } from '@stazhirovka/domain/forms';
import { decideWork, openingRefusal, seenState } from '@stazhirovka/domain/final-works';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { roomIds } from '../chat/index.ts';
import { exampleMarks } from '../calibration/index.ts';
import { enterCohort, enterEnrolment, type CohortFacts } from '../cohorts/index.ts';
import { readSheet, sheetOf } from '../forms/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { enterWork } from './access.ts';
import { judgedWork } from './advice.ts';
import { filesForTutor } from './attachments.ts';
import { findOfWork } from './administration-store.ts';
import { authorName, isAuthorVisible, isBlind, reviewerName, type Viewer } from './names.ts';
import * as queries from './queries.ts';
import { usefulnessOf } from './results/usefulness-store.ts';
import { reviewsOf } from './reviews-store.ts';
import { openingFacts } from './opening.ts';
import { factsOf, sentReviews } from './standing.ts';
import * as store from './store.ts';
import { toAdministration, toOwnAdministration, toReceivedReview, toResult, toRubric } from './view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;
type OwnReading = Reading & Pick<Ctx, 'filesDir'>;

/** The intern's own final work: the sheet while it is written, then what became of it (R110–R117). */
export async function readMyWork(deps: OwnReading, enrolmentId: string): Promise<MyFinalWork> {
	const { db, actor, now } = deps;
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern');
	const { id, cohortId, announcedAt } = enrolment;
	const programme = await loadProgramme(db, enrolment.programmeVersionId);
	const { document } = programme;

	const work = await store.findWorkOf(db, id);
	const opening = work ? null : openingRefusal(await openingFacts(db, id));
	const publishing = decideWork(factsOf(work, announcedAt !== null), { type: 'publish' }, now());
	const open = enrolment.state === 'confirmed' && !opening && publishing.ok;
	const waits = !work || work.state === 'revision';

	const sheet = sheetOf(programme, 'final_work', { cohortId, enrolmentId: id });
	const blind = announcedAt === null && !isAuthorVisible(document);
	const can = { save: enrolment.state === 'confirmed' && waits && publishing.ok, submit: open };
	const administration = work && (await findOfWork(db, work.id));

	const seen = await readSheet(db, sheet, can);
	const own = { definition: sheet.definition, answer: seen.answer as Answer, published: work !== undefined };
	return {
		id: work?.id ?? null,
		state: work ? seenState(work, now()) : null,
		brief: document.final_work.brief,
		sheet: seen,
		version: work?.version ?? 0,
		publishedAt: work?.publishedAt.toISOString() ?? null,
		revisionUntil: work?.revisionUntil?.toISOString() ?? null,
		...(await expertise(db, programme, work, { viewer: 'author', announced: announcedAt !== null })),
		...toRubric(programme),
		administration: toOwnAdministration(administration, now()),
		workRoomId: work ? (await roomIds(db, { finalWorkId: work.id })).workRoomId : null,
		reason: opening ?? (waits && !publishing.ok ? { code: publishing.refusal.code } : null),
		privacyWarning: document.privacy?.warning ?? null,
		blind,
		forTutorOnly: blind ? await filesForTutor(deps, own) : [],
		can: { publish: open, inviteAdministration: work !== undefined && !administration?.givenAt }
	};
}

/** The works on the forum of a cohort (R114). */
export async function readForum({ db, actor, now }: Reading, cohortId: string): Promise<ForumWork[]> {
	const cohort = await enterCohort(db, actor, cohortId, 'intern', 'tutor', 'leader');
	const { document } = await loadProgramme(db, cohort.programmeVersionId);
	const [works, interns, messages] = await Promise.all([
		store.worksOf(db, cohortId),
		queries.internsOf(db, cohortId),
		queries.messageCounts(db, cohortId)
	]);

	return works.map((work) => {
		const author = interns.get(work.enrolmentId);
		const mine = author?.person.id === actor.personId;
		const viewer = viewerOf(cohort, mine);
		return {
			id: work.id,
			title: work.title,
			author: authorName(document, work.id, author, { viewer, announced: cohort.announcedAt !== null }),
			publishedAt: work.publishedAt.toISOString(),
			state: seenState(work, now()),
			messages: messages.get(work.id) ?? 0,
			mine
		};
	});
}

/** A work on the forum, with what its readers may know of its expertise (R114–R118). */
export async function readWork({ db, actor, now }: Reading, id: string): Promise<FinalWork> {
	const { work, cohort } = await enterWork(db, actor, id, 'intern', 'tutor', 'leader');
	const programme = await loadProgramme(db, cohort.programmeVersionId);
	const { definition } = programme.forms.get('final_work') ?? missing('form');
	const [version, interns, administration, { workRoomId }] = await Promise.all([
		store.findVersion(db, work),
		queries.internsOf(db, work.cohortId),
		findOfWork(db, id),
		roomIds(db, { finalWorkId: id })
	]);
	const author = interns.get(work.enrolmentId);
	const own = queries.internWho(interns, actor.personId);
	const seen = {
		viewer: viewerOf(cohort, author?.person.id === actor.personId),
		announced: cohort.announcedAt !== null
	};

	return {
		id,
		cohortId: work.cohortId,
		enrolmentId: own?.enrolmentId ?? null,
		title: work.title,
		author: authorName(programme.document, id, author, seen),
		state: seenState(work, now()),
		definition,
		answer: version.answer as FinalWork['answer'],
		version: version.number,
		publishedAt: version.publishedAt.toISOString(),
		workRoomId,
		blind: cohort.announcedAt === null && !isAuthorVisible(programme.document),
		// The word of a school names the school.
		administration: isBlind(programme.document, seen) ? null : toAdministration(administration),
		judged:
			seen.viewer === 'staff'
				? await judgedWork(
						db,
						toScale(programme),
						work,
						now(),
						interns,
						await examplesFor(db, cohort, interns)
					)
				: null,
		...(await expertise(db, programme, work, seen)),
		...toRubric(programme),
		can: {
			discuss: workRoomId !== null && (cohort.as.includes('intern') || cohort.as.includes('tutor')),
			follow: seen.announced && seen.viewer !== 'peer'
		}
	};
}

function examplesFor(
	db: Database,
	{ programmeVersionId }: CohortFacts,
	interns: ReadonlyMap<string, queries.Intern>
) {
	return exampleMarks(db, programmeVersionId, [...interns.keys()]);
}

function toScale({ rules, document }: FrozenProgramme) {
	return { rules: rules.peer, max: document.rubric.max };
}

function viewerOf({ as }: { as: string[] }, mine: boolean): Viewer {
	if (mine) return 'author';
	return as.includes('tutor') || as.includes('leader') ? 'staff' : 'peer';
}

/** Nothing before the announcement, but for those who decide (R117). */
async function expertise(
	db: Database,
	programme: FrozenProgramme,
	work: store.WorkRow | undefined,
	seen: { viewer: Viewer; announced: boolean }
): Promise<{ results: WorkResult[]; reviews: FinalWork['reviews'] }> {
	if (!work || (!seen.announced && seen.viewer !== 'staff')) return { results: [], reviews: [] };

	const [results, reviews, interns] = await Promise.all([
		store.resultsOf(db, [work.id]),
		reviewsOf(db, [work.id]),
		queries.internsOf(db, work.cohortId)
	]);
	const sent = sentReviews(reviews);
	const ids = sent.map(({ id }) => id);
	const said = seen.viewer === 'author' ? await usefulnessOf(db, ids) : null;
	const isRated = ({ id }: { id: string }) => said === null || said.has(id);
	const shown = { max: programme.document.rubric.max, hidden: !sent.every(isRated) };
	return {
		results: results.map((result) => toResult(result, shown)),
		reviews: sent.map((review) =>
			toReceivedReview(review, reviewerName(programme.document, review, interns, seen), isRated(review))
		)
	};
}
