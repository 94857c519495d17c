import type { Recommendations } from '@stazhirovka/contract/results';
import type { Database, Tx } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import {
	answeredRecommendations,
	recommendationForm,
	recommendationsOf,
	type AnsweredRecommendation,
	type Recommendation
} from '@stazhirovka/domain/results';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import type { FrozenProgramme } from '../../programmes/index.ts';
import { reviewerName } from '../names.ts';
import { internsOf } from '../queries.ts';
import { reviewsOf } from '../reviews-store.ts';
import { sentReviews } from '../standing.ts';
import { findWorkOf, versionsOf } from '../store.ts';
import { toRubric } from '../view.ts';
import { enterTold, type Told } from './access.ts';
import { toFormSheet, type ResultSheet } from './sheets.ts';
import { findSheet } from './sheets-store.ts';
import { usefulnessOf } from './usefulness-store.ts';

type Reading = Pick<Ctx, 'db' | 'actor'>;
type Interns = Awaited<ReturnType<typeof internsOf>>;

/** What the reviewers advise, what the author answers, and every version of the work (R117, R118). */
export async function readRecommendations({ db, actor }: Reading, id: string): Promise<Recommendations> {
	const told = await enterTold(db, actor, id);
	const { work, programme, viewer, tutors } = told;
	const interns = await internsOf(db, work.cohortId);
	const [rows, row, versions] = await Promise.all([
		adviceRows(db, told, interns),
		findSheet(db, id, 'recommendations'),
		versionsOf(db, id)
	]);
	const author = interns.get(work.enrolmentId) ?? missing('enrolment');
	const { definition } = programme.forms.get('final_work') ?? missing('form');

	return {
		workId: id,
		cohortId: work.cohortId,
		enrolmentId: work.enrolmentId,
		title: work.title,
		author: fullName(author.person),
		mine: viewer === 'author',
		sheet: toFormSheet(sheetFor(id, rows), row, viewer === 'author' && rows.length > 0),
		rows: answeredRecommendations(rows, row?.answer ?? {}),
		usefulness: viewer === 'staff' ? await saidOfReviews(db, told, interns) : null,
		definition,
		versions: versions.map(({ number, publishedAt, answer }) => ({
			number,
			publishedAt: publishedAt.toISOString(),
			answer: answer as Recommendations['versions'][number]['answer']
		})),
		can: { reopen: tutors && Boolean(row?.submittedAt) }
	};
}

/** Review by review, for those who decide: it has no effect on any result. */
async function saidOfReviews(
	db: Database,
	{ work, programme, viewer }: Told,
	interns: Interns
): Promise<NonNullable<Recommendations['usefulness']>> {
	const reviews = sentReviews(await reviewsOf(db, [work.id]));
	const ids = reviews.map(({ id }) => id);
	const said = await usefulnessOf(db, ids);
	return reviews.flatMap((review) => {
		const word = said.get(review.id);
		const reviewer = reviewerName(programme.document, review, interns, { viewer, announced: true });
		return word ? [{ reviewer, answer: word.answer, reason: word.reason }] : [];
	});
}

export function sheetFor(workId: string, rows: readonly Recommendation[]): ResultSheet {
	return { workId, kind: 'recommendations', definition: recommendationForm(rows) };
}

/** Names of reviewers are those that the reader may know. */
export async function adviceRows(
	db: Database | Tx,
	{ work, programme, viewer }: Told,
	interns?: Interns
): Promise<Recommendation[]> {
	const people = interns ?? (await internsOf(db, work.cohortId));
	const reviews = sentReviews(await reviewsOf(db, [work.id]));
	return recommendationsOf(
		toRubric(programme).commentLabels,
		reviews.map((review) => ({
			reviewer: reviewerName(programme.document, review, people, { viewer, announced: true }),
			comments: review.comments
		}))
	);
}

/** The table that the author of an enrolment has finished, reviewers under their aliases; null while there is none. */
export async function finishedRecommendations(
	db: Database,
	enrolmentId: string,
	programme: FrozenProgramme
): Promise<AnsweredRecommendation[] | null> {
	const work = await findWorkOf(db, enrolmentId);
	const sheet = work && (await findSheet(db, work.id, 'recommendations'));
	if (!sheet?.submittedAt) return null;
	const reviews = sentReviews(await reviewsOf(db, [sheet.finalWorkId]));
	const advised = reviews.map(({ alias, comments }) => ({ reviewer: alias, comments }));
	const rows = recommendationsOf(toRubric(programme).commentLabels, advised);
	return answeredRecommendations(rows, sheet.answer);
}
