import type { AllocationInput, Dropped, PlanResult, Way } from '@stazhirovka/domain/matching';
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { allocations, finalWorks } from './final-works.ts';

/** An allocation as it was shown before its release. Seed, way and the cohort as it stood make it again to the byte. */
export const allocationProposals = pgTable(
	'allocation_proposals',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		seed: bigint({ mode: 'number' }).notNull(),
		version: integer().notNull(),
		/** What is given up when works stay short otherwise; null: nothing. */
		way: text().$type<Way>(),
		/** Reviewers who do not answer: what they have not begun goes to others. */
		silent: json<string[]>().notNull(),
		input: json<AllocationInput>().notNull(),
		result: json<PlanResult>().notNull(),
		inputHash: text().notNull(),
		resultHash: text().notNull(),
		madeBy: uuid()
			.notNull()
			.references(() => people.id),
		madeAt: createdAt(),
		/** The allocation that it became. */
		allocationId: uuid().references(() => allocations.id)
	},
	(t) => [index('allocation_proposals_cohort').on(t.cohortId)]
);

/** Two people who must not review each other, in this cohort and in any later one. */
export const reviewConflicts = pgTable(
	'review_conflicts',
	{
		id: id(),
		/** Where it was declared. */
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		firstId: uuid()
			.notNull()
			.references(() => people.id),
		secondId: uuid()
			.notNull()
			.references(() => people.id),
		/** A reviewer's own word holds for ever; what staff declared can be withdrawn. */
		kind: text({ enum: ['knows_author', 'cannot_judge', 'staff'] }).notNull(),
		reason: text().notNull(),
		declaredBy: uuid()
			.notNull()
			.references(() => people.id),
		declaredAt: createdAt(),
		withdrawnBy: uuid().references(() => people.id),
		withdrawnAt: moment()
	},
	(t) => [
		index('review_conflicts_cohort').on(t.cohortId),
		index('review_conflicts_second').on(t.secondId),
		uniqueIndex('review_conflicts_once')
			.on(t.firstId, t.secondId)
			.where(sql`${t.withdrawnAt} is null`),
		check('review_conflicts_ordered', sql`${t.firstId} < ${t.secondId}`)
	]
);

/** Reviews that were taken back before they were sent: the row of the review itself goes. */
export const reviewReturns = pgTable(
	'review_returns',
	{
		id: id(),
		reviewId: uuid().notNull().unique(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		finalWorkId: uuid()
			.notNull()
			.references(() => finalWorks.id),
		/** As in `reviews`. */
		reviewerId: uuid().notNull(),
		because: text().$type<Dropped['because'] | 'declined'>().notNull(),
		/** Null when time or the allocator took it. */
		returnedBy: uuid().references(() => people.id),
		returnedAt: createdAt()
	},
	(t) => [index('review_returns_cohort').on(t.cohortId)]
);
