import { z } from 'zod';
import { Moment } from '../words.ts';

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
	comments: z.record(z.string(), z.string())
});

export const WorkResult = z.object({
	round: z.int(),
	medians: z.record(z.string(), z.number()).nullable(),
	total: z.number().nullable(),
	sums: z.array(z.number()),
	spread: z.number().nullable(),
	passedByReviews: z.boolean(),
	needsModeration: z.boolean(),
	enoughReviews: z.boolean(),
	passed: z.boolean(),
	decisionReason: z.string().nullable(),
	announcedAt: Moment
});
export type WorkResult = z.infer<typeof WorkResult>;
