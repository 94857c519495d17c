/** `organisation: null` is unknown: it is nobody else's organisation. */
export type AllocatedWork = {
	id: string;
	author: string;
	organisation: string | null;
	/** A part of the organisation, such as a parallel group. */
	group?: string | null;
	/** Reviews that this work should get, where it is not `perWork`. */
	reviews?: number;
};

export type Reviewer = {
	id: string;
	organisation: string | null;
	group?: string | null;
	/** Bounds of the number of reviews, those that are begun counted too. */
	least?: number;
	most?: number;
	/** Takes only what the others cannot: a tutor, an expert, a graduate. */
	reserve?: boolean;
};

export type Pair = { reviewer: string; work: string };

/** A conflict that was declared, one that the data show, or a pair of an earlier round. */
export type Bar = 'declared' | 'computed' | 'earlier';

/** What may be given up, and only as far as the rules cannot be kept otherwise. */
export type Relaxation = {
	/** Colleagues of one organisation may review each other: of other groups, or all of them. */
	colleagues?: 'other_group' | 'any';
	/** Somebody may review more than the even number, up to their own `most`. */
	loads?: boolean;
};

export type AllocationInput = {
	works: readonly AllocatedWork[];
	reviewers: readonly Reviewer[];
	/** Reviews that each work should get. */
	perWork: number;
	/** Any whole number up to 2⁵³. */
	seed: number;
	/** `false` lets colleagues review each other like anybody else. Default `true`. */
	excludeSameOrganisation?: boolean;
	forbidden?: readonly (Pair & { because?: Bar })[];
	/** Reviews that are begun or done: they stay and count. */
	fixed?: readonly Pair[];
	relax?: Relaxation;
};
