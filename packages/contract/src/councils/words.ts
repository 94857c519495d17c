import {
	COMPUTED_CONFLICTS,
	COUNCIL_ROLES,
	EXPERTISE_RESULTS,
	EXPERTISE_RULES,
	MAJORITIES,
	MOST_CRITERIA,
	MOST_LEVELS,
	MOST_WEIGHT,
	QUORUMS,
	RECOMMENDATIONS,
	TIE_DECIDERS
} from '@stazhirovka/domain/councils';
import { ACTS } from '@stazhirovka/domain/regulations';
import { APPLICATION_STATES } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { ScanPages } from '../sites/scans.ts';
import { Day, Id, Moment, Person, text } from '../words.ts';

export const Role = z.enum(COUNCIL_ROLES);
export const Recommendation = z.enum(RECOMMENDATIONS);
export const ExpertiseResult = z.enum(EXPERTISE_RESULTS);
export const ComputedConflict = z.enum(COMPUTED_CONFLICTS);
export const Standing = z.enum(['undeclared', 'free', 'conflict']);

/** The act by which a council is composed or changed; an act that was entered already is the same act. */
export const ActFacts = z.object({
	kind: z.enum(ACTS),
	number: text(60, 1),
	signedOn: Day,
	issuer: text(300, 1),
	title: text(500, 1),
	/** Pages of its scan: files of the sender that belong nowhere yet. */
	scan: ScanPages.optional()
});

/** Somebody with an account: chosen, or named by the address of the account. */
export const Somebody = z.union([z.object({ personId: Id }), z.object({ email: text(254, 3) })]);

export const Criterion = z.object({
	key: text(60, 1),
	title: text(300, 1),
	weight: z.int().min(1).max(MOST_WEIGHT),
	levels: z.array(text(300, 1)).min(2).max(MOST_LEVELS)
});
export type Criterion = z.infer<typeof Criterion>;

export const Terms = z.object({
	quorum: z.enum(QUORUMS),
	majority: z.enum(MAJORITIES),
	castingVote: z.boolean(),
	perApplication: z.int().min(1).max(10),
	criteria: z.array(Criterion).max(MOST_CRITERIA),
	/** Percent of the best possible score. */
	threshold: z.int().min(1).max(100),
	rule: z.enum(EXPERTISE_RULES)
});
export type Terms = z.infer<typeof Terms>;

export const ApplicationHead = z.object({
	id: Id,
	title: z.string(),
	/** The applicant, and the other organisations of a network. */
	organisation: z.string(),
	network: z.array(z.string()),
	state: z.enum(APPLICATION_STATES)
});
export type ApplicationHead = z.infer<typeof ApplicationHead>;

/** Sites to choose from: those whose names hold the words that were typed; not all of them where there are many. */
export const SiteSearch = z.object({ site: text(200).optional() });

export const Reviewer = Person.extend({ standing: Standing });

export const Assignment = z.object({
	id: Id,
	reviewer: Person,
	releasedAt: Moment.nullable(),
	submittedAt: Moment.nullable()
});

/** Why submitted reviews stay closed to a member of the council: their own comes first, or their declaration. */
export const Withheld = z.enum(['own_review', 'undeclared', 'conflict']);

/** How an expertise comes, or came, to its result: the rule, the numbers, and whose word decided a split. */
export const Reckoning = z.object({
	rule: z.enum(EXPERTISE_RULES),
	/** Percent of the best possible from which a review recommends. */
	threshold: z.int(),
	wanted: z.int(),
	submitted: z.int(),
	/** Who decides where reviews are split. */
	tie: z.enum(TIE_DECIDERS),
	/** Of the reviews that were submitted; null for whom they are closed. */
	counted: z.object({ positive: z.int(), negative: z.int(), mean: z.number() }).nullable(),
	result: ExpertiseResult.nullable(),
	cast: z.object({ by: z.string(), reason: z.string() }).nullable()
});
export type Reckoning = z.infer<typeof Reckoning>;

/** A review as others read it, once they may. */
export const SubmittedReview = z.object({
	id: Id,
	reviewer: z.string(),
	submittedAt: Moment,
	/** Percent of the best possible. */
	score: z.number(),
	recommendation: Recommendation,
	/** `level`: the number with its words; `most`: the greatest number of the criterion. */
	levels: z.array(
		z.object({ title: z.string(), level: z.string(), most: z.int(), weight: z.int(), note: z.string() })
	),
	comment: z.string()
});
export type SubmittedReview = z.infer<typeof SubmittedReview>;
