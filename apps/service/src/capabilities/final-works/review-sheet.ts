import type { Review } from '@stazhirovka/contract/final-works';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { decideReview } from '@stazhirovka/domain/final-works';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { roomIds } from '../chat/index.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { readSheet } from '../forms/index.ts';
import { enterReview } from './access.ts';
import { authorName } from './names.ts';
import { internsOf, reviewTasks } from './queries.ts';
import { findVersion, findWork } from './store.ts';
import { toReviewTask, toRubric } from './view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What this intern has to review (R115). */
export async function readReviewTasks({ db, actor, now }: Reading, enrolmentId: string) {
	const { id } = await enterEnrolment(db, actor, enrolmentId, 'intern');
	const tasks = await reviewTasks(db, id);
	return tasks.map((task) => toReviewTask(task, now()));
}

/** A review beside the work that it is about; only its reviewer has it. */
export async function readReview({ db, actor, now }: Reading, id: string): Promise<Review> {
	const { review, cohort, programme, sheet } = await enterReview(db, actor, id);
	const work = (await findWork(db, review.finalWorkId)) ?? missing('final_work');
	const { definition } = programme.forms.get('final_work') ?? missing('form');
	const [version, interns, { workRoomId }] = await Promise.all([
		findVersion(db, work),
		internsOf(db, work.cohortId),
		roomIds(db, { finalWorkId: work.id })
	]);
	const announced = cohort.announcedAt !== null;
	const open = decideReview({ sentAt: review.sentAt, announced }, { type: 'save' }, now()).ok;
	const seen = { viewer: 'peer' as const, announced };

	return {
		id,
		work: {
			id: work.id,
			title: work.title,
			author: authorName(programme.document, work.id, interns.get(work.enrolmentId), seen),
			definition,
			answer: version.answer as Review['work']['answer'],
			workRoomId
		},
		criteria: toRubric(programme).criteria,
		sheet: await readSheet(db, sheet, { save: open, submit: open }),
		dueAt: review.dueAt.toISOString(),
		sentAt: review.sentAt?.toISOString() ?? null,
		announced,
		can: { send: open }
	};
}

/** A filled rubric as the rules read it: scores by criterion, words by comment. */
export function toScores(definition: FormDefinition, criteria: readonly string[], answer: Answer) {
	const comments = definition.sections
		.flatMap(({ fields }) => fields)
		.filter(({ key }) => !criteria.includes(key));

	return {
		scores: Object.fromEntries(criteria.map((key) => [key, Number(answer[key])])),
		comments: Object.fromEntries(comments.map(({ key }) => [key, String(answer[key] ?? '')]))
	};
}
