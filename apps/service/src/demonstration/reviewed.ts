import { proposeAllocation } from '../capabilities/final-works/allocation/commands/propose-allocation.ts';
import { releaseProposal } from '../capabilities/final-works/allocation/commands/release-proposal.ts';
import { declineReview } from '../capabilities/final-works/allocation/commands/decline-review.ts';
import { saveReview } from '../capabilities/final-works/commands/save-review.ts';
import { sendReview } from '../capabilities/final-works/commands/send-review.ts';
import { readReview, readReviewTasks } from '../capabilities/final-works/review-sheet.ts';
import type { Author, Stage } from './stage.ts';
import { filled, type Voice } from './filled.ts';

/** Days ago: of a cohort with results long ago, of one that reviews just now. */
const [FINISHED, GOING_ON] = [
	{ given: 20, sent: 17 },
	{ given: 2, sent: 1 }
];

/**
 * Works given out and reviewed. Where reviewing goes on, the first reviewers have sent theirs, one writes, one has
 * given a work back, the rest have not begun.
 */
export async function review(stage: Stage, finished: boolean): Promise<void> {
	const { given, sent } = finished ? FINISHED : GOING_ON;
	const asked = { id: stage.cohortId, seed: null, way: null, silent: [] };
	await releaseProposal(stage.leader(given), await proposeAllocation(stage.leader(given), asked));

	const [first, second, third, ...others] = stage.authors;
	for (const author of finished ? stage.authors : [first, second])
		if (author) await send(stage, author, sent);
	if (finished) return;
	if (third) await write(stage, third, sent);
	const back = others.at(-1);
	if (back) await giveBack(back, sent);
}

async function send(stage: Stage, reviewer: Author, daysAgo: number): Promise<void> {
	const ctx = reviewer.at(daysAgo);
	for (const { id } of await readReviewTasks(ctx, reviewer.enrolmentId)) {
		const { sheet, answer } = await sheetOf(stage, reviewer, id, daysAgo);
		await sendReview(ctx, { id, revision: sheet.revision, answer });
	}
}

/** Begun and left: a draft of one's own. */
async function write(stage: Stage, reviewer: Author, daysAgo: number): Promise<void> {
	const [task] = await readReviewTasks(reviewer.at(daysAgo), reviewer.enrolmentId);
	if (!task) return;
	const { sheet, answer } = await sheetOf(stage, reviewer, task.id, daysAgo);
	await saveReview(reviewer.at(daysAgo), { id: task.id, revision: sheet.revision, answer });
}

async function giveBack(reviewer: Author, daysAgo: number): Promise<void> {
	const [task] = await readReviewTasks(reviewer.at(daysAgo), reviewer.enrolmentId);
	if (task)
		await declineReview(reviewer.at(daysAgo), {
			id: task.id,
			kind: 'knows_author',
			reason: 'Вместе готовили районный семинар.'
		});
}

async function sheetOf(stage: Stage, reviewer: Author, id: string, daysAgo: number) {
	const { sheet, work } = await readReview(reviewer.at(daysAgo), id);
	const level = stage.authors.find(({ fullName }) => fullName === work.author)?.level;
	const voice = ownWords(stage, reviewer, daysAgo);
	return { sheet, answer: filled(sheet.definition, level === undefined ? voice : { ...voice, level }) };
}

/** Each begins with another sentence: colleagues who wrote alike would be pointed out. */
function ownWords({ authors, voice }: Stage, reviewer: Author, daysAgo: number): Voice {
	const { lines, ...rest } = voice(daysAgo);
	const turn = (authors.indexOf(reviewer) * 3) % lines.length;
	return { ...rest, lines: [...lines.slice(turn), ...lines.slice(0, turn)] };
}
