import type { KeptFile } from '../files/index.ts';
import type { FrozenProgramme } from '../programmes/index.ts';
import type { OwnCertificate, OwnEnrolment } from './queries.ts';
import type { Database } from '@stazhirovka/db';

/** One file of the portfolio: words for the list, a path without slashes at its ends, and where its bytes come from. */
export type Entry = { title: string; path: string } & (
	| { bytes: Buffer }
	| { certificate: string }
	| { file: KeptFile }
);

/** A heading of the list with what stands under it; parts without entries are left out. */
export type Part = { title: string; entries: Entry[] };

export type Sources = {
	db: Database;
	enrolment: OwnEnrolment;
	programme: FrozenProgramme;
	certificates: OwnCertificate[];
	/** The folder of this cohort. */
	folder: string;
};

/** What one sort of things gives to the portfolio; another sort is another of these in the list of `gather.ts`. */
export type Gatherer = (sources: Sources) => Promise<Part>;
