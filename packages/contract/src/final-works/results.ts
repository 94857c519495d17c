import { RESULT_BASES } from '@stazhirovka/domain/final-works';
import { z } from 'zod';
import { Id, Moment } from '../words.ts';

export const State = z.enum(['published', 'in_review', 'passed', 'revision', 'revised', 'failed']);

export const Criterion = z.object({
	key: z.string(),
	title: z.string(),
	levels: z.array(z.object({ score: z.number(), descriptor: z.string() }))
});

/** A review as its author and others see it: the reviewer is an alias until the announcement. */
export const ReceivedReview = z.object({
	reviewer: z.string(),
	scores: z.record(z.string(), z.number()),
	comments: z.record(z.string(), z.string()),
	/** For the author, who has not yet said whether the words were of use: its marks come after that. */
	toRate: Id.nullable()
});

export const WorkResult = z.object({
	round: z.int(),
	basis: z.enum(RESULT_BASES),
	medians: z.record(z.string(), z.number()).nullable(),
	total: z.number().nullable(),
	/** Empty and null for an author who has not yet answered about every review. */
	sums: z.array(z.number()),
	spread: z.number().nullable(),
	/** How many reviews it rests on, their plain mean and how far they agree. */
	reviews: z.int(),
	mean: z.number().nullable(),
	agreed: z.enum(['good', 'fair', 'poor']).nullable(),
	passedByReviews: z.boolean(),
	needsModeration: z.boolean(),
	enoughReviews: z.boolean(),
	passed: z.boolean(),
	decisionReason: z.string().nullable(),
	announcedAt: Moment
});
export type WorkResult = z.infer<typeof WorkResult>;

/** What the reviews give by the programme's rule, before anything is announced. */
export const PeerFigures = WorkResult.omit({
	round: true,
	basis: true,
	reviews: true,
	mean: true,
	agreed: true,
	announcedAt: true,
	decisionReason: true,
	passed: true
});
export type PeerFigures = z.infer<typeof PeerFigures>;

/** Why a person should look at a work. */
export const AdviceReason = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('spread'), points: z.number(), limit: z.number() }),
	z.object({ kind: z.literal('outlier'), reviewer: z.string(), above: z.boolean() }),
	z.object({ kind: z.literal('model_apart'), points: z.number() }),
	z.object({ kind: z.literal('few_reviews'), got: z.int(), wanted: z.int() }),
	z.object({ kind: z.literal('border'), pass: z.number() })
]);
export type AdviceReason = z.infer<typeof AdviceReason>;

/** What only informs those who decide, in points to a tenth: it has no word on passing. */
export const Advice = z.object({
	mean: z.number(),
	/** With the reviewers' severity taken out. */
	mark: z.number(),
	/** Holds the mark with a chance of 80 %. */
	low: z.number(),
	high: z.number(),
	reasons: z.array(AdviceReason)
});
export type Advice = z.infer<typeof Advice>;
