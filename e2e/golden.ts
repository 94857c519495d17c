import type { Board } from '@stazhirovka/contract/final-works';
import type { DeficitCard } from '@stazhirovka/contract/diagnostics';
import type { EffectivenessCard } from '@stazhirovka/contract/tasks';
import type { LearningRoute } from '@stazhirovka/contract/learning-routes';
import type { Answer } from './answers.ts';
import scenario from './data/scenario-adhd.json' with { type: 'json' };
import { found } from './found.ts';
import type { InternKey } from './people.ts';

const { trainees, negative, effectiveness } = scenario;
const { peer_review: peerReview, privacy_negative: privacy } = scenario;

type Figures = NonNullable<EffectivenessCard['figures']>;
export type Peer = (typeof peerReview)[number];
export type Trainee = 't-1' | 't-2' | 't-3';
export type Scores = Record<string, number>;

/** The golden case of a demonstration person; only some have one. */
export function traineeOf(person: InternKey) {
	return trainees.find((trainee) => trainee.person === person);
}

export function answersOf(person: Trainee): Answer {
	return found(traineeOf(person)).answers;
}

/** Answers of which too few were given to build a card. */
export const tooFewAnswers = found(negative[0]);

/** A golden effectiveness card, and the figures that the rules give for it. */
export function effectivenessOf(person: InternKey) {
	return effectiveness.find(({ card }) => card.person === person);
}

/** What was measured, as the form asks for it; who has no golden card takes that of `t-1`. */
export function measuredBy(person: InternKey): Answer {
	const { person: _, ...measured } = found(effectivenessOf(person) ?? effectivenessOf('t-1')).card;
	return measured;
}

/** What is refused as the name of a pupil, and what is taken. */
export const pupilCodes: [wrong: string, right: string] = [found(privacy[0]).value, found(privacy[1]).value];

export function peerOf(person: InternKey): Peer | undefined {
	return peerReview.find(({ author }) => author === person);
}

export function scoresOf(peer: Peer, reviewer: InternKey): Scores {
	return found(peer.reviews.find((review) => review.reviewer === reviewer)).scores;
}

/** The golden sums in the order in which the reviewers are named. */
export function sumsOf({ reviews, expected }: Peer, order: InternKey[]): number[] {
	return order.map((key) => found(expected.sums[reviews.findIndex(({ reviewer }) => reviewer === key)]));
}

/** A deficit card in the words of the golden cases. */
export function cardIn({ unanswered, rows }: DeficitCard) {
	return {
		built: true,
		unanswered,
		rows: rows.map(({ deficit, knowledge, case: inCase, self, score, max, ...row }) => {
			const { masteryPercent, level, present, flag } = row;
			const points = { knowledge, case: inCase, self, score, max };
			return { deficit, ...points, mastery_percent: masteryPercent, level, present, flag };
		})
	};
}

export function routeIn({ items, ...route }: LearningRoute) {
	return {
		tasks: items.map(({ task }) => task),
		length: items.length,
		expressed: route.expressed,
		partial: route.partial,
		not_covered_as_primary: route.notCoveredAsPrimary,
		needs_tutor_consent: route.needsTutorConsent
	};
}

/** Figures in the words of the golden cases, where a difference is told only without a percentage. */
export function figuresIn(figures: Figures | null) {
	if (!figures) return null;
	const { baselineMean, afterMean, changePercent, difference, verdict } = figures;
	const change = { baseline_mean: baselineMean, after_mean: afterMean, change_percent: changePercent };
	return { ...change, ...(difference !== null && { difference }), verdict };
}

/** The peer result of a work: the sums stand in the order in which its reviewers are listed. */
export function peerIn(result: NonNullable<Board['works'][number]['result']>) {
	const { medians, total, sums, spread, passedByReviews, needsModeration, enoughReviews } = result;
	return {
		medians,
		total,
		sums,
		spread,
		passed: passedByReviews,
		needs_moderation: needsModeration,
		enough_reviews: enoughReviews
	};
}
