import type { DraftCard } from '@stazhirovka/contract/authoring';
import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';

/** Versions that stand by themselves: one that waits stands among the drafts, from which everything is done with it. */
export function versionsBeside(
	drafts: readonly Pick<DraftCard, 'id'>[],
	versions: readonly ProgrammeVersion[]
): ProgrammeVersion[] {
	return versions.filter(
		({ publishedAt, draftId }) => publishedAt !== null || !drafts.some(({ id }) => id === draftId)
	);
}

/** Of each programme the published version with the highest number. */
export function newestPublished(versions: readonly ProgrammeVersion[]): ProgrammeVersion[] {
	const published = versions.filter(({ publishedAt }) => publishedAt !== null);
	return published.filter(
		({ key, number }) => !published.some((other) => other.key === key && other.number > number)
	);
}
