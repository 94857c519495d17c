import type { Finding } from '@stazhirovka/contract/finding';

/** How a kind of file is spoken of: what is wrong, and where. */
export type FindingWords = { fault: (finding: Finding) => string; place: (place: string) => string };
