import type { ReviewFeedback } from '@stazhirovka/contract/results';
import { adviceFor } from '@stazhirovka/domain/peer-marks';
import { usefulnessSums } from '@stazhirovka/domain/results';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { gradesOf } from '../advice.ts';
import { sentReviews, standingsOf, type SentRow, type Standing } from '../standing.ts';
import { worksOf } from '../store.ts';
import { toRubric } from '../view.ts';
import { saidOfReviewer } from './usefulness-store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What a reviewer learns after the announcement, for the own learning alone: no names, no place among others. */
export async function readReviewFeedback(
	{ db, actor, now }: Reading,
	enrolmentId: string
): Promise<ReviewFeedback> {
	const { cohortId, announcedAt, ...enrolment } = await enterEnrolment(db, actor, enrolmentId, 'intern');
	if (!announcedAt) fail('refused', 'results.not_announced');
	const programme = await loadProgramme(db, enrolment.programmeVersionId);
	const { rules, document } = programme;
	const [works, said] = await Promise.all([worksOf(db, cohortId), saidOfReviewer(db, enrolmentId)]);
	const standings = await standingsOf(db, rules.peer, works, now());
	const { reviewers } = adviceFor({
		grades: gradesOf(rules.peer, standings),
		earlier: null,
		scale: document.rubric.max,
		pass: rules.peer.passTotal,
		wanted: rules.peer.reviewsPerWork
	});
	const { criteria, commentLabels } = toRubric(programme);

	return {
		tendency: reviewers.get(enrolmentId) ?? { kind: 'too_early' },
		usefulness: usefulnessSums(said),
		...{ criteria, commentLabels },
		works: standings.flatMap((standing) => toReviewed(standing, enrolmentId))
	};
}

function toReviewed({ work, reviews }: Standing, enrolmentId: string): ReviewFeedback['works'] {
	const sent = sentReviews(reviews);
	const own = sent.find(({ reviewerId }) => reviewerId === enrolmentId);
	if (!own) return [];
	const others = sent.filter(({ id }) => id !== own.id).map(toGiven);
	return [{ reviewId: own.id, title: work.title, own: toGiven(own), others }];
}

function toGiven({ scores, comments }: SentRow) {
	return { scores, comments };
}
