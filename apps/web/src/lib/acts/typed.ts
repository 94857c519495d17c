import type { GivenAct } from '@stazhirovka/contract/sites';

/** A grant as it was typed. */
export type TypedGrant = {
	applicationId: string;
	from: string;
	lastDay: string;
	code: string;
	leaderEmail: string | null;
};

/** What the page of grants hands back when the service refuses. */
export type TypedGrants = { act: GivenAct; grants: TypedGrant[] };
