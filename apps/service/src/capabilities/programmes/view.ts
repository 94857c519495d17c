import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';
import type { VersionFacts } from './queries.ts';

/** Only those who lead the site ever see a version, so what may be done follows from its state alone. */
export function toVersion({
	siteId: _,
	importedAt,
	publishedAt,
	...version
}: VersionFacts): ProgrammeVersion {
	return {
		...version,
		importedAt: importedAt.toISOString(),
		publishedAt: publishedAt?.toISOString() ?? null,
		can: { publish: publishedAt === null, openCohort: publishedAt !== null }
	};
}
